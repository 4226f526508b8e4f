using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Brink.Platform.Database;

/// <summary>Announces a change of the journal when the transaction around it is committed, and not before.</summary>
public sealed class CommitAnnouncement : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (eventData.Context is BrinkDb db)
        {
            db.Signal?.Changed(db.TenantId);
        }
    }
}
