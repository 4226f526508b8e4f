using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Acts;

/// <summary>It was decided, or it stops; always with why.</summary>
public class EndModel() : DossierPage(DossierAct.Work)
{
    [BindProperty]
    public DossierState? Ending { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public IReadOnlyList<Choice> Endings =>
        [
            new(DossierState.Decided, T["Er is een besluit"], T["Het plan kan daarna nog naar de stap 'Uitvoering'."]),
            new(DossierState.Stopped, T["De gemeente stopt ermee"]),
        ];

    public async Task OnGetAsync() =>
        Version = (uint)await Db.Dossiers.Where(d => d.Id == Id).Select(d => d.Revision).SingleAsync(Aborted);

    public Task<IActionResult> OnPostAsync() =>
        ActAsync(
            Outcome.Of([
                .. Ending is DossierState.Decided or DossierState.Stopped
                    ? Array.Empty<Refusal>()
                    : [new Refusal(nameof(Ending), "Kies hoe het afloopt.")],
                .. Typed.Fits(nameof(Because), Because, Dossier.LongestText, Dossier.LongestText * 2),
            ]),
            dossier =>
                Ending == DossierState.Decided
                    ? dossier.Decide(TextRules.Clean(Because), ActsInOffice())
                    : dossier.Stop(TextRules.Clean(Because), ActsInOffice())
        );
}
