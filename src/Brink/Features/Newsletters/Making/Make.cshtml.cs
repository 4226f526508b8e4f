using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Newsletters.Making;

/// <param name="Title">Of a heading its text.</param>
/// <param name="Facts">What happened, also where it will not be shown; or that it falls out.</param>
public sealed record PartRow(long Id, bool IsHeading, string Title, string Words, string Facts);

/// <summary>The draft in one view: moving its parts, and the ways to all other pages about it.</summary>
public sealed class MakeModel : NewsletterPage
{
    [BindProperty]
    public string? Heading { get; set; }

    /// <summary>The button that was pressed: what to do, and with which part.</summary>
    [BindProperty]
    public string? What { get; set; }

    public Newsletter Newsletter { get; private set; } = null!;
    public NewsletterContent Told { get; private set; } = null!;
    public IReadOnlyList<string> Places { get; private set; } = [];
    public IReadOnlyList<PartRow> Parts { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostArrangeAsync()
    {
        var pressed = (What ?? "").Split('-');
        if (
            pressed is not [var act and ("up" or "down" or "out"), var number]
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var item)
        )
        {
            await ReadAsync();
            return Refused(Outcome.Refuse("", "Druk op een van de knoppen bij een onderdeel."));
        }

        return await DoAsync(
            async () =>
            {
                var newsletter = await LoadAsync();
                return act switch
                {
                    "up" => newsletter.Move(item, -1, ActsInOffice()),
                    "down" => newsletter.Move(item, 1, ActsInOffice()),
                    _ => newsletter.Remove([item], ActsInOffice()),
                };
            },
            () => NewsletterLinks.Make(Id) + (act == "out" ? "#onderdelen" : "#onderdeel-" + number),
            ReadAsync
        );
    }

    public async Task<IActionResult> OnPostHeadingAsync()
    {
        var heading = TextRules.Line(Heading);
        var tooLong = Outcome.Of(
            Typed.Fits(nameof(Heading), heading, Newsletter.LongestHeading, Newsletter.LongestHeading * 3)
        );
        if (!tooLong.Succeeded)
        {
            await ReadAsync();
            return Refused(tooLong);
        }

        return await DoAsync(
            async () => (await LoadAsync()).AddHeading(heading, ActsInOffice()),
            () => NewsletterLinks.Make(Id) + "#onderdelen",
            ReadAsync
        );
    }

    private async Task ReadAsync()
    {
        Newsletter = await ReadNewsletterAsync();
        Told = await NewsletterContent.LoadAsync(Db, T, Newsletter, Aborted);
        Places = await Issue.NamesAsync(this, Newsletter, Aborted);
        var stories = Told.Stories.ToDictionary(story => story.ItemId);
        Parts =
        [
            .. Newsletter.InOrder.Select(item =>
                item.IsHeading ? new PartRow(item.Id, true, item.Heading, "", "")
                : stories.TryGetValue(item.Id, out var story)
                    ? new PartRow(item.Id, false, story.Title, story.Words, story.Facts)
                : new PartRow(item.Id, false, T["Een onderwerp dat niet meer openbaar is"], "", T["Dit gaat niet mee."])
            ),
        ];
    }
}
