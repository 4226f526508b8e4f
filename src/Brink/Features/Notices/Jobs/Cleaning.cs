using Brink.Features.Places;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Jobs;

/// <summary>Takes away what has served: keys of forms, links that expired, mails that went.</summary>
public sealed class Cleaning(TimeProvider time) : IMunicipalityJob
{
    public static readonly TimeSpan FormsStay = TimeSpan.FromDays(7);
    public static readonly TimeSpan LinksStay = TimeSpan.FromDays(30);

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var forms = now - FormsStay;
        var links = now - LinksStay;
        var terms = await KeepingTermsOf.MunicipalityAsync(db, cancellation);
        var mails = now.AddDays(-terms.DaysMailsStay);
        await db.SubmittedForms.Where(f => f.At < forms).ExecuteDeleteAsync(cancellation);
        await db.AccessLinks.Where(l => l.ExpiresAt < links).ExecuteDeleteAsync(cancellation);
        await db.Postbox.Where(m => m.At < mails).ExecuteDeleteAsync(cancellation);
        await db
            .MailMessages.Where(m => m.State != MailState.Waiting && m.NotBefore < mails)
            .ExecuteDeleteAsync(cancellation);
    }
}
