using Brink.Features.Checks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Check> Checks => Set<Check>();
        public DbSet<CheckTurnout> CheckTurnout => Set<CheckTurnout>();
    }
}

namespace Brink.Features.Checks
{
    using Brink.Features.Accounts;
    using Brink.Features.Places;
    using Brink.Platform.Database;

    public class CheckMapping
        : IEntityTypeConfiguration<Check>,
            IEntityTypeConfiguration<CheckTurnout>,
            IEntityTypeConfiguration<CheckTally>
    {
        public void Configure(EntityTypeBuilder<Check> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(c => c.Subject)
                .WithOne()
                .HasForeignKey<Check>(c => new { c.MunicipalityId, c.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Property(c => c.Version).IsRowVersion();
            // Two instances that open it at once meet here.
            entity
                .HasIndex(c => new
                {
                    c.MunicipalityId,
                    c.Year,
                    c.Half,
                })
                .IsUnique();
            entity
                .HasMany(c => c.Tallies)
                .WithOne()
                .HasForeignKey(t => new { t.MunicipalityId, t.CheckId })
                .OnDelete(DeleteBehavior.Restrict);
            entity
                .HasMany(c => c.Turnout)
                .WithOne()
                .HasForeignKey(t => new { t.MunicipalityId, t.CheckId })
                .OnDelete(DeleteBehavior.Restrict);
        }

        public void Configure(EntityTypeBuilder<CheckTurnout> entity)
        {
            entity.TenantKey();
            entity.Refers<CheckTurnout, Organisation>(null, t => new { t.MunicipalityId, t.OrganisationId });
            entity.Refers<CheckTurnout, Person>(null, t => new { t.MunicipalityId, t.PersonId });
            entity
                .HasIndex(t => new
                {
                    t.MunicipalityId,
                    t.CheckId,
                    t.OrganisationId,
                })
                .IsUnique()
                .HasFilter("organisation_id IS NOT NULL");
            entity
                .HasIndex(t => new
                {
                    t.MunicipalityId,
                    t.CheckId,
                    t.PersonId,
                })
                .IsUnique()
                .HasFilter("person_id IS NOT NULL");
        }

        public void Configure(EntityTypeBuilder<CheckTally> entity)
        {
            entity.HasKey(t => new
            {
                t.MunicipalityId,
                t.CheckId,
                t.Side,
                t.Statement,
            });
            entity.Property(t => t.Version).IsRowVersion();
            entity.Ignore(t => t.Answers);
            entity.Ignore(t => t.Mean);
        }
    }
}
