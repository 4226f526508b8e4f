using Brink.Features.Promises;
using Brink.Features.Promises.Succession;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>
/// A role ends on a day and stays as history, or is taken away at once. What its holder still had to do for the
/// organisation goes to the successor or to the organisation's list: now when the role no longer counts, or in the night
/// after its last day.
/// </summary>
public class EndRoleModel : AdministrationPage
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public RoleHolding Holding { get; private set; } = null!;

    /// <summary>What was promised in this role, and to whom it goes.</summary>
    public IReadOnlyList<ListRow> Moving { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Until = Today;
        if (!await ReadAsync())
        {
            return NotFound();
        }

        await ReadMovingAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync() =>
        await ReadAsync() ? await EndAsync((held, others) => held.End(Until, others)) : NotFound();

    /// <summary>With effect now, for who must not have it a minute longer. Once it is gone, a second press changes nothing.</summary>
    public async Task<IActionResult> OnPostNowAsync()
    {
        Until = Today;
        return await ReadAsync()
            ? await EndAsync((held, others) => held.TakeAway(Today, others))
            : LocalRedirect(AdministrationLinks.People);
    }

    private Task<IActionResult> EndAsync(Func<RoleHolding, bool, Outcome> end) =>
        SaveAsync(
            async () =>
            {
                if (await Db.RoleHoldings.FirstOrDefaultAsync(h => h.Id == Id, Aborted) is not { } holding)
                {
                    return Outcome.Refuse("", "Deze rol is al beëindigd.");
                }

                if (holding.Role == Role.Administrator)
                {
                    // Two administrators who end each other at once meet at this row; the second asks anew. Read
                    // before the question below, or the first could come between the two.
                    var municipality = await Db.Municipalities.SingleAsync(m => m.Id == Tenant.Id, Aborted);
                    Db.Entry(municipality).Property(m => m.Name).IsModified = true;
                }

                var last = Until > Today ? Until : Today;
                var othersAdminister = await Db.RoleHoldings.AnyAsync(
                    h =>
                        h.Role == Role.Administrator
                        && h.PersonId != holding.PersonId
                        && h.From <= Today
                        && (h.To == null || h.To > last),
                    Aborted
                );
                Happened(
                    PlacesVerbs.RoleEnded,
                    ("person", holding.PersonId),
                    ("role", holding.Role),
                    ("organisation", holding.OrganisationId)
                );
                var outcome = end(holding, othersAdminister);
                if (outcome.Succeeded && holding.To < Today)
                {
                    await PromiseSuccession.MoveAsync(Db, holding, holding.To.Value, false, Acts(), Aborted);
                }

                if (holding.NeverCounted())
                {
                    Db.RoleHoldings.Remove(holding);
                }

                return outcome;
            },
            () => Saved(AdministrationLinks.Person(Holding.PersonId)),
            ReadMovingAsync
        );

    private async Task ReadMovingAsync()
    {
        var last = Until is { } day && day >= Holding.From ? day : Today;
        var plan = await PromiseSuccession.PlanAsync(Db, Holding, last, false, Aborted);
        var heirs = plan.Select(i => i.To).OfType<long>().Distinct().ToArray();
        var names = await Db
            .People.AsNoTracking()
            .Where(p => heirs.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Name, Aborted);
        Moving =
        [
            .. plan.Select(i => new ListRow(
                T.What(i.Promise.Kind, i.Promise.What, i.Promise.Subject!.Title),
                PromiseLinks.Show(i.Promise.Id),
                When: T["uiterlijk {0}", Formats.Date(i.Promise.Due)],
                Needed: i.To is { } heir
                    ? T["Gaat naar {0}.", names[heir]]
                    : T["Komt op de lijst van {0}.", Holding.Organisation!.Name]
            )),
        ];
    }

    private async Task<bool> ReadAsync()
    {
        var found = await Db
            .RoleHoldings.AsNoTracking()
            .Include(h => h.Person)
            .Include(h => h.Organisation)
            .FirstOrDefaultAsync(h => h.Id == Id, Aborted);
        Holding = found!;
        return found is not null;
    }
}
