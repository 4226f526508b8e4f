using Brink.Features.Exchange;
using Brink.Features.Exchange.Experts;
using Brink.Features.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Help> Helps => Set<Help>();
        public DbSet<HelpResponse> HelpResponses => Set<HelpResponse>();
        public DbSet<Expert> Experts => Set<Expert>();
        public DbSet<ExpertMark> ExpertMarks => Set<ExpertMark>();
        public DbSet<ExpertQuestion> ExpertQuestions => Set<ExpertQuestion>();
    }
}

namespace Brink.Features.Exchange
{
    using Brink.Platform.Database;

    public class ExchangeMapping
        : IEntityTypeConfiguration<Help>,
            IEntityTypeConfiguration<HelpResponse>,
            IEntityTypeConfiguration<Expert>,
            IEntityTypeConfiguration<ExpertMark>,
            IEntityTypeConfiguration<ExpertQuestion>
    {
        public void Configure(EntityTypeBuilder<Help> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(h => h.Subject)
                .WithOne()
                .HasForeignKey<Help>(h => new { h.MunicipalityId, h.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(h => h.Contribution, h => new { h.MunicipalityId, h.ContributionId });
            entity.Refers<Help, Initiative>(null, h => new { h.MunicipalityId, h.InitiativeId });
            entity.Property(h => h.Text).HasMaxLength(Help.LongestText * 2);
            entity.Property(h => h.Thanks).HasMaxLength(Help.LongestThanks * 2);
            entity.Property(h => h.Version).IsRowVersion();
            entity
                .HasMany(h => h.Responses)
                .WithOne(r => r.Help)
                .HasForeignKey(r => new { r.MunicipalityId, r.HelpId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(h => new
            {
                h.MunicipalityId,
                h.State,
                h.EndsOn,
                h.Id,
            });
            entity.ToTable(t => t.HasCheckConstraint("ck_helps_places", "taken >= 0 AND taken <= number"));
        }

        public void Configure(EntityTypeBuilder<HelpResponse> entity)
        {
            entity.TenantKey();
            entity.Refers(r => r.Person, r => new { r.MunicipalityId, r.PersonId });
            entity.Refers(r => r.DecidedBy, r => new { r.MunicipalityId, r.DecidedById });
            entity.Refers(r => r.Contribution, r => new { r.MunicipalityId, r.ContributionId });
            entity.Property(r => r.Name).HasMaxLength(160);
            entity.Property(r => r.Message).HasMaxLength(HelpResponse.LongestMessage * 2);
            entity.Property(r => r.Reply).HasMaxLength(HelpResponse.LongestMessage * 2);
            entity.Property(r => r.Telephone).HasMaxLength(30);
            entity.Property(r => r.AskerTelephone).HasMaxLength(30);
            entity.Property(r => r.Version).IsRowVersion();
            // One answer of one person at a time.
            entity
                .HasIndex(r => new
                {
                    r.MunicipalityId,
                    r.HelpId,
                    r.PersonId,
                })
                .IsUnique()
                .HasFilter("state IN ('Unconfirmed', 'Waiting', 'Accepted')")
                .HasDatabaseName("ix_help_responses_one_standing");
            entity.HasIndex(r => new
            {
                r.MunicipalityId,
                r.HelpId,
                r.Id,
            });
        }

        public void Configure(EntityTypeBuilder<Expert> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(e => e.Subject)
                .WithOne()
                .HasForeignKey<Expert>(e => new { e.MunicipalityId, e.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(e => e.Contribution, e => new { e.MunicipalityId, e.ContributionId });
            entity.Property(e => e.Topics).HasMaxLength(600);
            entity.Property(e => e.CanAsk).HasMaxLength(4000);
            entity.Property(e => e.Version).IsRowVersion();
            entity
                .HasMany(e => e.Marks)
                .WithOne()
                .HasForeignKey(m => new { m.MunicipalityId, m.ExpertId })
                .OnDelete(DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<ExpertMark> entity)
        {
            entity.HasKey(m => new
            {
                m.MunicipalityId,
                m.ExpertId,
                m.OrganisationId,
            });
            entity.Refers(m => m.Organisation, m => new { m.MunicipalityId, m.OrganisationId });
        }

        public void Configure(EntityTypeBuilder<ExpertQuestion> entity)
        {
            entity.TenantKey();
            entity.Refers(q => q.Expert, q => new { q.MunicipalityId, q.ExpertId });
            entity.Refers(q => q.Person, q => new { q.MunicipalityId, q.PersonId });
            entity.Refers(q => q.Contribution, q => new { q.MunicipalityId, q.ContributionId });
            entity.Property(q => q.Name).HasMaxLength(160);
            entity.Property(q => q.Text).HasMaxLength(4000);
            entity.Property(q => q.Answer).HasMaxLength(8000);
            entity.Property(q => q.Version).IsRowVersion();
            entity.HasIndex(q => new
            {
                q.MunicipalityId,
                q.ExpertId,
                q.State,
                q.Id,
            });
            entity.HasIndex(q => new
            {
                q.MunicipalityId,
                q.PersonId,
                q.AskedAt,
            });
        }
    }
}
