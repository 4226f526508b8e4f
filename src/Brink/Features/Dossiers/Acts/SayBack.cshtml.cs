using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Acts;

/// <summary>A reader says something back in confidence, on behalf of the organisation for which the person reads.</summary>
public class SayBackModel() : DossierPage(DossierAct.SayBack)
{
    [BindProperty]
    public string? Words { get; set; }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var check = Platform.Outcome.Of(
                    Typed.Fits(nameof(Words), Words, DossierWord.Longest, DossierWord.Longest * 2)
                );
                if (!check.Succeeded)
                {
                    return check;
                }

                var dossier = await Db
                    .Dossiers.Include(d => d.Subject)
                    .Include(d => d.Confidence!.Words)
                    .SingleAsync(d => d.Id == Id, Aborted);
                var actor = Acts(Viewer.ReaderOf(Standing)!.OrganisationId);
                return dossier.Say(TextRules.Clean(Words), Contribution.To(dossier.Subject, actor), actor);
            },
            () => DossierLinks.Confidence(Id)
        );
}
