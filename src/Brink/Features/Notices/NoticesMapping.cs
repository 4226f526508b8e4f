using Brink.Features.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<MailMessage> MailMessages => Set<MailMessage>();
        public DbSet<DigestLine> DigestLines => Set<DigestLine>();
        public DbSet<PostboxMessage> Postbox => Set<PostboxMessage>();
    }
}

namespace Brink.Features.Notices
{
    using Brink.Platform.Database;

    public class NoticesMapping
        : IEntityTypeConfiguration<MailMessage>,
            IEntityTypeConfiguration<DigestLine>,
            IEntityTypeConfiguration<PostboxMessage>
    {
        public void Configure(EntityTypeBuilder<MailMessage> entity)
        {
            entity.TenantKey();
            entity.Property(m => m.Key).HasMaxLength(120);
            entity.Property(m => m.ToAddress).HasMaxLength(254);
            entity.Property(m => m.Refused).HasDefaultValue(false);
            entity.HasIndex(m => new { m.MunicipalityId, m.Key }).IsUnique();
            var canWait = string.Join(", ", MailMessage.KindsThatCanWait.Select(kind => $"'{kind}'"));
            entity.Property(m => m.CanWait).HasComputedColumnSql($"kind IN ({canWait})", stored: true);
            entity
                .HasIndex(m => new
                {
                    m.MunicipalityId,
                    m.CanWait,
                    m.NotBefore,
                    m.Id,
                })
                .HasFilter("state = 'Waiting'");
            entity.HasIndex(m => new { m.MunicipalityId, m.State }).HasFilter("state = 'GaveUp'");
            entity.Refers(m => m.Person, m => new { m.MunicipalityId, m.PersonId }, DeleteBehavior.Cascade);
            entity.Refers(m => m.Subject, m => new { m.MunicipalityId, m.SubjectId });
            entity.Refers(m => m.JournalEntry, m => new { m.MunicipalityId, m.JournalEntryId });
        }

        public void Configure(EntityTypeBuilder<DigestLine> entity)
        {
            entity.HasKey(l => new
            {
                l.MunicipalityId,
                l.PersonId,
                l.JournalEntryId,
            });
            // The job looks for what waits, and that is mostly nothing.
            entity.HasIndex(l => new { l.MunicipalityId, l.Frequency }).HasFilter("day IS NULL");
            entity.Refers(l => l.Person, l => new { l.MunicipalityId, l.PersonId }, DeleteBehavior.Cascade);
            entity.Refers(l => l.JournalEntry, l => new { l.MunicipalityId, l.JournalEntryId });
        }

        public void Configure(EntityTypeBuilder<PostboxMessage> entity)
        {
            entity.ToTable("postbox_messages");
            entity.TenantKey();
            entity.HasIndex(m => new { m.MunicipalityId, m.MessageId }).IsUnique();
        }
    }
}
