using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>Where a link in a mail leads of somebody who backs or worries without signing in.</summary>
public abstract class SupportLinkPage(LinkPurpose purpose) : BrinkPage
{
    public long Id { get; private set; }
    public string Title { get; private set; } = "";
    public string Href { get; private set; } = "/";
    public bool IsUsed { get; private set; }
    public bool IsExpired { get; private set; }

    /// <summary>The person carries the initiative, and so answers concerns instead of counting.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>The village of the initiative.</summary>
    protected long VillageId { get; private set; }
    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <returns>Null when there is no such link.</returns>
    protected async Task<AccessLink?> LoadAsync(string secret)
    {
        Response.Headers.CacheControl = "no-store";
        if (await LinkToConfirm.FindAsync(Db, secret, purpose, Aborted) is not { } found)
        {
            return null;
        }

        (Id, Title, Href) = (found.Link.SubjectId!.Value, found.Title, found.Href);
        (IsUsed, IsExpired) = (found.Link.UsedAt is not null, found.Link.ExpiresAt <= Time.GetUtcNow());
        var about = await Db
            .Initiatives.Where(i => i.Id == Id)
            .Select(i => new { i.VillageId, IsOwn = i.Initiators.Any(who => who.PersonId == found.Link.PersonId) })
            .FirstOrDefaultAsync(Aborted);
        if (about is null)
        {
            return null;
        }

        (VillageId, IsOwn) = (about.VillageId, about.IsOwn);
        return found.Link;
    }
}
