using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Subject> Subjects => Set<Subject>();
        public DbSet<SubjectVillage> SubjectVillages => Set<SubjectVillage>();
        public DbSet<SubjectTheme> SubjectThemes => Set<SubjectTheme>();
        public DbSet<SubjectFile> SubjectFiles => Set<SubjectFile>();
        public DbSet<Contribution> Contributions => Set<Contribution>();
        public DbSet<Follow> Follows => Set<Follow>();
    }
}

namespace Brink.Features.Subjects
{
    using Brink.Platform.Database;

    public class SubjectMapping
        : IEntityTypeConfiguration<Subject>,
            IEntityTypeConfiguration<SubjectVillage>,
            IEntityTypeConfiguration<SubjectTheme>,
            IEntityTypeConfiguration<SubjectFile>,
            IEntityTypeConfiguration<Contribution>,
            IEntityTypeConfiguration<Follow>
    {
        public void Configure(EntityTypeBuilder<Subject> entity)
        {
            entity.TenantKey();
            entity.Property(s => s.Id).UseHiLo("subject_ids");
            entity.Property(s => s.Title).HasMaxLength(200);
            entity.Property(s => s.Slug).HasMaxLength(80);
            entity.Property(s => s.Version).IsRowVersion();
            entity.HasIndex(s => new
            {
                s.MunicipalityId,
                s.Kind,
                s.Visibility,
                s.ChangedAt,
                s.Id,
            });
            entity
                .HasMany(s => s.Villages)
                .WithOne()
                .HasForeignKey(sv => new { sv.MunicipalityId, sv.SubjectId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasMany(s => s.Themes)
                .WithOne()
                .HasForeignKey(st => new { st.MunicipalityId, st.SubjectId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasMany(s => s.Files)
                .WithOne(f => f.Subject)
                .HasForeignKey(f => new { f.MunicipalityId, f.SubjectId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasMany(s => s.Promises)
                .WithOne(p => p.Subject)
                .HasForeignKey(p => new { p.MunicipalityId, p.SubjectId })
                .OnDelete(DeleteBehavior.Restrict);
        }

        public void Configure(EntityTypeBuilder<SubjectVillage> entity)
        {
            entity.HasKey(sv => new
            {
                sv.MunicipalityId,
                sv.SubjectId,
                sv.VillageId,
            });
            entity.HasIndex(sv => new
            {
                sv.MunicipalityId,
                sv.VillageId,
                sv.SubjectId,
            });
            entity.Refers<SubjectVillage, Village>(null, sv => new { sv.MunicipalityId, sv.VillageId });
        }

        public void Configure(EntityTypeBuilder<SubjectTheme> entity)
        {
            entity.HasKey(st => new
            {
                st.MunicipalityId,
                st.SubjectId,
                st.ThemeId,
            });
            entity.HasIndex(st => new
            {
                st.MunicipalityId,
                st.ThemeId,
                st.SubjectId,
            });
            entity.Refers<SubjectTheme, Theme>(null, st => new { st.MunicipalityId, st.ThemeId });
        }

        public void Configure(EntityTypeBuilder<SubjectFile> entity)
        {
            entity.TenantKey();
            entity.Property(f => f.Hash).HasMaxLength(64);
            entity.Property(f => f.ContentType).HasMaxLength(80);
            entity.Property(f => f.Description).HasMaxLength(300);
        }

        public void Configure(EntityTypeBuilder<Contribution> entity)
        {
            entity.TenantKey();
            entity.Refers(c => c.Subject, c => new { c.MunicipalityId, c.SubjectId });
            entity.Refers(c => c.ByPerson, c => new { c.MunicipalityId, c.ByPersonId });
            entity.Refers(c => c.OnBehalfOf, c => new { c.MunicipalityId, c.OnBehalfOfId });
            entity.Refers(c => c.EnteredBy, c => new { c.MunicipalityId, c.EnteredById });
            entity.Refers(c => c.EnteredFor, c => new { c.MunicipalityId, c.EnteredForId });
            // Each line of a timeline asks whether its actor chose to show the name.
            entity
                .HasIndex(c => new
                {
                    c.MunicipalityId,
                    c.SubjectId,
                    c.ByPersonId,
                })
                .HasFilter("name_is_public");
        }

        public void Configure(EntityTypeBuilder<Follow> entity)
        {
            entity.HasKey(f => new
            {
                f.MunicipalityId,
                f.SubjectId,
                f.PersonId,
            });
            entity.Refers(f => f.Subject, f => new { f.MunicipalityId, f.SubjectId });
            entity.Refers(f => f.Person, f => new { f.MunicipalityId, f.PersonId });
        }
    }
}
