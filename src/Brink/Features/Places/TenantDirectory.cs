using Brink.Platform.Database;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places;

/// <summary>
/// Municipalities by host name, read now and then. With one municipality in the installation every host name leads to
/// it, so that a first start needs no name server.
/// </summary>
public sealed class TenantDirectory(IDbContextFactory<BrinkDb> databases, TimeProvider time) : ITenantDirectory
{
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(30);

    /// <summary>Cached pages go on while the database is away, so they don't wait long to learn that.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private volatile Known known = new([], DateTimeOffset.MinValue);

    public async ValueTask<TenantInfo?> FindByHostAsync(string host, CancellationToken cancellation)
    {
        var all = await AllAsync(cancellation);
        if (all.Count == 1)
        {
            return all[0];
        }

        foreach (var tenant in all)
        {
            if (string.Equals(tenant.Host, host, StringComparison.OrdinalIgnoreCase))
            {
                return tenant;
            }
        }

        return null;
    }

    public async ValueTask<IReadOnlyList<TenantInfo>> AllAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var current = known;
        if (current.Tenants.Count > 0 && now - current.ReadAt < ReadAgainAfter)
        {
            return current.Tenants;
        }

        try
        {
            var reading = ReadAsync(cancellation);
            known = new(await (current.Tenants.Count > 0 ? reading.WaitAsync(Patience, cancellation) : reading), now);
        }
        catch (Exception problem) when (current.Tenants.Count > 0 && DatabaseAway.Is(problem))
        {
            // What was known a moment ago still lets cached pages be served while the database is away.
            known = current with
            {
                ReadAt = now,
            };
        }

        return known.Tenants;
    }

    private async Task<TenantInfo[]> ReadAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db
            .Municipalities.AsNoTracking()
            .OrderBy(m => m.Id)
            .Select(m => new TenantInfo(
                m.Id,
                m.Name,
                m.Slug,
                m.Host,
                m.Theme,
                m.IsExample,
                m.ContactName,
                m.ContactMail,
                m.ContactTelephone
            )
            {
                LogoHash = m.LogoHash,
                Terms = new KeepingTerms(
                    m.DaysToConfirm,
                    m.DaysDraftsStay,
                    m.DaysStrangersStay,
                    m.DaysMailsStay,
                    m.MonthsUnused,
                    m.DaysWarned
                ),
            })
            .ToArrayAsync(cancellation);
    }

    public void Refresh() => known = known with { ReadAt = DateTimeOffset.MinValue };

    private sealed record Known(IReadOnlyList<TenantInfo> Tenants, DateTimeOffset ReadAt);
}
