using Brink.Features.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Document> Documents => Set<Document>();
        public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();
        public DbSet<DocumentSection> DocumentSections => Set<DocumentSection>();
        public DbSet<WordFile> WordFiles => Set<WordFile>();
        public DbSet<DocumentPicture> DocumentPictures => Set<DocumentPicture>();
        public DbSet<Round> Rounds => Set<Round>();
        public DbSet<RoundExtension> RoundExtensions => Set<RoundExtension>();
        public DbSet<RoundCount> RoundCounts => Set<RoundCount>();
        public DbSet<Reaction> Reactions => Set<Reaction>();
        public DbSet<RoundAnswer> RoundAnswers => Set<RoundAnswer>();
        public DbSet<AnswerCorrection> AnswerCorrections => Set<AnswerCorrection>();
    }
}

namespace Brink.Features.Rounds
{
    using Brink.Platform.Database;

    public class DocumentMapping
        : IEntityTypeConfiguration<Document>,
            IEntityTypeConfiguration<DocumentVersion>,
            IEntityTypeConfiguration<DocumentSection>
    {
        public void Configure(EntityTypeBuilder<Document> entity)
        {
            entity.TenantKey();
            entity.Refers(d => d.Dossier, d => new { d.MunicipalityId, d.DossierId });
            entity.Property(d => d.Title).HasMaxLength(Document.LongestTitle * 3);
            entity.Property(d => d.Draft).HasMaxLength(Document.LongestText * 2);
            entity.Property(d => d.Version).IsRowVersion();
            entity.Refers(d => d.WordFile, d => new { d.MunicipalityId, d.WordFileId });
        }

        public void Configure(EntityTypeBuilder<DocumentVersion> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(v => v.Document)
                .WithMany(d => d.Versions)
                .HasForeignKey(v => new { v.MunicipalityId, v.DocumentId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(v => v.WordFile, v => new { v.MunicipalityId, v.WordFileId });
            entity.Property(v => v.Label).HasMaxLength(DocumentVersion.LongestLabel * 3);
            entity
                .HasIndex(v => new
                {
                    v.MunicipalityId,
                    v.DocumentId,
                    v.Number,
                })
                .IsUnique();
        }

        public void Configure(EntityTypeBuilder<DocumentSection> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(s => s.Version)
                .WithMany(v => v.Sections)
                .HasForeignKey(s => new { s.MunicipalityId, s.VersionId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Property(s => s.Heading).HasMaxLength(800);
            entity.Property(s => s.Text).HasMaxLength(Document.LongestText * 2);
            entity
                .HasIndex(s => new
                {
                    s.MunicipalityId,
                    s.VersionId,
                    s.Anchor,
                })
                .IsUnique();
        }
    }

    public class RoundsMapping
        : IEntityTypeConfiguration<Round>,
            IEntityTypeConfiguration<RoundExtension>,
            IEntityTypeConfiguration<RoundCount>,
            IEntityTypeConfiguration<Reaction>,
            IEntityTypeConfiguration<RoundAnswer>,
            IEntityTypeConfiguration<AnswerCorrection>
    {
        public void Configure(EntityTypeBuilder<Round> entity)
        {
            entity.TenantKey();
            entity.Refers(r => r.Dossier, r => new { r.MunicipalityId, r.DossierId });
            entity.Refers(r => r.Document, r => new { r.MunicipalityId, r.DocumentId });
            entity.Refers(r => r.Promise, r => new { r.MunicipalityId, r.PromiseId });
            entity.Property(r => r.Question).HasMaxLength(Round.LongestQuestion * 3);
            entity.Property(r => r.Version).IsRowVersion();
            entity
                .HasMany(r => r.Extensions)
                .WithOne()
                .HasForeignKey(e => new { e.MunicipalityId, e.RoundId })
                .OnDelete(DeleteBehavior.Cascade);
            // What the clock has to say.
            entity
                .HasIndex(r => new { r.MunicipalityId, r.ClosesAt })
                .HasFilter("NOT opening_told OR NOT closing_told")
                .HasDatabaseName("ix_rounds_to_tell");
            // What waits for officers.
            entity.HasIndex(r => new { r.MunicipalityId, r.AnswerBy }).HasFilter("finished_at IS NULL");
            entity.ToTable(t => t.HasCheckConstraint("ck_rounds_closes_after_it_opens", "closes_at > opens_at"));
        }

        public void Configure(EntityTypeBuilder<RoundExtension> entity)
        {
            entity.TenantKey();
            entity.Property(e => e.Reason).HasMaxLength(Round.LongestReason * 3);
        }

        public void Configure(EntityTypeBuilder<RoundCount> entity)
        {
            entity.HasKey(c => new
            {
                c.MunicipalityId,
                c.RoundId,
                c.Anchor,
                c.Slot,
            });
            entity.Refers<RoundCount, Round>(null, c => new { c.MunicipalityId, c.RoundId });
        }

        public void Configure(EntityTypeBuilder<Reaction> entity)
        {
            entity.TenantKey();
            entity.Refers(r => r.Round, r => new { r.MunicipalityId, r.RoundId });
            entity.Refers(r => r.Person, r => new { r.MunicipalityId, r.PersonId });
            entity.Refers(r => r.Organisation, r => new { r.MunicipalityId, r.OrganisationId });
            entity.Refers(r => r.Contribution, r => new { r.MunicipalityId, r.ContributionId });
            entity.Refers(r => r.Section, r => new { r.MunicipalityId, r.SectionId });
            entity
                .HasOne(r => r.Answer)
                .WithMany(a => a.Reactions)
                .HasForeignKey(r => new { r.MunicipalityId, r.AnswerId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Property(r => r.Text).HasMaxLength(Reaction.LongestText * 3);
            entity.Property(r => r.Proposed).HasMaxLength(Reaction.LongestProposed * 3);
            entity.Property(r => r.Quote).HasMaxLength(Reaction.LongestQuote * 3);
            entity.Property(r => r.OwnWords).HasMaxLength(Reaction.LongestOwnWords * 3);
            entity.Property(r => r.FileHash).HasMaxLength(64);
            entity.Property(r => r.FileType).HasMaxLength(80);
            entity.Property(r => r.Version).IsRowVersion();
            entity.HasIndex(r => new
            {
                r.MunicipalityId,
                r.RoundId,
                r.At,
                r.Id,
            });
            entity.HasIndex(r => new
            {
                r.MunicipalityId,
                r.RoundId,
                r.Anchor,
                r.At,
                r.Id,
            });
            // What waits for an answer: the working list, and the question before a round is finished.
            entity
                .HasIndex(r => new
                {
                    r.MunicipalityId,
                    r.RoundId,
                    r.AnswerId,
                    r.At,
                })
                .HasFilter("state = 'Standing'")
                .HasDatabaseName("ix_reactions_unanswered");
            entity
                .HasIndex(r => new { r.MunicipalityId, r.At })
                .HasFilter("state = 'AwaitingConfirmation'")
                .HasDatabaseName("ix_reactions_unconfirmed");
            entity.HasIndex(r => r.FileHash).HasFilter("file_hash <> ''");
        }

        public void Configure(EntityTypeBuilder<RoundAnswer> entity)
        {
            entity.TenantKey();
            entity.Refers(a => a.Round, a => new { a.MunicipalityId, a.RoundId });
            entity.Refers(a => a.HandledBy, a => new { a.MunicipalityId, a.HandledById });
            entity.Refers<RoundAnswer, Accounts.Person>(null, a => new { a.MunicipalityId, a.WrittenById });
            entity.Property(a => a.Title).HasMaxLength(RoundAnswer.LongestTitle * 3);
            entity.Property(a => a.Because).HasMaxLength(RoundAnswer.LongestBecause * 3);
            entity.Property(a => a.Remark).HasMaxLength(RoundAnswer.LongestRemark * 3);
            entity.Property(a => a.Version).IsRowVersion();
            entity.Ignore(a => a.Waiting);
            entity
                .HasMany(a => a.Corrections)
                .WithOne()
                .HasForeignKey(c => new { c.MunicipalityId, c.AnswerId })
                .OnDelete(DeleteBehavior.Cascade);
            // An answer says what it is, and why, before a colleague reads it.
            entity.ToTable(t =>
                t.HasCheckConstraint(
                    "ck_round_answers_say_why",
                    "state = 'Draft' OR (verdict IS NOT NULL AND because <> '')"
                )
            );
        }

        public void Configure(EntityTypeBuilder<AnswerCorrection> entity)
        {
            entity.TenantKey();
            entity.Refers<AnswerCorrection, Accounts.Person>(null, c => new { c.MunicipalityId, c.WrittenById });
            entity.Property(c => c.Because).HasMaxLength(RoundAnswer.LongestBecause * 3);
            entity.Property(c => c.BeforeBecause).HasMaxLength(RoundAnswer.LongestBecause * 3);
            entity.Property(c => c.Reason).HasMaxLength(RoundAnswer.LongestReason * 3);
            // One at a time waits for a colleague: of two officers who correct at once, one is first.
            entity
                .HasIndex(c => new { c.MunicipalityId, c.AnswerId })
                .IsUnique()
                .HasFilter("given_at IS NULL")
                .HasDatabaseName("ix_answer_corrections_one_waits");
            entity.ToTable(t => t.HasCheckConstraint("ck_answer_corrections_say_why", "reason <> ''"));
        }
    }
}
