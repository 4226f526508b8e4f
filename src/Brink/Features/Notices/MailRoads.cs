using Brink.Platform.Database;
using Brink.Platform.Mail;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>How mail leaves: over the mail server that was set, else in the example into the postbox, else not at all.</summary>
public sealed class MailRoads(IServiceProvider services, TimeProvider time)
{
    private readonly IMailTransport? server = services.GetService<IMailTransport>();

    public bool HasServer => server is not null;

    /// <summary>How many mails may leave side by side.</summary>
    public int AtOnce => server?.AtOnce ?? 1;

    /// <returns>Null when mail must wait until a mail server is set.</returns>
    public IMailTransport? For(TenantInfo tenant, BrinkDb db) =>
        server ?? (tenant.IsExample ? new PostboxTransport(db, time) : null);
}

/// <summary>Keeps mails where a visitor of the example can read them. The same mail twice is one mail.</summary>
public sealed class PostboxTransport(BrinkDb db, TimeProvider time) : IMailTransport
{
    public int AtOnce => 1;

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellation) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO postbox_messages (municipality_id, id, message_id, "to", to_name, subject, text, at)
            VALUES ({db.TenantId}, nextval('ids'), {mail.MessageId}, {mail.ToAddress}, {mail.ToName}, {mail.Subject},
                    {mail.Text}, {time.GetUtcNow()})
            ON CONFLICT (municipality_id, message_id) DO NOTHING
            """,
            cancellation
        );
}
