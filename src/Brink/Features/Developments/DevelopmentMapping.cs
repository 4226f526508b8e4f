using Brink.Features.Developments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Development> Developments => Set<Development>();
    }
}

namespace Brink.Features.Developments
{
    using Brink.Platform.Database;

    public class DevelopmentMapping : IEntityTypeConfiguration<Development>, IEntityTypeConfiguration<DevelopmentStep>
    {
        public void Configure(EntityTypeBuilder<Development> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(d => d.Subject)
                .WithOne()
                .HasForeignKey<Development>(d => new { d.MunicipalityId, d.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(d => d.Umbrella, d => new { d.MunicipalityId, d.UmbrellaId });
            entity.Refers(d => d.Follower, d => new { d.MunicipalityId, d.FollowerId });
            entity.Property(d => d.What).HasMaxLength(20000);
            entity.Property(d => d.Meaning).HasMaxLength(20000);
            entity.Property(d => d.Source).HasMaxLength(300);
            entity.Property(d => d.Version).IsRowVersion();
            entity.HasIndex(d => new { d.MunicipalityId, d.ActBy });
            entity
                .HasMany(d => d.Steps)
                .WithOne()
                .HasForeignKey(s => new { s.MunicipalityId, s.DevelopmentId })
                .OnDelete(DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<DevelopmentStep> entity)
        {
            entity.TenantKey();
            entity.Refers(s => s.Other, s => new { s.MunicipalityId, s.OtherId });
        }
    }
}
