using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Newsletters.Making;

/// <summary>Title, opening and closing words. Two at once: the second reads the words of the first beside the own.</summary>
public sealed class WriteModel : NewsletterPage
{
    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public string? Opening { get; set; }

    [BindProperty]
    public string? Closing { get; set; }

    /// <summary>Which words the form began with.</summary>
    [BindProperty]
    public string? Read { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>What a colleague wrote meanwhile; null when nobody did.</summary>
    public string? OfColleague { get; private set; }

    public async Task OnGetAsync()
    {
        var newsletter = await ReadNewsletterAsync();
        (Name, NewTitle, Opening, Closing) = (
            newsletter.Subject.Title,
            newsletter.Subject.Title,
            newsletter.Opening,
            newsletter.Closing
        );
        Read = newsletter.WordsVersion;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var title = TextRules.Line(NewTitle);
        var (opening, closing) = (TextRules.Clean(Opening), TextRules.Clean(Closing));
        var check = Outcome.Of([
            .. title.Length == 0 ? [new(nameof(NewTitle), "Geef de nieuwsbrief een naam.")] : Array.Empty<Refusal>(),
            .. Typed.Fits(nameof(NewTitle), title, Newsletter.LongestTitle, 180),
            .. Typed.Fits(nameof(Opening), opening, Newsletter.LongestWords, Newsletter.LongestWords * 3),
            .. Typed.Fits(nameof(Closing), closing, Newsletter.LongestWords, Newsletter.LongestWords * 3),
        ]);
        if (!check.Succeeded)
        {
            await ReadAsync();
            return Refused(check);
        }

        return await DoAsync(
            async () => (await LoadAsync()).Write(title, opening, closing, Read, ActsInOffice()),
            () => NewsletterLinks.Make(Id),
            ReadAsync
        );
    }

    private async Task ReadAsync()
    {
        var newsletter = await ReadNewsletterAsync();
        Name = newsletter.Subject.Title;
        if (Read != newsletter.WordsVersion)
        {
            // What the form shows now is read now: pressing again says that it is meant.
            OfColleague = $"{newsletter.Subject.Title}\n\n{newsletter.Opening}\n\n{newsletter.Closing}".Trim();
            Read = newsletter.WordsVersion;
            ModelState.Remove(nameof(Read));
        }
    }
}
