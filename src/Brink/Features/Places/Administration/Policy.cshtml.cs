using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>The rules of the policy for villages, and the service terms.</summary>
public class PolicyModel : AdministrationPage
{
    [BindProperty]
    public int? SmallVillageThreshold { get; set; }

    [BindProperty]
    public int? PolicyFrom { get; set; }

    [BindProperty]
    public int? PolicyTo { get; set; }

    [BindProperty]
    public int? MidTermEvaluationAfter { get; set; }

    [BindProperty]
    public int? RenewalAfter { get; set; }

    [BindProperty]
    public int? TakeInTerm { get; set; }

    [BindProperty]
    public int? AnswerTerm { get; set; }

    public async Task OnGetAsync()
    {
        var found = await Db.Municipalities.AsNoTracking().SingleAsync(m => m.Id == Tenant.Id, Aborted);
        (SmallVillageThreshold, PolicyFrom, PolicyTo) = (found.SmallVillageThreshold, found.PolicyFrom, found.PolicyTo);
        (MidTermEvaluationAfter, RenewalAfter) = (found.MidTermEvaluationAfter, found.RenewalAfter);
        (TakeInTerm, AnswerTerm, Version) = (found.TakeInTerm, found.AnswerTerm, found.Version);
    }

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(
            async () =>
            {
                var found = await Db.Municipalities.SingleAsync(m => m.Id == Tenant.Id, Aborted);
                if (Overtaken(found.Version) is { } overtaken)
                {
                    return overtaken;
                }

                Happened(PlacesVerbs.MunicipalityChanged);
                return found.Agree(
                    new PolicyTerms(
                        SmallVillageThreshold,
                        PolicyFrom,
                        PolicyTo,
                        MidTermEvaluationAfter,
                        RenewalAfter,
                        TakeInTerm,
                        AnswerTerm
                    )
                );
            },
            () => Saved(AdministrationLinks.Index)
        );
}
