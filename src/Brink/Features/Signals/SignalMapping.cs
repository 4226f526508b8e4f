using Brink.Features.Signals;
using Brink.Features.Signals.Concerns;
using Brink.Features.Signals.Defects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Signal> Signals => Set<Signal>();
        public DbSet<SignalForward> SignalForwards => Set<SignalForward>();
        public DbSet<SharedConcern> SharedConcerns => Set<SharedConcern>();
        public DbSet<ConcernSignal> ConcernSignals => Set<ConcernSignal>();
        public DbSet<Defect> Defects => Set<Defect>();
    }
}

namespace Brink.Features.Signals
{
    using Brink.Platform.Database;

    public class SignalMapping
        : IEntityTypeConfiguration<Signal>,
            IEntityTypeConfiguration<SignalForward>,
            IEntityTypeConfiguration<SharedConcern>,
            IEntityTypeConfiguration<ConcernSignal>,
            IEntityTypeConfiguration<Defect>
    {
        public void Configure(EntityTypeBuilder<Signal> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(s => s.Subject)
                .WithOne()
                .HasForeignKey<Signal>(s => new { s.MunicipalityId, s.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(s => s.Village, s => new { s.MunicipalityId, s.VillageId });
            entity.Refers(s => s.Contribution, s => new { s.MunicipalityId, s.ContributionId });
            entity.Refers(s => s.AnsweredFor, s => new { s.MunicipalityId, s.AnsweredForId });
            entity.Refers(s => s.MergedInto, s => new { s.MunicipalityId, s.MergedIntoId });
            entity.Refers(s => s.SplitFrom, s => new { s.MunicipalityId, s.SplitFromId });
            entity.Property(s => s.Text).HasMaxLength(20000);
            entity.Property(s => s.PlaceNote).HasMaxLength(2000);
            entity.Property(s => s.AnswerText).HasMaxLength(40000);
            entity.Property(s => s.Version).IsRowVersion();
            entity.HasIndex(s => new
            {
                s.MunicipalityId,
                s.State,
                s.Id,
            });
            entity.HasIndex(s => new
            {
                s.MunicipalityId,
                s.VillageId,
                s.Id,
            });
            entity
                .HasMany(s => s.Forwards)
                .WithOne()
                .HasForeignKey(f => new { f.MunicipalityId, f.SignalId })
                .OnDelete(DeleteBehavior.Cascade);
            entity.ToTable(t =>
            {
                t.HasCheckConstraint("ck_signals_answer_whole", "(answer IS NULL) = (answered_at IS NULL)");
                t.HasCheckConstraint("ck_signals_answered", "(state <> 'Answered') OR (answer IS NOT NULL)");
                t.HasCheckConstraint("ck_signals_merged_into", "(state = 'Merged') = (merged_into_id IS NOT NULL)");
                t.HasCheckConstraint("ck_signals_not_into_itself", "merged_into_id <> id");
            });
        }

        public void Configure(EntityTypeBuilder<SignalForward> entity)
        {
            entity.TenantKey();
            entity.Refers(f => f.Organisation, f => new { f.MunicipalityId, f.OrganisationId });
            entity.Refers(f => f.Person, f => new { f.MunicipalityId, f.PersonId });
            entity.Property(f => f.Name).HasMaxLength(200);
            entity.Property(f => f.Note).HasMaxLength(4000);
            // One organisation owes the answer, however many accept at once.
            entity
                .HasIndex(f => new { f.MunicipalityId, f.SignalId })
                .IsUnique()
                .HasFilter("accepted_at IS NOT NULL")
                .HasDatabaseName("ix_signal_forwards_one_accepted");
        }

        public void Configure(EntityTypeBuilder<SharedConcern> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(c => c.Subject)
                .WithOne()
                .HasForeignKey<SharedConcern>(c => new { c.MunicipalityId, c.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(c => c.KeptBy, c => new { c.MunicipalityId, c.KeptById });
            entity.Property(c => c.Text).HasMaxLength(20000);
            entity.Property(c => c.Version).IsRowVersion();
            entity
                .HasMany(c => c.Signals)
                .WithOne()
                .HasForeignKey(s => new { s.MunicipalityId, s.ConcernId })
                .OnDelete(DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<ConcernSignal> entity)
        {
            entity.HasKey(s => new
            {
                s.MunicipalityId,
                s.ConcernId,
                s.SignalId,
            });
            entity.Refers(s => s.Signal, s => new { s.MunicipalityId, s.SignalId });
        }

        public void Configure(EntityTypeBuilder<Defect> entity)
        {
            entity.TenantKey();
            entity.Refers(d => d.Village, d => new { d.MunicipalityId, d.VillageId });
            entity.Property(d => d.What).HasMaxLength(4000);
            entity.Property(d => d.PlaceNote).HasMaxLength(300);
            entity.Property(d => d.Reporter).HasMaxLength(400);
        }
    }
}
