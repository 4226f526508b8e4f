using Brink.Features.Places;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Requests;

/// <summary>The municipality agrees with what the association proposed, or takes its request back.</summary>
public class SettleModel() : RequestPage(RequestAct.Settle)
{
    [BindProperty]
    public bool? Agrees { get; set; }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var request = await LoadAsync();
                var actor = Acts(
                    Viewer.Roles.First(r => r.OrganisationKind == OrganisationKind.Municipality).OrganisationId
                );
                return Agrees switch
                {
                    true => request.AcceptProposal(actor),
                    false => request.Withdraw(actor),
                    null => Outcome.Refuse("", "Kies akkoord of terugnemen."),
                };
            },
            () => Address,
            ReadAgainAsync
        );
}
