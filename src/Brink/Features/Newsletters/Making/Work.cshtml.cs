using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters.Making;

/// <summary>What is being made, and how the last ones went.</summary>
[Authorize]
public sealed class WorkModel : BrinkPage
{
    private const int Most = 50;
    private const int LastSent = 10;

    public IReadOnlyList<ListRow> Drafts { get; private set; } = [];
    public IReadOnlyList<ListRow> Sent { get; private set; } = [];
    public SubscriptionCounts Counts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Viewer.MakesNewslettersFor() is not { } organisation)
        {
            return Forbid();
        }

        var own = Db.Newsletters.Where(n => n.OrganisationId == organisation);
        var drafts = await own.Where(n => n.State == NewsletterState.Draft)
            .OrderByDescending(n => n.Subject.ChangedAt)
            .ThenByDescending(n => n.Id)
            .Take(Most)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        var sent = await own.Public().NewestFirst().Take(LastSent).Rows(Db).ToArrayAsync(cancellation);
        Drafts = [.. drafts.Select(row => T.ListRow(row))];
        Sent = [.. sent.Select(row => T.ListRow(row) with { Href = NewsletterLinks.Sending(row.Id) })];
        Counts = await Db.SubscriptionCountsAsync(cancellation);
        return Page();
    }
}
