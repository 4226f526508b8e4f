using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Requests;

/// <summary>Which association is asked: what is asked of it already comes next.</summary>
[Authorize]
public class ChooseModel : BrinkPage
{
    [BindProperty]
    public long? AssociationId { get; set; }

    public IReadOnlyList<Choice> Associations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!Viewer.MayAsk())
        {
            return Forbid();
        }

        Associations = await AssociationsAsync(Db, Today, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Viewer.MayAsk())
        {
            return Forbid();
        }

        if (
            AssociationId is { } chosen
            && await Db.Organisations.Askable(Today).AnyAsync(o => o.Id == chosen, cancellation)
        )
        {
            return LocalRedirect(RequestLinks.Ask(chosen));
        }

        Associations = await AssociationsAsync(Db, Today, cancellation);
        return Refused(Outcome.Refuse(nameof(AssociationId), "Kies een vereniging."));
    }

    public static async Task<IReadOnlyList<Choice>> AssociationsAsync(
        BrinkDb db,
        DateOnly today,
        CancellationToken cancellation
    ) =>
        [
            .. (
                await db
                    .Organisations.AsNoTracking()
                    .Askable(today)
                    .OrderBy(o => o.Name)
                    .Select(o => new { o.Id, o.Name })
                    .ToArrayAsync(cancellation)
            ).Select(o => new Choice(o.Id, o.Name)),
        ];
}
