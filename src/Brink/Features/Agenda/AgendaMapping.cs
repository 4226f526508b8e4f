using Brink.Features.Agenda;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<AgendaPoint> AgendaPoints => Set<AgendaPoint>();
    }
}

namespace Brink.Features.Agenda
{
    using Brink.Platform.Database;

    public class AgendaMapping : IEntityTypeConfiguration<AgendaPoint>
    {
        public void Configure(EntityTypeBuilder<AgendaPoint> entity)
        {
            entity.TenantKey();
            entity.Refers(p => p.Organisation, p => new { p.MunicipalityId, p.OrganisationId });
            entity.Refers(p => p.Subject, p => new { p.MunicipalityId, p.SubjectId });
            entity.Refers(p => p.AddedBy, p => new { p.MunicipalityId, p.AddedById });
            entity.Property(p => p.Title).HasMaxLength(AgendaPoint.LongestTitle * 16);
            entity.Property(p => p.Remark).HasMaxLength(AgendaPoint.LongestRemark * 16);
            entity.Property(p => p.Version).IsRowVersion();
            entity.HasIndex(p => new
            {
                p.MunicipalityId,
                p.OrganisationId,
                p.State,
                p.Id,
            });
            // A subject stands once on an agenda; two who put it there at once meet here.
            entity
                .HasIndex(p => new
                {
                    p.MunicipalityId,
                    p.OrganisationId,
                    p.SubjectId,
                })
                .IsUnique()
                .HasFilter("state = 'Open' AND subject_id IS NOT NULL");
        }
    }
}
