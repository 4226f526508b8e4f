using Brink.Features.Initiatives.GroundRules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<GroundRulesVersion> GroundRulesVersions => Set<GroundRulesVersion>();
        public DbSet<GroundRulesParty> GroundRulesParties => Set<GroundRulesParty>();
        public DbSet<GroundRulesResponse> GroundRulesResponses => Set<GroundRulesResponse>();
    }
}

namespace Brink.Features.Initiatives.GroundRules
{
    using Brink.Platform.Database;

    public class GroundRulesMapping
        : IEntityTypeConfiguration<GroundRulesVersion>,
            IEntityTypeConfiguration<GroundRulesParty>,
            IEntityTypeConfiguration<GroundRulesResponse>
    {
        /// <summary>Signs that a part may have, as a reader counts.</summary>
        public const int MostOfPart = 2000;
        public const int PartColumn = 8000;

        public void Configure(EntityTypeBuilder<GroundRulesVersion> entity)
        {
            entity.TenantKey();
            entity.Ignore(v => v.Parts);
            entity.Property(v => v.Deciding).HasMaxLength(PartColumn);
            entity.Property(v => v.Responsible).HasMaxLength(PartColumn);
            entity.Property(v => v.Fixed).HasMaxLength(PartColumn);
            entity.Property(v => v.Open).HasMaxLength(PartColumn);
            entity.Property(v => v.Participation).HasMaxLength(PartColumn);
            entity.Property(v => v.Talking).HasMaxLength(PartColumn);
            entity.Property(v => v.Contacts).HasMaxLength(PartColumn);
            entity.Property(v => v.Why).HasMaxLength(1000);
            entity.Property(v => v.Version).IsRowVersion();
            entity.Refers(v => v.ProposedBy, v => new { v.MunicipalityId, v.ProposedById });
            entity.Refers(v => v.Contribution, v => new { v.MunicipalityId, v.ContributionId });
            entity
                .HasMany(v => v.Responses)
                .WithOne()
                .HasForeignKey(r => new { r.MunicipalityId, r.VersionId })
                .OnDelete(DeleteBehavior.Restrict);
            entity
                .HasIndex(v => new
                {
                    v.MunicipalityId,
                    v.InitiativeId,
                    v.Number,
                })
                .IsUnique();
            entity
                .HasIndex(v => new { v.MunicipalityId, v.InitiativeId })
                .IsUnique()
                .HasFilter("state = 'Proposed'")
                .HasDatabaseName("ix_ground_rules_versions_one_open");
            entity.ToTable(t =>
                t.HasCheckConstraint("ck_ground_rules_versions_decided", "(state = 'Proposed') = (decided_at IS NULL)")
            );
        }

        public void Configure(EntityTypeBuilder<GroundRulesParty> entity)
        {
            entity.TenantKey();
            entity.Property(p => p.Version).IsRowVersion();
            entity.Refers(p => p.Organisation, p => new { p.MunicipalityId, p.OrganisationId });
            entity
                .HasIndex(p => new
                {
                    p.MunicipalityId,
                    p.InitiativeId,
                    p.Kind,
                    p.OrganisationId,
                })
                .IsUnique()
                .AreNullsDistinct(false)
                .HasFilter("until IS NULL")
                .HasDatabaseName("ix_ground_rules_parties_once");
            entity.ToTable(t =>
                t.HasCheckConstraint(
                    "ck_ground_rules_parties_organisation",
                    "(kind = 'Organisation') = (organisation_id IS NOT NULL)"
                )
            );
        }

        public void Configure(EntityTypeBuilder<GroundRulesResponse> entity)
        {
            entity.TenantKey();
            entity.Property(r => r.Words).HasMaxLength(4000);
            entity.Refers(r => r.Party, r => new { r.MunicipalityId, r.PartyId });
            entity.Refers(r => r.Contribution, r => new { r.MunicipalityId, r.ContributionId });
            entity
                .HasIndex(r => new
                {
                    r.MunicipalityId,
                    r.VersionId,
                    r.Turn,
                })
                .IsUnique();
        }
    }
}
