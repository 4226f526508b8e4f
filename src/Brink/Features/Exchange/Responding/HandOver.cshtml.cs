using Brink.Features.Places;
using Brink.Features.Places.Administration;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Responding;

/// <summary>
/// A new board member was found (X3): what is left to hand over, and the question to the administrator to give the role.
/// Nobody gets a role by itself.
/// </summary>
public sealed class HandOverModel() : HelpActPage(HelpAct.HandOver)
{
    public IReadOnlyList<Successor> Successors { get; private set; } = [];
    public bool IsAdministrator => Viewer.Is(Role.Administrator);

    public Task<IActionResult> OnPostAsync() =>
        DoInTurnAsync(
            async () => (await LoadAsync()).AskHandover(ActsAsAsker()),
            () => ExchangeLinks.HandOver(Head.Id),
            ReadAsync
        );

    protected override async Task ReadAsync() =>
        Successors = await Db
            .HelpResponses.AsNoTracking()
            .Where(r => r.HelpId == Head.Id && r.State == ResponseState.Accepted)
            .OrderBy(r => r.DecidedAt)
            .Select(r => new Successor(
                r.Name,
                AdministrationLinks.GiveRole(r.PersonId),
                Db.RoleHoldings.Any(h =>
                    h.PersonId == r.PersonId
                    && h.OrganisationId == Head.OnBehalfOfId
                    && h.From <= Today
                    && (h.To == null || h.To >= Today)
                )
            ))
            .ToArrayAsync(Aborted);
}

/// <param name="HasRole">The administrator gave a role at the association.</param>
public sealed record Successor(string Name, string GiveRoleHref, bool HasRole);
