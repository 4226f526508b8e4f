using Brink.Features.Notices;
using Brink.Features.Notices.Jobs;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>
/// Takes away what somebody typed and nobody confirmed, and keeps how many mails of a newsletter left and how many did not
/// arrive, before the mails themselves are cleaned away.
/// </summary>
public sealed class NewsletterNights(TimeProvider time) : IMunicipalityJob
{
    /// <summary>The link lasts so long; a day more so that nobody is too late by an hour.</summary>
    public static readonly TimeSpan UnconfirmedStay = NewsletterMails.ConfirmationLasts + TimeSpan.FromDays(1);

    /// <summary>Mail is tried for some three days; an administrator may try once more after that.</summary>
    private static readonly TimeSpan Counted = TimeSpan.FromDays(14);

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var unconfirmed = now - UnconfirmedStay;
        await db
            .NewsletterSubscriptions.Where(s => s.State == SubscriptionState.Asked && s.Since < unconfirmed)
            .ExecuteDeleteAsync(cancellation);
        var since = now - Counted;
        await db
            .Newsletters.Where(n => n.State == NewsletterState.Sent && n.SentAt > since)
            .Where(n => n.Receivers == db.MailMessages.Count(m => m.SubjectId == n.Id && m.Kind == MailKind.Newsletter))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(
                            n => n.Left,
                            n =>
                                db.MailMessages.Count(m =>
                                    m.SubjectId == n.Id && m.Kind == MailKind.Newsletter && m.State == MailState.Sent
                                )
                        )
                        .SetProperty(
                            n => n.Failed,
                            n =>
                                db.MailMessages.Count(m =>
                                    m.SubjectId == n.Id && m.Kind == MailKind.Newsletter && m.State == MailState.GaveUp
                                )
                        ),
                cancellation
            );
    }
}
