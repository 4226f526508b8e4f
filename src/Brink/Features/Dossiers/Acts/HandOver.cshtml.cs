using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Acts;

/// <summary>To another policy officer of the municipality, who then answers for it.</summary>
public class HandOverModel() : DossierPage(DossierAct.HandOver)
{
    [BindProperty]
    public long? PersonId { get; set; }

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await ReadAsync();
        Version = (uint)await Db.Dossiers.Where(d => d.Id == Id).Select(d => d.Revision).SingleAsync(Aborted);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        return await ActAsync(
            Colleagues.Any(one => PersonId is { } id && one.Value == new Choice(id, "").Value)
                ? Outcome.Done
                : Outcome.Refuse(nameof(PersonId), "Kies een collega uit de lijst."),
            dossier => dossier.HandOver(PersonId!.Value, ActsInOffice())
        );
    }

    private async Task ReadAsync()
    {
        var (owner, organisation) = (Standing.OwnerId, Standing.OrganisationId);
        var officers = await Db
            .RoleHoldings.AsNoTracking()
            .Where(h => h.OrganisationId == organisation && h.Role == Role.PolicyOfficer)
            .Where(h => h.From <= Today && (h.To == null || h.To >= Today) && h.PersonId != owner)
            .Select(h => new { h.PersonId, h.Person!.Name })
            .Distinct()
            .OrderBy(h => h.Name)
            .ToArrayAsync(Aborted);
        Colleagues = [.. officers.Select(h => new Choice(h.PersonId, h.Name))];
    }
}
