using System.Net.Mail;
using Brink.Features.Notices.Mails;
using Brink.Features.Shared;
using Brink.Platform.Database;
using Brink.Platform.Mail;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>
/// Sends the next of the waiting mails; several may do so at once, here and in other instances. A mail is claimed for a few minutes, written, its secret links kept as hashes, and
/// only then handed over; a crash after that sends it once more when the claim ends, under the same Message-ID.
/// </summary>
public sealed partial class MailSender(
    IDbContextFactory<BrinkDb> databases,
    MailWriter writer,
    MailRoads roads,
    TimeProvider time,
    ILogger<MailSender> logger
)
{
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>Well within the claim, so that nobody else starts on it meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>Whether to go on: false when nothing waits, or when the road is blocked.</returns>
    public async Task<bool> SendNextAsync(TenantInfo tenant, CancellationToken cancellation)
    {
        await using var db = await databases.OpenAsync(tenant, cancellation);
        if (roads.For(tenant, db) is not { } transport)
        {
            return false;
        }

        var message = await ClaimAsync(db, tenant, cancellation);
        if (message is null)
        {
            return false;
        }

        if (await WrittenAsync(db, tenant, message, cancellation) is not { } written)
        {
            return true;
        }

        if (written.Mail is not { } mail)
        {
            message.Lapse();
            db.RemoveRange(written.Spent);
            await db.SaveChangesAsync(cancellation);
            return true;
        }

        try
        {
            // The links in it must work by the time it is read.
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException problem) when (Conflict.IsErasedPerson(problem))
        {
            // The reader was erased meanwhile, and this mail with it.
            return true;
        }

        var delivered = await HandOverAsync(transport, mail, message);
        if (message.State == MailState.Sent)
        {
            db.RemoveRange(written.Spent);
        }

        await SettleAsync(db);
        return delivered;
    }

    /// <returns>Null when it could not be written: tried again later, and after days shown to the administrator.</returns>
    private async Task<WrittenMail?> WrittenAsync(
        BrinkDb db,
        TenantInfo tenant,
        MailMessage message,
        CancellationToken cancellation
    )
    {
        try
        {
            return await writer.WriteAsync(db, tenant, message, cancellation);
        }
        catch (Exception problem) when (problem is not OperationCanceledException && !DatabaseAway.Is(problem))
        {
            LogUnwritten(logger, problem, message.Id);
            db.ChangeTracker.Clear();
            var again = await db.MailMessages.FirstOrDefaultAsync(m => m.Id == message.Id, cancellation);
            again?.Failed(time.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
            return null;
        }
    }

    /// <summary>What has served may be gone already, when its reader was erased while the mail was on its way.</summary>
    private static async Task SettleAsync(BrinkDb db)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            foreach (var spent in db.ChangeTracker.Entries().Where(e => e.State == EntityState.Deleted).ToArray())
            {
                spent.State = EntityState.Detached;
            }

            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private async Task<MailMessage?> ClaimAsync(BrinkDb db, TenantInfo tenant, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var until = now + Claim;
        var claimed = await db
            .Database.SqlQuery<long>(
                $"""
                UPDATE mail_messages SET attempts = attempts + 1, not_before = {until}
                WHERE municipality_id = {tenant.Id} AND id = (
                    SELECT id FROM mail_messages
                    WHERE municipality_id = {tenant.Id} AND state = 'Waiting' AND not_before <= {now}
                    ORDER BY can_wait, not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id AS "Value"
                """
            )
            .ToListAsync(cancellation);
        return claimed.Count == 0
            ? null
            : await db.MailMessages.Include(m => m.Person).SingleAsync(m => m.Id == claimed[0], cancellation);
    }

    /// <summary>Not stopped halfway when the program stops: what the other side accepted must be marked.</summary>
    private async Task<bool> HandOverAsync(IMailTransport transport, OutgoingMail mail, MailMessage message)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await transport.SendAsync(mail, patience.Token);
            message.Sent(time.GetUtcNow());
            return true;
        }
        catch (MailRefusedException refusal)
        {
            LogRefused(logger, message.Id, refusal.Message);
            message.GiveUp();
            return true;
        }
        catch (Exception problem)
        {
            LogFailed(logger, message.Id, message.Attempts, ReasonOf(problem));
            message.Failed(time.GetUtcNow());
            return false;
        }
    }

    /// <summary>Without the server's own words: they mostly repeat the address.</summary>
    private static string ReasonOf(Exception problem) =>
        problem is SmtpException refused
            ? $"{refused.StatusCode}{(refused.InnerException is { } cause ? ", " + cause.Message : "")}"
            : $"{problem.GetType().Name}, {problem.Message}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} was refused for good: {Reason}")]
    private static partial void LogRefused(ILogger logger, long id, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} could not be written")]
    private static partial void LogUnwritten(ILogger logger, Exception problem, long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} could not be sent at attempt {Attempt}: {Reason}")]
    private static partial void LogFailed(ILogger logger, long id, int attempt, string reason);
}
