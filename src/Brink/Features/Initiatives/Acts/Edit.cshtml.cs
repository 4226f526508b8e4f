using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Acts;

/// <summary>
/// Initiators change their own words. The form knows which words it began with: when somebody else changed them in the
/// meantime both texts are shown and nothing is lost.
/// </summary>
public class EditModel() : InitiativeActPage(InitiativeAct.Edit)
{
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Companions { get; set; }

    [BindProperty]
    public string? PlaceNote { get; set; }

    [BindProperty]
    public List<long> ThemeIds { get; set; } = [];

    public IReadOnlyList<Choice> Themes { get; private set; } = [];

    /// <summary>What somebody else made of it meanwhile.</summary>
    public Idea? Theirs { get; private set; }

    private string address = "";

    public override async Task OnGetAsync()
    {
        await ReadAsync();
        var initiative = await LoadAsync(q => q.AsNoTracking().Include(i => i.Subject.Themes));
        (Words, NewTitle, What, Why, Companions, PlaceNote) = (
            initiative.WordsVersion,
            initiative.Subject.Title,
            initiative.What,
            initiative.Why,
            initiative.Companions,
            initiative.PlaceNote
        );
        ThemeIds = [.. initiative.Subject.Themes.Select(t => t.ThemeId)];
    }

    public Task<IActionResult> OnPostAsync() => DoAsync(ChangeAsync, () => address, ReadAsync);

    protected override async Task ReadAsync() =>
        Themes = [
            .. (
                await Db
                    .Themes.AsNoTracking()
                    .OrderBy(t => t.Order)
                    .Select(t => new { t.Id, t.Subject!.Title })
                    .ToArrayAsync(Aborted)
            ).Select(t => new Choice(t.Id, t.Title)),
        ];

    private async Task<Outcome> ChangeAsync()
    {
        var check = Check();
        if (!check.Succeeded)
        {
            return check;
        }

        var initiative = await LoadAsync(q => q.Include(i => i.Subject.Themes));
        address = Head.Address;
        if (initiative.Intake != IntakeState.Withdrawn && initiative.WordsVersion != Words)
        {
            Theirs = initiative.AsIdea();
            // The next attempt starts from what is shown now.
            Words = initiative.WordsVersion;
            ModelState.Remove(nameof(Words));
            return Outcome.Refuse(
                "",
                "Iemand anders heeft dit intussen ook aangepast. U ziet beide teksten. Er is niets verloren."
            );
        }

        var themes = await Db.Themes.Where(t => ThemeIds.Contains(t.Id)).Select(t => t.Id).ToArrayAsync(Aborted);
        var outcome = initiative.Edit(
            initiative.AsIdea() with
            {
                Title = NewTitle!,
                What = What!,
                Why = Why ?? "",
                Companions = Companions ?? "",
                PlaceNote = PlaceNote ?? "",
            },
            ActsAsInitiator()
        );
        if (outcome.Succeeded)
        {
            initiative.Subject.IsAbout(themes);
            address = InitiativeLinks.Show(initiative.Id, initiative.Subject.Slug);
        }

        return outcome;
    }

    private Outcome Check() =>
        Outcome.Of([
            .. string.IsNullOrWhiteSpace(NewTitle)
                ? [new Refusal(nameof(NewTitle), "Geef uw idee een titel.")]
                : Array.Empty<Refusal>(),
            .. string.IsNullOrWhiteSpace(What)
                ? [new Refusal(nameof(What), "Schrijf wat u wilt doen.")]
                : Array.Empty<Refusal>(),
            .. Typed.Fits(nameof(NewTitle), NewTitle, 100, 180),
            .. Typed.Fits(nameof(What), What, 3000, 20000),
            .. Typed.Fits(nameof(Why), Why, 3000, 20000),
            .. Typed.Fits(nameof(Companions), Companions, 500, 1000),
            .. Typed.Fits(nameof(PlaceNote), PlaceNote, 200, 300),
        ]);
}
