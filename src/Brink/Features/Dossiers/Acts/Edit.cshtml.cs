using Brink.Features.Dossiers.Opening;
using Brink.Features.Places.TailorMade;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Acts;

/// <param name="Parts">From what stands there now to what was typed.</param>
public sealed record Clash(string Name, IReadOnlyList<DifferencePart> Parts);

/// <summary>Other words. What was fixed, what was open and how far villages took part stays to be read.</summary>
public class EditModel() : DossierPage(DossierAct.Work)
{
    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? WhoDecides { get; set; }

    [BindProperty]
    public InvolvementLevel Level { get; set; }

    [BindProperty]
    public string? Open { get; set; }

    [BindProperty]
    public string? Fixed { get; set; }

    /// <summary>Where somebody else was first: what stands there now beside what was typed.</summary>
    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    public IReadOnlyList<Choice> Levels =>
        [.. DossierWording.Levels.Select(level => new Choice(level, T.LevelOf(level), T.Meaning(level)))];

    public async Task OnGetAsync()
    {
        var (now, revision) = await NowAsync();
        (NewTitle, What, Why, WhoDecides) = (now.Title, now.What, now.Why, now.WhoDecides);
        (Level, Open, Fixed, Version) = (now.Level, now.Open, now.Fixed, (uint)revision);
    }

    public Task<IActionResult> OnPostAsync()
    {
        var answers = new OpeningAnswers
        {
            Title = TextRules.Line(NewTitle),
            What = TextRules.Clean(What),
            Why = TextRules.Clean(Why),
            WhoDecides = TextRules.Line(WhoDecides),
            Level = Level,
            Open = TextRules.Clean(Open),
            Fixed = TextRules.Clean(Fixed),
        };
        var check = Outcome.Of([
            .. OpeningRules.OfWhat(answers).Refusals,
            .. OpeningRules.OfDeciding(answers).Refusals,
            .. OpeningRules.OfRoom(answers).Refusals,
        ]);
        return ActAsync(
            check,
            dossier => dossier.Edit(answers.Words(), ActsInOffice()),
            () => CompareAsync(answers.Words())
        );
    }

    private async Task CompareAsync(DossierWords typed)
    {
        var (now, revision) = await NowAsync();
        if (SeenVersion == (uint)revision)
        {
            return;
        }

        Clashes =
        [
            .. new (string Name, string Now, string Typed)[]
            {
                (T["Naam"], now.Title, typed.Title),
                (T["Wat"], now.What, typed.What),
                (T["Waarom"], now.Why, typed.Why),
                (T["Wie beslist"], now.WhoDecides, typed.WhoDecides),
                (T["Hoe ver de dorpen meedoen"], T.LevelOf(now.Level), T.LevelOf(typed.Level)),
                (T["Wat nog open is"], now.Open, typed.Open),
                (T["Wat vaststaat"], now.Fixed, typed.Fixed),
            }
                .Where(field => field.Now != field.Typed)
                .Select(field => new Clash(field.Name, WordDifference.Of(field.Now, field.Typed))),
        ];
    }

    private async Task<(DossierWords Words, int Revision)> NowAsync()
    {
        var now = await Db
            .Dossiers.AsNoTracking()
            .Where(d => d.Id == Id)
            .Select(d => new
            {
                Words = new DossierWords(d.Subject.Title, d.What, d.Why, d.WhoDecides, d.Fixed, d.Open, d.Level),
                d.Revision,
            })
            .SingleAsync(Aborted);
        return (now.Words, now.Revision);
    }
}
