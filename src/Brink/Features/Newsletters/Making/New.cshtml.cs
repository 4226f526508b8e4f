using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters.Making;

public enum Audience
{
    Everyone,

    /// <summary>Some villages or themes.</summary>
    Places,
}

/// <summary>The first question: for whom, and from which day on.</summary>
[Authorize]
public sealed class NewModel : BrinkPage
{
    /// <summary>Where there was none before; in days.</summary>
    private const int FirstLooksBack = 31;

    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public Audience? Audience { get; set; }

    [BindProperty]
    public List<long> Villages { get; set; } = [];

    [BindProperty]
    public List<long> Themes { get; set; } = [];

    [BindProperty]
    public DateOnly? From { get; set; }

    public PlaceChoices Places { get; private set; } = PlaceChoices.None;

    public IReadOnlyList<Choice> Audiences =>
        [
            new(Making.Audience.Everyone, T["De hele gemeente"]),
            new(Making.Audience.Places, T["Een of meer dorpen of thema's"], T["Kies ze hieronder."]),
        ];

    public async Task<IActionResult> OnGetAsync()
    {
        if (Viewer.MakesNewslettersFor() is null)
        {
            return Forbid();
        }

        NewTitle = T["Nieuwsbrief {0}", Formats.Month(Today)];
        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Viewer.MakesNewslettersFor() is not { } organisation)
        {
            return Forbid();
        }

        var title = TextRules.Line(NewTitle);
        var check = Outcome.Of(Check(title));
        if (!ModelState.IsValid || !check.Succeeded)
        {
            await ReadAsync();
            return Refused(check);
        }

        Newsletter? begun = null;
        return await DoAsync(
            async () =>
            {
                var places =
                    Audience == Making.Audience.Everyone
                        ? []
                        : await Db
                            .Subjects.Where(s => s.Visibility == Visibility.Public)
                            .Where(s =>
                                (s.Kind == SubjectKind.Village && Villages.Contains(s.Id))
                                || (s.Kind == SubjectKind.Theme && Themes.Contains(s.Id))
                            )
                            .Select(s => new { s.Id, s.Kind })
                            .ToArrayAsync(HttpContext.RequestAborted);
                if (Audience == Making.Audience.Places && places.Length == 0)
                {
                    return Outcome.Refuse(nameof(Villages), "Kies minstens één dorp of thema.");
                }

                long[] Of(SubjectKind kind) => [.. places.Where(p => p.Kind == kind).Select(p => p.Id)];

                begun = Newsletter.Begin(
                    title,
                    organisation,
                    Of(SubjectKind.Village),
                    Of(SubjectKind.Theme),
                    From is { } day
                        ? DutchTime.StartOf(day)
                        : await LastAsync(Of(SubjectKind.Village), Of(SubjectKind.Theme)),
                    Acts(organisation)
                );
                Db.Newsletters.Add(begun);
                return Outcome.Done;
            },
            () => NewsletterLinks.Choose(begun!.Id),
            ReadAsync
        );
    }

    /// <summary>When the last one for exactly these readers was sent.</summary>
    private async Task<DateTimeOffset> LastAsync(long[] villages, long[] themes) =>
        await Db
            .Newsletters.Public()
            .Where(n => !n.IsExample)
            .Where(n =>
                n.Subject.Villages.Count == villages.Length
                && n.Subject.Villages.All(v => villages.Contains(v.VillageId))
                && n.Subject.Themes.Count == themes.Length
                && n.Subject.Themes.All(t => themes.Contains(t.ThemeId))
            )
            .MaxAsync(n => n.SentAt, HttpContext.RequestAborted)
        ?? DutchTime.StartOf(Today.AddDays(-FirstLooksBack));

    private IEnumerable<Refusal> Check(string title)
    {
        if (title.Length == 0)
        {
            yield return new Refusal(nameof(NewTitle), "Geef de nieuwsbrief een naam.");
        }

        foreach (var tooLong in Typed.Fits(nameof(NewTitle), title, Newsletter.LongestTitle, 180))
        {
            yield return tooLong;
        }

        if (Audience is not { } audience || !Enum.IsDefined(audience))
        {
            yield return new Refusal(nameof(Audience), "Kies voor wie de nieuwsbrief is.");
        }

        if (From > Today)
        {
            yield return new Refusal(nameof(From), "Kies een dag die geweest is.");
        }
    }

    private async Task ReadAsync() => Places = await PlaceChoices.LoadAsync(Db, HttpContext.RequestAborted);
}
