using Brink.Features.Places;
using Brink.Features.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<VillageRequest> VillageRequests => Set<VillageRequest>();
    }
}

namespace Brink.Features.Requests
{
    using Brink.Platform.Database;

    public class RequestMapping : IEntityTypeConfiguration<VillageRequest>
    {
        public void Configure(EntityTypeBuilder<VillageRequest> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(r => r.Subject)
                .WithOne()
                .HasForeignKey<VillageRequest>(r => new { r.MunicipalityId, r.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(r => r.Association, r => new { r.MunicipalityId, r.AssociationId });
            entity.Refers<VillageRequest, Organisation>(null, r => new { r.MunicipalityId, r.ByOrganisationId });
            entity.Refers(r => r.ToCall, r => new { r.MunicipalityId, r.ToCallId });
            entity.Refers(r => r.Contribution, r => new { r.MunicipalityId, r.ContributionId });
            entity.Refers(r => r.AnswerContribution, r => new { r.MunicipalityId, r.AnswerContributionId });
            entity.Property(r => r.Why).HasMaxLength(20000);
            entity.Property(r => r.Department).HasMaxLength(120);
            entity.Property(r => r.AnswerWords).HasMaxLength(8000);
            entity.Property(r => r.Hours).HasPrecision(6, 1);
            entity.Property(r => r.Version).IsRowVersion();
            entity.HasIndex(r => new
            {
                r.MunicipalityId,
                r.AssociationId,
                r.AskedOn,
            });
            entity.HasIndex(r => new
            {
                r.MunicipalityId,
                r.State,
                r.AnswerBy,
            });
            entity.ToTable(t => t.HasCheckConstraint("ck_village_requests_hours", "hours >= 0"));
        }
    }
}
