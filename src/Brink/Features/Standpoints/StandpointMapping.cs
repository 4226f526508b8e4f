using Brink.Features.Standpoints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Standpoint> Standpoints => Set<Standpoint>();
        public DbSet<StandpointVersion> StandpointVersions => Set<StandpointVersion>();
        public DbSet<StandpointSource> StandpointSources => Set<StandpointSource>();
        public DbSet<SigningRound> SigningRounds => Set<SigningRound>();
        public DbSet<InvitedAssociation> InvitedAssociations => Set<InvitedAssociation>();
        public DbSet<Signature> Signatures => Set<Signature>();
        public DbSet<SentReaction> SentReactions => Set<SentReaction>();
    }
}

namespace Brink.Features.Standpoints
{
    using Brink.Platform.Database;

    public class StandpointMapping
        : IEntityTypeConfiguration<Standpoint>,
            IEntityTypeConfiguration<StandpointVersion>,
            IEntityTypeConfiguration<StandpointSource>,
            IEntityTypeConfiguration<SigningRound>,
            IEntityTypeConfiguration<InvitedAssociation>,
            IEntityTypeConfiguration<Signature>,
            IEntityTypeConfiguration<SentReaction>
    {
        public void Configure(EntityTypeBuilder<Standpoint> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(s => s.Subject)
                .WithOne()
                .HasForeignKey<Standpoint>(s => new { s.MunicipalityId, s.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(s => s.Umbrella, s => new { s.MunicipalityId, s.UmbrellaId });
            entity.Refers(s => s.AnswerContribution, s => new { s.MunicipalityId, s.AnswerContributionId });
            entity.Property(s => s.AnswerText).HasMaxLength(20000);
            entity.Property(s => s.Version).IsRowVersion();
            entity.Ignore(s => s.Latest);
            entity.Ignore(s => s.OpenRound);
            entity.HasMany(s => s.Versions).WithOne().HasForeignKey(v => new { v.MunicipalityId, v.StandpointId });
            entity
                .HasMany(s => s.Rounds)
                .WithOne(r => r.Standpoint)
                .HasForeignKey(r => new { r.MunicipalityId, r.StandpointId });
            entity.HasMany(s => s.Sources).WithOne().HasForeignKey(s => new { s.MunicipalityId, s.StandpointId });
            entity.HasMany(s => s.SentReactions).WithOne().HasForeignKey(r => new { r.MunicipalityId, r.StandpointId });
            entity.HasIndex(s => new
            {
                s.MunicipalityId,
                s.UmbrellaId,
                s.State,
            });
            entity.ToTable(t =>
                t.HasCheckConstraint("ck_standpoints_answer_whole", "(state = 'Answered') = (answered_at IS NOT NULL)")
            );
        }

        public void Configure(EntityTypeBuilder<StandpointVersion> entity)
        {
            entity.TenantKey();
            entity.Refers(v => v.Contribution, v => new { v.MunicipalityId, v.ContributionId });
            entity.Property(v => v.Title).HasMaxLength(200);
            entity.Property(v => v.Text).HasMaxLength(20000);
            entity.Property(v => v.Asks).HasMaxLength(20000);
            entity.Property(v => v.Version).IsRowVersion();
            entity.Ignore(v => v.Words);
            entity
                .HasIndex(v => new
                {
                    v.MunicipalityId,
                    v.StandpointId,
                    v.Number,
                })
                .IsUnique();
        }

        public void Configure(EntityTypeBuilder<StandpointSource> entity)
        {
            entity.HasKey(s => new
            {
                s.MunicipalityId,
                s.StandpointId,
                s.SubjectId,
            });
            entity.Refers(s => s.Subject, s => new { s.MunicipalityId, s.SubjectId });
        }

        public void Configure(EntityTypeBuilder<SigningRound> entity)
        {
            entity.TenantKey();
            entity.Refers(r => r.Text, r => new { r.MunicipalityId, r.VersionId });
            entity.Property(r => r.Version).IsRowVersion();
            entity.Ignore(r => r.AllAnswered);
            entity
                .HasMany(r => r.Invited)
                .WithOne()
                .HasForeignKey(i => new { i.MunicipalityId, i.RoundId })
                .OnDelete(DeleteBehavior.Restrict);
            entity
                .HasMany(r => r.Signatures)
                .WithOne()
                .HasForeignKey(s => new { s.MunicipalityId, s.RoundId })
                .OnDelete(DeleteBehavior.Restrict);
            entity
                .HasIndex(r => new { r.MunicipalityId, r.StandpointId })
                .IsUnique()
                .HasFilter("ended_at IS NULL")
                .HasDatabaseName("ix_signing_rounds_one_open");
            entity
                .HasIndex(r => new
                {
                    r.MunicipalityId,
                    r.StandpointId,
                    r.Number,
                })
                .IsUnique();
        }

        public void Configure(EntityTypeBuilder<InvitedAssociation> entity)
        {
            entity.HasKey(i => new
            {
                i.MunicipalityId,
                i.RoundId,
                i.AssociationId,
            });
            entity.Refers(i => i.Association, i => new { i.MunicipalityId, i.AssociationId });
        }

        public void Configure(EntityTypeBuilder<Signature> entity)
        {
            entity.TenantKey();
            entity.Refers<Signature, InvitedAssociation>(
                null,
                s => new
                {
                    s.MunicipalityId,
                    s.RoundId,
                    s.AssociationId,
                }
            );
            entity.Refers(s => s.Contribution, s => new { s.MunicipalityId, s.ContributionId });
            entity.Refers(s => s.JournalEntry, s => new { s.MunicipalityId, s.JournalEntryId });
            entity.Property(s => s.Words).HasMaxLength(8000);
            entity.Property(s => s.On).HasColumnName("on_day");
            entity.Property(s => s.ScanHash).HasMaxLength(64);
            entity.Property(s => s.ScanContentType).HasMaxLength(80);
            entity.Ignore(s => s.IsEntered);
            entity
                .HasIndex(s => new
                {
                    s.MunicipalityId,
                    s.RoundId,
                    s.AssociationId,
                    s.Number,
                })
                .IsUnique();
        }

        public void Configure(EntityTypeBuilder<SentReaction> entity)
        {
            entity.HasKey(r => new
            {
                r.MunicipalityId,
                r.StandpointId,
                r.AssociationId,
            });
            entity.Refers<SentReaction, Places.Organisation>(null, r => new { r.MunicipalityId, r.AssociationId });
            entity.Property(r => r.Name).HasMaxLength(200);
            entity.Property(r => r.Words).HasMaxLength(8000);
        }
    }
}
