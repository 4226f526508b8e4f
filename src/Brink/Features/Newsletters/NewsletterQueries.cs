using Brink.Features.Notices;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>One newsletter in a list.</summary>
/// <param name="Places">Names of the villages and themes it is for; none is everyone.</param>
public sealed record NewsletterRow(
    long Id,
    string Title,
    string Slug,
    NewsletterState State,
    DateTimeOffset ChangedAt,
    DateTimeOffset? SentAt,
    string[] Places,
    bool IsExample
);

/// <summary>How far the mail of a newsletter is.</summary>
/// <param name="Receivers">Null as long as the mails are not made.</param>
/// <param name="Lapsed">Unsubscribed, or at rest, before its turn came.</param>
public sealed record SendingProgress(int? Receivers, int Gone, int Waiting, int Failed, int Lapsed)
{
    public bool IsDone => Receivers is not null && Waiting == 0;
}

/// <summary>How many subscriptions there are.</summary>
/// <param name="Asked">The link in the mail was not pressed yet.</param>
public sealed record SubscriptionCounts(int Active, int Resting, int Asked);

public static class NewsletterQueries
{
    public static IQueryable<Newsletter> Public(this IQueryable<Newsletter> newsletters) =>
        newsletters.Where(n => n.State == NewsletterState.Sent && n.Subject.Visibility == Visibility.Public);

    public static IQueryable<Newsletter> NewestFirst(this IQueryable<Newsletter> newsletters) =>
        newsletters.OrderByDescending(n => n.SentAt).ThenByDescending(n => n.Id);

    public static IQueryable<NewsletterRow> Rows(this IQueryable<Newsletter> newsletters, BrinkDb db) =>
        newsletters
            .AsNoTracking()
            .Select(n => new NewsletterRow(
                n.Id,
                n.Subject.Title,
                n.Subject.Slug,
                n.State,
                n.Subject.ChangedAt,
                n.SentAt,
                db.Subjects.Where(place =>
                        n.Subject.Villages.Any(v => v.VillageId == place.Id)
                        || n.Subject.Themes.Any(t => t.ThemeId == place.Id)
                    )
                    .OrderBy(place => place.Title)
                    .Select(place => place.Title)
                    .ToArray(),
                n.IsExample
            ))
            .AsSingleQuery();

    /// <summary>With everything that a verb or a page needs. Always the same number of queries.</summary>
    public static IQueryable<Newsletter> Whole(this IQueryable<Newsletter> newsletters) =>
        newsletters
            .Include(n => n.Subject.Villages)
            .Include(n => n.Subject.Themes)
            .Include(n => n.Items)
            .AsSplitQuery();

    public static Task<NewsletterStanding?> NewsletterStandingAsync(
        this BrinkDb db,
        long id,
        CancellationToken cancellation
    ) =>
        db
            .Newsletters.AsNoTracking()
            .Where(n => n.Id == id)
            .Select(n => new NewsletterStanding(n.Subject.Visibility, n.State, n.OrganisationId))
            .FirstOrDefaultAsync(cancellation);

    /// <summary>Villages and themes that a newsletter is for.</summary>
    public static long[] PlacesOf(Newsletter newsletter) =>
        [.. newsletter.Subject.Villages.Select(v => v.VillageId), .. newsletter.Subject.Themes.Select(t => t.ThemeId)];

    /// <summary>Who gets a newsletter for these places. The same as <see cref="NewsletterMailing"/> says in the database.</summary>
    public static IQueryable<NewsletterSubscription> Wanting(
        this IQueryable<NewsletterSubscription> subscriptions,
        IReadOnlyCollection<long> places
    ) =>
        subscriptions.Where(s =>
            s.State == SubscriptionState.Active
            && s.Person!.Email != null
            && (places.Count == 0 ? s.WantsEveryone : s.Wishes.Any(w => places.Contains(w.SubjectId)))
        );

    /// <summary>Two queries.</summary>
    public static async Task<SendingProgress> ProgressAsync(this BrinkDb db, long id, CancellationToken cancellation)
    {
        var kept = await db
            .Newsletters.Where(n => n.Id == id)
            .Select(n => new
            {
                n.Receivers,
                n.Left,
                n.Failed,
            })
            .SingleAsync(cancellation);
        var states = await db
            .MailMessages.Where(m => m.SubjectId == id && m.Kind == MailKind.Newsletter)
            .GroupBy(m => m.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        int Of(MailState state) => states.GetValueOrDefault(state);

        return kept.Receivers is { } all && states.Values.Sum() < all
            // Cleaned away, or on the way to it: what the night counted before that.
            ? new(
                all,
                kept.Left,
                Of(MailState.Waiting),
                kept.Failed,
                all - kept.Left - kept.Failed - Of(MailState.Waiting)
            )
            : new(
                kept.Receivers,
                Of(MailState.Sent),
                Of(MailState.Waiting),
                Of(MailState.GaveUp),
                Of(MailState.Lapsed)
            );
    }

    public static async Task<SubscriptionCounts> SubscriptionCountsAsync(
        this BrinkDb db,
        CancellationToken cancellation
    )
    {
        var states = await db
            .NewsletterSubscriptions.GroupBy(s => s.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return new(
            states.GetValueOrDefault(SubscriptionState.Active),
            states.GetValueOrDefault(SubscriptionState.Resting),
            states.GetValueOrDefault(SubscriptionState.Asked)
        );
    }
}
