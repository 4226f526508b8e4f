using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Acts;

/// <summary>To another stage: everybody who follows it hears.</summary>
public class MoveModel() : DossierPage(DossierAct.Work)
{
    [BindProperty]
    public Stage? Stage { get; set; }

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
            Stage is null ? Outcome.Refuse(nameof(Stage), "Kies een stap.") : Outcome.Done,
            dossier => dossier.GoTo(Stage!.Value, ActsInOffice()),
            ReadCurrentAsync
        );
    }

    private async Task ReadCurrentAsync() =>
        Current = await Db.Dossiers.Where(d => d.Id == Id).Select(d => d.Stage).SingleAsync(Aborted);
}
