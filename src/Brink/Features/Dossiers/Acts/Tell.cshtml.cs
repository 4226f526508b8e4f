using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Acts;

/// <summary>The liaison ticks off which associations were told by telephone, on paper or in person.</summary>
public class TellModel() : DossierPage(DossierAct.Tell)
{
    [BindProperty]
    public long InvitationId { get; set; }

    public IReadOnlyList<InvitationRow> ToTell { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var invitation = await Db
                    .DossierInvitations.Include(i => i.Dossier!.Subject)
                    .FirstOrDefaultAsync(i => i.DossierId == Id && i.Id == InvitationId, Aborted);
                return invitation is null
                    ? Outcome.Refuse("", "Deze vereniging staat niet in de lijst.")
                    : invitation.Tell(Acts());
            },
            () => DossierLinks.Tell(Id),
            ReadAsync
        );

    private async Task ReadAsync() =>
        ToTell = await Db
            .DossierInvitations.AsNoTracking()
            .Where(i => i.DossierId == Id && i.How == InvitedHow.Liaison && i.ToldOn == null)
            .OrderBy(i => i.Organisation!.Name)
            .Select(i => new InvitationRow(
                i.Id,
                i.Organisation!.Name,
                i.How,
                i.Channel,
                i.MailFrom,
                i.InvitedOn,
                i.ToldOn,
                i.FirstOpenedAt
            ))
            .ToArrayAsync(Aborted);
}
