using Brink.Features.Dossiers;
using Brink.Features.Dossiers.Opening;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Dossier> Dossiers => Set<Dossier>();
        public DbSet<DossierStage> DossierStages => Set<DossierStage>();
        public DbSet<DossierInvitation> DossierInvitations => Set<DossierInvitation>();
        public DbSet<DossierConfidence> DossierConfidences => Set<DossierConfidence>();
        public DbSet<DossierReader> DossierReaders => Set<DossierReader>();
        public DbSet<DossierOpening> DossierOpenings => Set<DossierOpening>();
        public DbSet<DossierWord> DossierWords => Set<DossierWord>();
        public DbSet<DossierPlaceChange> DossierPlaceChanges => Set<DossierPlaceChange>();
        public DbSet<DossierStageWord> DossierStageWords => Set<DossierStageWord>();
        public DbSet<DossierDraft> DossierDrafts => Set<DossierDraft>();
    }
}

namespace Brink.Features.Dossiers
{
    using Brink.Platform.Database;

    public class DossierMapping
        : IEntityTypeConfiguration<Dossier>,
            IEntityTypeConfiguration<DossierStage>,
            IEntityTypeConfiguration<DossierChange>,
            IEntityTypeConfiguration<DossierDateChange>,
            IEntityTypeConfiguration<DossierInvitation>,
            IEntityTypeConfiguration<DossierPlaceChange>,
            IEntityTypeConfiguration<DossierStageWord>
    {
        public void Configure(EntityTypeBuilder<Dossier> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(d => d.Subject)
                .WithOne()
                .HasForeignKey<Dossier>(d => new { d.MunicipalityId, d.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(d => d.Owner, d => new { d.MunicipalityId, d.OwnerId });
            entity.Refers(d => d.Organisation, d => new { d.MunicipalityId, d.OrganisationId });
            entity.Property(d => d.What).HasMaxLength(Dossier.LongestText * 2);
            entity.Property(d => d.Why).HasMaxLength(Dossier.LongestText * 2);
            entity.Property(d => d.WhoDecides).HasMaxLength(Dossier.LongestLine * 2);
            entity.Property(d => d.Fixed).HasMaxLength(Dossier.LongestText * 2);
            entity.Property(d => d.Open).HasMaxLength(Dossier.LongestText * 2);
            entity.Property(d => d.EndedBecause).HasMaxLength(Dossier.LongestText * 2);
            entity.Property(d => d.Version).IsRowVersion();
            entity.HasIndex(d => new { d.MunicipalityId, d.FirstWordOn });
            entity
                .HasMany(d => d.Stages)
                .WithOne()
                .HasForeignKey(s => new { s.MunicipalityId, s.DossierId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasMany(d => d.Changes)
                .WithOne()
                .HasForeignKey(c => new { c.MunicipalityId, c.DossierId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasMany(d => d.DateChanges)
                .WithOne()
                .HasForeignKey(c => new { c.MunicipalityId, c.DossierId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasMany(d => d.Invitations)
                .WithOne(i => i.Dossier)
                .HasForeignKey(i => new { i.MunicipalityId, i.DossierId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasMany(d => d.PlaceChanges)
                .WithOne()
                .HasForeignKey(c => new { c.MunicipalityId, c.DossierId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasMany(d => d.StageWords)
                .WithOne()
                .HasForeignKey(w => new { w.MunicipalityId, w.DossierId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasOne(d => d.Confidence)
                .WithOne()
                .HasForeignKey<DossierConfidence>(c => new { c.MunicipalityId, c.DossierId })
                .OnDelete(DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<DossierStage> entity)
        {
            entity.TenantKey();
            entity
                .HasIndex(s => new
                {
                    s.MunicipalityId,
                    s.DossierId,
                    s.Stage,
                })
                .IsUnique();
        }

        public void Configure(EntityTypeBuilder<DossierChange> entity)
        {
            entity.TenantKey();
            entity.Property(c => c.Before).HasMaxLength(Dossier.LongestText * 2);
            entity.Property(c => c.After).HasMaxLength(Dossier.LongestText * 2);
        }

        public void Configure(EntityTypeBuilder<DossierDateChange> entity)
        {
            entity.TenantKey();
            entity.Property(c => c.Because).HasMaxLength(DossierDateChange.LongestBecause * 2);
        }

        public void Configure(EntityTypeBuilder<DossierPlaceChange> entity)
        {
            entity.TenantKey();
            entity.Refers(c => c.Place, c => new { c.MunicipalityId, c.PlaceId });
            entity.Property(c => c.Because).HasMaxLength(Dossier.LongestBecause * 2);
            // Nothing leaves in silence.
            entity.ToTable(t => t.HasCheckConstraint("ck_dossier_place_changes_say_why", "is_added OR because <> ''"));
        }

        public void Configure(EntityTypeBuilder<DossierStageWord> entity)
        {
            entity.TenantKey();
            entity.Property(w => w.Text).HasMaxLength(DossierStageWord.Longest * 2);
        }

        public void Configure(EntityTypeBuilder<DossierInvitation> entity)
        {
            entity.TenantKey();
            entity.Refers(i => i.Organisation, i => new { i.MunicipalityId, i.OrganisationId });
            entity.Refers(i => i.Village, i => new { i.MunicipalityId, i.VillageId });
            entity.Refers(i => i.ToldBy, i => new { i.MunicipalityId, i.ToldById });
            entity.Property(i => i.Version).IsRowVersion();
            // One for each association, however often it is tried.
            entity
                .HasIndex(i => new
                {
                    i.MunicipalityId,
                    i.DossierId,
                    i.OrganisationId,
                })
                .IsUnique();
        }
    }

    public class DossierConfidenceMapping
        : IEntityTypeConfiguration<DossierConfidence>,
            IEntityTypeConfiguration<DossierReader>,
            IEntityTypeConfiguration<DossierOpening>,
            IEntityTypeConfiguration<DossierWord>
    {
        public void Configure(EntityTypeBuilder<DossierConfidence> entity)
        {
            entity.HasKey(c => new { c.MunicipalityId, c.DossierId });
            entity
                .HasMany(c => c.Readers)
                .WithOne()
                .HasForeignKey(r => new { r.MunicipalityId, r.DossierId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasMany(c => c.Words)
                .WithOne()
                .HasForeignKey(w => new { w.MunicipalityId, w.DossierId })
                .OnDelete(DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<DossierReader> entity)
        {
            entity.TenantKey();
            entity.Refers(r => r.Person, r => new { r.MunicipalityId, r.PersonId });
            entity.Refers(r => r.Organisation, r => new { r.MunicipalityId, r.OrganisationId });
        }

        public void Configure(EntityTypeBuilder<DossierOpening> entity)
        {
            entity.TenantKey();
            entity.Refers(o => o.Reader, o => new { o.MunicipalityId, o.ReaderId });
            entity.HasIndex(o => new
            {
                o.MunicipalityId,
                o.DossierId,
                o.At,
            });
        }

        public void Configure(EntityTypeBuilder<DossierWord> entity)
        {
            entity.TenantKey();
            entity.Refers(w => w.Contribution, w => new { w.MunicipalityId, w.ContributionId });
            entity.Property(w => w.Text).HasMaxLength(DossierWord.Longest * 2);
        }
    }
}
