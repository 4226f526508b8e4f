using Brink.Features.Promises;
using Brink.Features.Promises.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Promise> Promises => Set<Promise>();
        public DbSet<PromiseMove> PromiseMoves => Set<PromiseMove>();
        public DbSet<PromisePhoto> PromisePhotos => Set<PromisePhoto>();
        public DbSet<CalendarKey> CalendarKeys => Set<CalendarKey>();
    }
}

namespace Brink.Features.Promises
{
    using Brink.Platform.Database;

    public class PromiseMapping
        : IEntityTypeConfiguration<Promise>,
            IEntityTypeConfiguration<PromiseMove>,
            IEntityTypeConfiguration<PromisePhoto>,
            IEntityTypeConfiguration<CalendarKey>
    {
        public void Configure(EntityTypeBuilder<Promise> entity)
        {
            entity.TenantKey();
            entity.Refers(p => p.ByOrganisation, p => new { p.MunicipalityId, p.ByOrganisationId });
            entity.Refers(p => p.ByPerson, p => new { p.MunicipalityId, p.ByPersonId });
            entity.Refers(p => p.ToOrganisation, p => new { p.MunicipalityId, p.ToOrganisationId });
            entity.Refers(p => p.ToPerson, p => new { p.MunicipalityId, p.ToPersonId });
            entity.Property(p => p.What).HasMaxLength(500);
            entity.Property(p => p.Where).HasMaxLength(400);
            entity.Property(p => p.Ending).HasMaxLength(2000);
            entity.Property(p => p.ProofHref).HasMaxLength(300);
            entity.Property(p => p.Version).IsRowVersion();
            entity
                .HasMany(p => p.Moves)
                .WithOne(m => m.Promise)
                .HasForeignKey(m => new { m.MunicipalityId, m.PromiseId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasOne(p => p.Photo)
                .WithOne()
                .HasForeignKey<PromisePhoto>(f => new { f.MunicipalityId, f.PromiseId })
                .OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(p => new
            {
                p.MunicipalityId,
                p.State,
                p.Due,
            });
            // What an organisation, or somebody, still has to do or waits for.
            entity.HasIndex(p => new
            {
                p.MunicipalityId,
                p.ByOrganisationId,
                p.State,
                p.Due,
            });
            entity.HasIndex(p => new
            {
                p.MunicipalityId,
                p.ToOrganisationId,
                p.State,
                p.Due,
            });
            entity.HasIndex(p => new { p.MunicipalityId, p.SubjectId });
            entity.ToTable(t =>
                t.HasCheckConstraint(
                    "ck_promises_by_somebody",
                    "by_organisation_id IS NOT NULL OR by_person_id IS NOT NULL OR state IN ('Kept', 'Released', 'Declined')"
                )
            );
        }

        public void Configure(EntityTypeBuilder<PromisePhoto> entity)
        {
            entity.TenantKey();
            entity.Property(f => f.Hash).HasMaxLength(64);
            entity.Property(f => f.ContentType).HasMaxLength(80);
            entity.Property(f => f.Description).HasMaxLength(300);
        }

        public void Configure(EntityTypeBuilder<PromiseMove> entity)
        {
            entity.TenantKey();
            entity.Refers(m => m.ProposedByPerson, m => new { m.MunicipalityId, m.ProposedById });
            entity.Refers(m => m.DecidedByPerson, m => new { m.MunicipalityId, m.DecidedById });
            entity.Property(m => m.Reason).HasMaxLength(2000);
            entity.Property(m => m.Version).IsRowVersion();
            entity.HasIndex(m => new { m.MunicipalityId, m.PromiseId });
            entity
                .HasIndex(m => new { m.MunicipalityId, m.PromiseId }, "IxPromiseMovesOneOpen")
                .IsUnique()
                .HasFilter("state = 'Open'");
        }

        public void Configure(EntityTypeBuilder<CalendarKey> entity)
        {
            entity.HasKey(k => new { k.MunicipalityId, k.PersonId });
            entity.Refers(k => k.Person, k => new { k.MunicipalityId, k.PersonId }, DeleteBehavior.Cascade);
            entity.HasIndex(k => new { k.MunicipalityId, k.Hash }).IsUnique();
            entity.Property(k => k.Version).IsRowVersion();
        }
    }
}
