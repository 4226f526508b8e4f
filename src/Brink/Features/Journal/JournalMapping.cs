using Brink.Features.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<JournalEntry> Journal => Set<JournalEntry>();
        public DbSet<PendingDispatch> PendingDispatches => Set<PendingDispatch>();
    }
}

namespace Brink.Features.Journal
{
    using Brink.Platform.Database;

    public class JournalMapping : IEntityTypeConfiguration<JournalEntry>, IEntityTypeConfiguration<PendingDispatch>
    {
        public void Configure(EntityTypeBuilder<JournalEntry> entity)
        {
            entity.ToTable("journal");
            entity.TenantKey();
            entity.Refers(e => e.Subject, e => new { e.MunicipalityId, e.SubjectId });
            entity.Property(e => e.Verb).HasMaxLength(60);
            entity.Property(e => e.About).HasColumnType("jsonb");
            entity.Property(e => e.RequestId).HasMaxLength(40);
            // The server's own number of the transaction: lets a reader find what was committed since it last looked,
            // also when an older transaction ends after a newer one.
            entity
                .Property<ulong>("Transaction")
                .HasColumnName("transaction_id")
                .HasColumnType("xid8")
                .HasDefaultValueSql("pg_current_xact_id()");
            entity.HasIndex("Transaction");
            entity.HasIndex(e => new
            {
                e.MunicipalityId,
                e.SubjectId,
                e.At,
            });
            entity.HasIndex(e => new { e.MunicipalityId, e.At });
            // Timelines and feeds pass by what thousands did with one click: see WorthTelling.
            const string Many =
                "verb NOT LIKE 'backing.%' AND verb NOT LIKE 'concern.%' AND verb NOT LIKE 'reaction.%' AND verb NOT LIKE 'answer.%'";
            entity
                .HasIndex(
                    e => new
                    {
                        e.MunicipalityId,
                        e.SubjectId,
                        e.At,
                    },
                    "ix_journal_telling_subject"
                )
                .HasFilter(Many);
            entity.HasIndex(e => new { e.MunicipalityId, e.At }, "ix_journal_telling").HasFilter(Many);
        }

        public void Configure(EntityTypeBuilder<PendingDispatch> entity)
        {
            entity.HasKey(p => new { p.MunicipalityId, p.JournalEntryId });
            entity.Refers(p => p.JournalEntry, p => new { p.MunicipalityId, p.JournalEntryId });
        }
    }
}
