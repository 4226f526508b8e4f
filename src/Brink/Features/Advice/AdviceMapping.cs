using Brink.Features.Advice;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<AdviceCase> Advices => Set<AdviceCase>();
        public DbSet<AdvicePoint> AdvicePoints => Set<AdvicePoint>();
        public DbSet<AdviceAnswer> AdviceAnswers => Set<AdviceAnswer>();
        public DbSet<AdviceAnswerLine> AdviceAnswerLines => Set<AdviceAnswerLine>();
    }
}

namespace Brink.Features.Advice
{
    using Brink.Platform.Database;

    public class AdviceMapping
        : IEntityTypeConfiguration<AdviceCase>,
            IEntityTypeConfiguration<AdvicePoint>,
            IEntityTypeConfiguration<AdviceAnswer>,
            IEntityTypeConfiguration<AdviceAnswerLine>
    {
        public void Configure(EntityTypeBuilder<AdviceCase> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(a => a.Subject)
                .WithOne()
                .HasForeignKey<AdviceCase>(a => new { a.MunicipalityId, a.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(a => a.Adviser, a => new { a.MunicipalityId, a.AdviserId });
            entity.Refers(a => a.Dossier, a => new { a.MunicipalityId, a.DossierId });
            entity.Refers(a => a.Standpoint, a => new { a.MunicipalityId, a.StandpointId });
            entity.Refers(a => a.AskContribution, a => new { a.MunicipalityId, a.AskContributionId });
            entity.Refers(a => a.GivenContribution, a => new { a.MunicipalityId, a.GivenContributionId });
            entity.Property(a => a.Question).HasMaxLength(AdviceCase.LongestText * 3);
            entity.Property(a => a.Background).HasMaxLength(AdviceCase.LongestText * 3);
            entity.Property(a => a.Text).HasMaxLength(AdviceCase.LongestText * 3);
            entity.Property(a => a.ReplyWords).HasMaxLength(AdviceCase.LongestWords * 3);
            entity.Property(a => a.Version).IsRowVersion();
            entity.Ignore(a => a.LastAnswer);
            entity.Ignore(a => a.DraftAnswer);
            entity.HasMany(a => a.Points).WithOne().HasForeignKey(p => new { p.MunicipalityId, p.AdviceId });
            entity.HasMany(a => a.Answers).WithOne().HasForeignKey(a => new { a.MunicipalityId, a.AdviceId });
            // What is asked of one adviser, and what of that is open.
            entity.HasIndex(a => new
            {
                a.MunicipalityId,
                a.AdviserId,
                a.State,
            });
            // What must be reminded of.
            entity
                .HasIndex(a => new { a.MunicipalityId, a.Due })
                .HasFilter("state = 'Asked' AND reminded_on IS NULL")
                .HasDatabaseName("ix_advices_to_remind");
            entity.ToTable(t =>
            {
                t.HasCheckConstraint("ck_advices_asked_with_a_day", "is_asked = (due IS NOT NULL)");
                t.HasCheckConstraint(
                    "ck_advices_given_whole",
                    "state NOT IN ('Given', 'Answered', 'TakenBack') OR given_at IS NOT NULL"
                );
            });
        }

        public void Configure(EntityTypeBuilder<AdvicePoint> entity)
        {
            entity.TenantKey();
            entity.Property(p => p.Text).HasMaxLength(AdviceCase.LongestPoint * 3);
            entity
                .HasIndex(p => new
                {
                    p.MunicipalityId,
                    p.AdviceId,
                    p.Number,
                })
                .IsUnique();
        }

        public void Configure(EntityTypeBuilder<AdviceAnswer> entity)
        {
            entity.TenantKey();
            entity.Refers(a => a.Contribution, a => new { a.MunicipalityId, a.ContributionId });
            entity.Property(a => a.Text).HasMaxLength(AdviceCase.LongestText * 3);
            entity.Property(a => a.Reason).HasMaxLength(AdviceCase.LongestWords * 3);
            entity
                .HasMany(a => a.Lines)
                .WithOne()
                .HasForeignKey(l => new { l.MunicipalityId, l.AnswerId })
                .OnDelete(DeleteBehavior.Restrict);
            entity
                .HasIndex(a => new
                {
                    a.MunicipalityId,
                    a.AdviceId,
                    a.Number,
                })
                .IsUnique();
            entity
                .HasIndex(a => new { a.MunicipalityId, a.AdviceId })
                .IsUnique()
                .HasFilter("published_at IS NULL")
                .HasDatabaseName("ix_advice_answers_one_draft");
            // A correction says why.
            entity.ToTable(t =>
                t.HasCheckConstraint("ck_advice_answers_say_why", "published_at IS NULL OR number = 1 OR reason <> ''")
            );
        }

        public void Configure(EntityTypeBuilder<AdviceAnswerLine> entity)
        {
            entity.HasKey(l => new
            {
                l.MunicipalityId,
                l.AnswerId,
                l.PointId,
            });
            entity.Refers<AdviceAnswerLine, AdvicePoint>(null, l => new { l.MunicipalityId, l.PointId });
            entity.Property(l => l.Because).HasMaxLength(AdviceCase.LongestText * 3);
        }
    }
}
