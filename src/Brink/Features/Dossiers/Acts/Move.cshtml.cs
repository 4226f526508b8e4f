using Brink.Features.Rounds;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Acts;

/// <summary>To another stage: everybody who follows it hears.</summary>
public class MoveModel() : DossierPage(DossierAct.Work)
{
    [BindProperty]
    public Stage? Stage { get; set; }

    /// <summary>What all who contributed read.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>How many people and organisations contributed; they hear what became of it.</summary>
    public int Contributors { get; private set; }

    /// <summary>Where it stands now.</summary>
    public Stage Current { get; private set; }

    public IReadOnlyList<Choice> Stages =>
        [
            .. Enum.GetValues<Stage>()
                .Where(stage => stage != Current)
                .Select(stage => new Choice(stage, T.NameOf(stage), T.InOneSentence(stage))),
        ];

    public async Task OnGetAsync()
    {
        await ReadCurrentAsync();
        Version = (uint)await Db.Dossiers.Where(d => d.Id == Id).Select(d => d.Revision).SingleAsync(Aborted);
        var next = Current + 1;
        Stage = Enum.IsDefined(next) ? next : null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadCurrentAsync();
        return await ActAsync(
            Outcome.Of([
                .. Stage is null ? [new Refusal(nameof(Stage), "Kies een stap.")] : Array.Empty<Refusal>(),
                .. Contributors > 0 && string.IsNullOrWhiteSpace(Words)
                    ? [new Refusal(nameof(Words), "Schrijf wat er met de bijdragen gebeurde.")]
                    : Array.Empty<Refusal>(),
                .. Typed.Fits(nameof(Words), Words, DossierStageWord.Longest, DossierStageWord.Longest * 2),
            ]),
            dossier => dossier.GoTo(Stage!.Value, ActsInOffice(), TextRules.Clean(Words)),
            ReadCurrentAsync
        );
    }

    private async Task ReadCurrentAsync()
    {
        Current = await Db.Dossiers.Where(d => d.Id == Id).Select(d => d.Stage).SingleAsync(Aborted);
        Contributors = await Db.ContributorsAsync(Id, Aborted);
    }
}
