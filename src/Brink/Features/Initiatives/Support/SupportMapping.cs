using Brink.Features.Initiatives.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Backing> Backings => Set<Backing>();
        public DbSet<SupportCount> SupportCounts => Set<SupportCount>();
        public DbSet<Concern> Concerns => Set<Concern>();
        public DbSet<Endorsement> Endorsements => Set<Endorsement>();
        public DbSet<PaperTally> PaperTallies => Set<PaperTally>();
        public DbSet<PaperCount> PaperCounts => Set<PaperCount>();
    }
}

namespace Brink.Features.Initiatives.Support
{
    using Brink.Platform.Database;

    public class SupportMapping
        : IEntityTypeConfiguration<Backing>,
            IEntityTypeConfiguration<SupportCount>,
            IEntityTypeConfiguration<Concern>,
            IEntityTypeConfiguration<Endorsement>,
            IEntityTypeConfiguration<PaperTally>,
            IEntityTypeConfiguration<PaperCount>
    {
        public void Configure(EntityTypeBuilder<Backing> entity)
        {
            entity.HasKey(b => new
            {
                b.MunicipalityId,
                b.InitiativeId,
                b.PersonId,
            });
            entity.Refers<Backing, Initiative>(null, b => new { b.MunicipalityId, b.InitiativeId });
            entity.Refers(b => b.Person, b => new { b.MunicipalityId, b.PersonId });
            entity.Refers(b => b.Village, b => new { b.MunicipalityId, b.VillageId });
            entity.Refers(b => b.Contribution, b => new { b.MunicipalityId, b.ContributionId });
            entity.Property(b => b.Version).IsRowVersion();
            entity
                .HasIndex(b => new
                {
                    b.MunicipalityId,
                    b.InitiativeId,
                    b.At,
                })
                .HasFilter("name_is_public AND state = 'Counted'")
                .HasDatabaseName("ix_backings_named");
        }

        public void Configure(EntityTypeBuilder<SupportCount> entity)
        {
            entity.HasKey(c => new
            {
                c.MunicipalityId,
                c.InitiativeId,
                c.Slot,
            });
            entity.Refers<SupportCount, Initiative>(null, c => new { c.MunicipalityId, c.InitiativeId });
        }

        public void Configure(EntityTypeBuilder<Concern> entity)
        {
            entity.TenantKey();
            entity.Refers(c => c.Initiative, c => new { c.MunicipalityId, c.InitiativeId });
            entity.Refers(c => c.Person, c => new { c.MunicipalityId, c.PersonId });
            entity.Refers(c => c.Organisation, c => new { c.MunicipalityId, c.OrganisationId });
            entity.Refers(c => c.Village, c => new { c.MunicipalityId, c.VillageId });
            entity.Refers(c => c.Contribution, c => new { c.MunicipalityId, c.ContributionId });
            entity.Refers(c => c.AnswerContribution, c => new { c.MunicipalityId, c.AnswerContributionId });
            entity.Property(c => c.Text).HasMaxLength(4000);
            entity.Property(c => c.Answer).HasMaxLength(4000);
            entity.Property(c => c.Version).IsRowVersion();
            entity
                .HasIndex(c => new
                {
                    c.MunicipalityId,
                    c.InitiativeId,
                    c.PersonId,
                    c.Number,
                })
                .IsUnique()
                .HasFilter("organisation_id IS NULL");
            entity.HasIndex(c => new
            {
                c.MunicipalityId,
                c.InitiativeId,
                c.At,
                c.Id,
            });
            entity.ToTable(t =>
                t.HasCheckConstraint("ck_concerns_number", $"number BETWEEN 0 AND {Concern.MostOfOnePerson}")
            );
        }

        public void Configure(EntityTypeBuilder<Endorsement> entity)
        {
            entity.TenantKey();
            entity.Refers<Endorsement, Initiative>(null, e => new { e.MunicipalityId, e.InitiativeId });
            entity.Refers(e => e.Organisation, e => new { e.MunicipalityId, e.OrganisationId });
            entity.Refers(e => e.Concern, e => new { e.MunicipalityId, e.ConcernId });
            entity.Property(e => e.Text).HasMaxLength(4000);
            entity.Property(e => e.Version).IsRowVersion();
            entity
                .HasIndex(e => new
                {
                    e.MunicipalityId,
                    e.InitiativeId,
                    e.OrganisationId,
                })
                .IsUnique();
        }

        public void Configure(EntityTypeBuilder<PaperTally> entity)
        {
            entity.TenantKey();
            entity.Refers<PaperTally, Initiative>(null, t => new { t.MunicipalityId, t.InitiativeId });
            entity.Refers(t => t.Contribution, t => new { t.MunicipalityId, t.ContributionId });
            entity.Property(t => t.Place).HasMaxLength(400);
            entity.Property(t => t.ScanHash).HasMaxLength(64);
            entity.Property(t => t.ScanContentType).HasMaxLength(80);
            entity.Property(t => t.Version).IsRowVersion();
            entity.HasMany(t => t.Counts).WithOne().HasForeignKey(c => new { c.MunicipalityId, c.TallyId });
        }

        public void Configure(EntityTypeBuilder<PaperCount> entity)
        {
            entity.TenantKey();
            entity.Refers(c => c.Person, c => new { c.MunicipalityId, c.PersonId });
            entity
                .HasIndex(c => new
                {
                    c.MunicipalityId,
                    c.TallyId,
                    c.PersonId,
                })
                .IsUnique();
        }
    }
}
