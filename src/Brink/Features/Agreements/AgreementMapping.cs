using Brink.Features.Agreements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Agreement> Agreements => Set<Agreement>();
        public DbSet<AgreementVersion> AgreementVersions => Set<AgreementVersion>();
        public DbSet<AgreementAnswer> AgreementAnswers => Set<AgreementAnswer>();
    }
}

namespace Brink.Features.Agreements
{
    using Brink.Platform.Database;

    public class AgreementMapping
        : IEntityTypeConfiguration<Agreement>,
            IEntityTypeConfiguration<AgreementVersion>,
            IEntityTypeConfiguration<AgreementParty>,
            IEntityTypeConfiguration<AgreementPledge>,
            IEntityTypeConfiguration<AgreementAnswer>,
            IEntityTypeConfiguration<AgreementEvaluation>
    {
        public void Configure(EntityTypeBuilder<Agreement> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(a => a.Subject)
                .WithOne()
                .HasForeignKey<Agreement>(a => new { a.MunicipalityId, a.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(a => a.Keeper, a => new { a.MunicipalityId, a.KeeperId });
            entity.Ignore(a => a.InForce);
            entity.Ignore(a => a.Open);
            entity.Property(a => a.From).HasColumnName("from_day");
            entity.Property(a => a.To).HasColumnName("to_day");
            entity.Property(a => a.EndedWhy).HasMaxLength(Agreement.LongestWhy * 2);
            entity.Property(a => a.Version).IsRowVersion();
            entity
                .HasMany(a => a.Versions)
                .WithOne()
                .HasForeignKey(v => new { v.MunicipalityId, v.AgreementId })
                .OnDelete(DeleteBehavior.Restrict);
            entity
                .HasMany(a => a.Evaluations)
                .WithOne()
                .HasForeignKey(e => new { e.MunicipalityId, e.AgreementId })
                .OnDelete(DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<AgreementVersion> entity)
        {
            entity.TenantKey();
            entity.Property(v => v.Text).HasMaxLength(Agreement.LongestText * 2);
            entity.Property(v => v.Why).HasMaxLength(Agreement.LongestWhy * 2);
            entity.Property(v => v.SignedOnPaper).HasMaxLength(200);
            entity.Property(v => v.Version).IsRowVersion();
            entity.Ignore(v => v.AllSigned);
            entity
                .HasMany(v => v.Parties)
                .WithOne()
                .HasForeignKey(p => new { p.MunicipalityId, p.VersionId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasMany(v => v.Pledges)
                .WithOne()
                .HasForeignKey(p => new { p.MunicipalityId, p.VersionId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasMany(v => v.Answers)
                .WithOne()
                .HasForeignKey(a => new { a.MunicipalityId, a.VersionId })
                .OnDelete(DeleteBehavior.Restrict);
            // Two who begin a next text at once meet here.
            entity
                .HasIndex(v => new
                {
                    v.MunicipalityId,
                    v.AgreementId,
                    v.Number,
                })
                .IsUnique();
            entity.ToTable(t =>
                t.HasCheckConstraint("ck_agreement_versions_in_force", "state <> 'InForce' OR in_force_on IS NOT NULL")
            );
        }

        public void Configure(EntityTypeBuilder<AgreementParty> entity)
        {
            entity.HasKey(p => new
            {
                p.MunicipalityId,
                p.VersionId,
                p.OrganisationId,
            });
            entity.Refers(p => p.Organisation, p => new { p.MunicipalityId, p.OrganisationId });
        }

        public void Configure(EntityTypeBuilder<AgreementPledge> entity)
        {
            entity.TenantKey();
            entity.Property(p => p.What).HasMaxLength(AgreementPledge.LongestWhat * 2);
            entity.Refers(p => p.Organisation, p => new { p.MunicipalityId, p.OrganisationId });
            entity.Refers(p => p.Theme, p => new { p.MunicipalityId, p.ThemeId });
        }

        public void Configure(EntityTypeBuilder<AgreementAnswer> entity)
        {
            entity.TenantKey();
            entity.Property(a => a.Words).HasMaxLength(AgreementAnswer.LongestWords * 4);
            entity.Property(a => a.On).HasColumnName("on_day");
            entity.Property(a => a.ScanHash).HasMaxLength(64);
            entity.Property(a => a.ScanContentType).HasMaxLength(80);
            entity.Refers(a => a.Contribution, a => new { a.MunicipalityId, a.ContributionId });
            entity.Refers<AgreementAnswer, AgreementParty>(
                null,
                a => new
                {
                    a.MunicipalityId,
                    a.VersionId,
                    a.OrganisationId,
                }
            );
            entity
                .HasIndex(a => new
                {
                    a.MunicipalityId,
                    a.VersionId,
                    a.OrganisationId,
                    a.Turn,
                })
                .IsUnique();
        }

        public void Configure(EntityTypeBuilder<AgreementEvaluation> entity)
        {
            entity.TenantKey();
            entity.Property(e => e.On).HasColumnName("on_day");
            entity
                .HasIndex(e => new
                {
                    e.MunicipalityId,
                    e.AgreementId,
                    e.On,
                })
                .IsUnique();
        }
    }
}
