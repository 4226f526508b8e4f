using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Platform.Database;

/// <summary>Marks a table whose changes need no line in the journal, and says why.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotJournaledAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}

/// <summary>What every save does: own the row, write the journal, wake whoever waits for it.</summary>
public sealed partial class BrinkDb
{
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        await EndConsentsAsync(cancellationToken);
        var journaled = Prepare();
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        Announce(journaled);
        return rows;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var journaled = Prepare();
        var rows = base.SaveChanges(acceptAllChangesOnSuccess);
        Announce(journaled);
        return rows;
    }

    private bool Prepare()
    {
        ChangeTracker.DetectChanges();
        WriteWhatHappened();
        BeginConsents();
        var journaled = false;
        var unjournaledChange = (Type?)null;
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
            {
                continue;
            }

            if (entry is { State: EntityState.Added, Entity: ITenantOwned owned })
            {
                if (owned.MunicipalityId == 0)
                {
                    owned.MunicipalityId = TenantId;
                }
            }

            if (entry.Entity is ITenantOwned row && row.MunicipalityId != TenantId)
            {
                throw new InvalidOperationException(
                    $"A {entry.Metadata.ShortName()} of another municipality can't be saved."
                );
            }

            if (entry.Entity is JournalEntry)
            {
                journaled = true;
            }
            else if (!Attribute.IsDefined(entry.Entity.GetType(), typeof(NotJournaledAttribute)))
            {
                unjournaledChange = entry.Entity.GetType();
            }
        }

        if (unjournaledChange is not null && !journaled)
        {
            throw new InvalidOperationException(
                $"{unjournaledChange.Name} changed and the journal says nothing: call Subject.Happened or add a JournalEntry."
            );
        }

        return journaled;
    }

    private void WriteWhatHappened()
    {
        foreach (var entry in ChangeTracker.Entries<Subject>().ToArray())
        {
            foreach (var happening in entry.Entity.TakeHappenings())
            {
                Add(JournalEntry.Of(entry.Entity, happening));
            }
        }

        foreach (var entry in ChangeTracker.Entries<JournalEntry>().Where(e => e.State == EntityState.Added).ToArray())
        {
            Add(new PendingDispatch { JournalEntry = entry.Entity });
        }
    }

    private void Announce(bool journaled)
    {
        if (journaled && Database.CurrentTransaction is null)
        {
            Signal?.Changed(TenantId);
        }
    }
}
