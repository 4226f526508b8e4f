using Brink.Features.Promises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Promise> Promises => Set<Promise>();
    }
}

namespace Brink.Features.Promises
{
    using Brink.Platform.Database;

    public class PromiseMapping : IEntityTypeConfiguration<Promise>
    {
        public void Configure(EntityTypeBuilder<Promise> entity)
        {
            entity.TenantKey();
            entity.Refers(p => p.ByOrganisation, p => new { p.MunicipalityId, p.ByOrganisationId });
            entity.Refers(p => p.ByPerson, p => new { p.MunicipalityId, p.ByPersonId });
            entity.Refers(p => p.ToOrganisation, p => new { p.MunicipalityId, p.ToOrganisationId });
            entity.Refers(p => p.ToPerson, p => new { p.MunicipalityId, p.ToPersonId });
            entity.Property(p => p.What).HasMaxLength(500);
            entity.Property(p => p.Ending).HasMaxLength(2000);
            entity.Property(p => p.Version).IsRowVersion();
            entity.HasIndex(p => new
            {
                p.MunicipalityId,
                p.State,
                p.Due,
            });
            entity.HasIndex(p => new { p.MunicipalityId, p.SubjectId });
            entity.ToTable(t =>
                t.HasCheckConstraint(
                    "ck_promises_by_somebody",
                    "by_organisation_id IS NOT NULL OR by_person_id IS NOT NULL"
                )
            );
        }
    }
}
