using Brink.Features.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Initiative> Initiatives => Set<Initiative>();
        public DbSet<Initiator> Initiators => Set<Initiator>();
        public DbSet<Question> Questions => Set<Question>();
        public DbSet<Update> Updates => Set<Update>();
        public DbSet<PhaseChange> PhaseChanges => Set<PhaseChange>();
        public DbSet<Requirement> Requirements => Set<Requirement>();
        public DbSet<Colleague> Colleagues => Set<Colleague>();
    }
}

namespace Brink.Features.Initiatives
{
    using Brink.Platform.Database;

    public class InitiativeMapping
        : IEntityTypeConfiguration<Initiative>,
            IEntityTypeConfiguration<Initiator>,
            IEntityTypeConfiguration<PhaseChange>,
            IEntityTypeConfiguration<Requirement>,
            IEntityTypeConfiguration<Colleague>,
            IEntityTypeConfiguration<Question>,
            IEntityTypeConfiguration<Update>
    {
        public void Configure(EntityTypeBuilder<Initiative> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(i => i.Subject)
                .WithOne()
                .HasForeignKey<Initiative>(i => new { i.MunicipalityId, i.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(i => i.Village, i => new { i.MunicipalityId, i.VillageId });
            entity.Refers(i => i.Contribution, i => new { i.MunicipalityId, i.ContributionId });
            entity.Property(i => i.What).HasMaxLength(20000);
            entity.Property(i => i.Why).HasMaxLength(20000);
            entity.Property(i => i.Companions).HasMaxLength(1000);
            entity.Property(i => i.GroupName).HasMaxLength(160);
            entity.Property(i => i.PlaceNote).HasMaxLength(300);
            entity.Property(i => i.NextStep).HasMaxLength(500);
            entity.Property(i => i.NextStepBy).HasMaxLength(200);
            entity.Property(i => i.AnswerText).HasMaxLength(20000);
            entity.Property(i => i.Lessons).HasMaxLength(20000);
            entity.Property(i => i.Version).IsRowVersion();
            entity.HasIndex(i => new
            {
                i.MunicipalityId,
                i.VillageId,
                i.Id,
            });
            entity.HasIndex(i => new
            {
                i.MunicipalityId,
                i.Phase,
                i.Id,
            });
            entity.HasIndex(i => new
            {
                i.MunicipalityId,
                i.Intake,
                i.Id,
            });
            entity.HasMany(i => i.Initiators).WithOne().HasForeignKey(x => new { x.MunicipalityId, x.InitiativeId });
            entity.HasMany(i => i.Phases).WithOne().HasForeignKey(x => new { x.MunicipalityId, x.InitiativeId });
            entity.HasMany(i => i.Requirements).WithOne().HasForeignKey(x => new { x.MunicipalityId, x.InitiativeId });
            entity.HasMany(i => i.Colleagues).WithOne().HasForeignKey(x => new { x.MunicipalityId, x.InitiativeId });
            entity
                .HasMany(i => i.Questions)
                .WithOne(q => q.Initiative)
                .HasForeignKey(x => new { x.MunicipalityId, x.InitiativeId });
            entity.HasMany(i => i.Updates).WithOne().HasForeignKey(x => new { x.MunicipalityId, x.InitiativeId });
            entity
                .HasMany(i => i.GroundRulesVersions)
                .WithOne()
                .HasForeignKey(x => new { x.MunicipalityId, x.InitiativeId });
            entity
                .HasMany(i => i.GroundRulesParties)
                .WithOne()
                .HasForeignKey(x => new { x.MunicipalityId, x.InitiativeId });
            entity.ToTable(t =>
                t.HasCheckConstraint("ck_initiatives_answer_whole", "(answer IS NULL) = (answered_at IS NULL)")
            );
        }

        public void Configure(EntityTypeBuilder<Initiator> entity)
        {
            entity.HasKey(i => new
            {
                i.MunicipalityId,
                i.InitiativeId,
                i.PersonId,
            });
            entity.Refers(i => i.Person, i => new { i.MunicipalityId, i.PersonId });
        }

        public void Configure(EntityTypeBuilder<PhaseChange> entity)
        {
            entity.TenantKey();
            entity.Property(p => p.NextStep).HasMaxLength(500);
        }

        public void Configure(EntityTypeBuilder<Requirement> entity)
        {
            entity.TenantKey();
            entity.Property(r => r.Text).HasMaxLength(2000);
        }

        public void Configure(EntityTypeBuilder<Colleague> entity)
        {
            entity.HasKey(c => new
            {
                c.MunicipalityId,
                c.InitiativeId,
                c.PersonId,
            });
            entity.Refers(c => c.Person, c => new { c.MunicipalityId, c.PersonId });
            entity.Property(c => c.Why).HasMaxLength(300);
        }

        public void Configure(EntityTypeBuilder<Question> entity)
        {
            entity.TenantKey();
            entity.Refers(q => q.Contribution, q => new { q.MunicipalityId, q.ContributionId });
            entity.Refers(q => q.ReplyContribution, q => new { q.MunicipalityId, q.ReplyContributionId });
            entity.Property(q => q.Text).HasMaxLength(4000);
            entity.Property(q => q.Reply).HasMaxLength(4000);
            entity.Property(q => q.Version).IsRowVersion();
        }

        public void Configure(EntityTypeBuilder<Update> entity)
        {
            entity.TenantKey();
            entity.Refers(u => u.Contribution, u => new { u.MunicipalityId, u.ContributionId });
            entity.Property(u => u.Text).HasMaxLength(20000);
            entity.HasIndex(u => new
            {
                u.MunicipalityId,
                u.InitiativeId,
                u.At,
                u.Id,
            });
        }
    }
}
