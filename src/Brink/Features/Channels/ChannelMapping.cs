using Brink.Features.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<ChannelPost> ChannelPosts => Set<ChannelPost>();
    }
}

namespace Brink.Features.Channels
{
    using Brink.Platform.Database;

    public class ChannelMapping : IEntityTypeConfiguration<ChannelPost>
    {
        public void Configure(EntityTypeBuilder<ChannelPost> entity)
        {
            entity.TenantKey();
            entity.Refers(p => p.Subject, p => new { p.MunicipalityId, p.SubjectId });
            entity.Refers(p => p.Contribution, p => new { p.MunicipalityId, p.ContributionId });
            entity.Property(p => p.Text).HasMaxLength(ChannelPost.LongestText * 4);
            entity.Property(p => p.ClosedBecause).HasMaxLength(ChannelPost.LongestReason * 4);
            entity.Property(p => p.TakenAwayBecause).HasMaxLength(ChannelPost.LongestReason * 4);
            entity.Property(p => p.Version).IsRowVersion();
            entity.HasIndex(p => new
            {
                p.MunicipalityId,
                p.SubjectId,
                p.At,
                p.Id,
            });
        }
    }
}
