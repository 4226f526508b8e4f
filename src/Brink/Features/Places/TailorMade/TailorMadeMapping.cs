using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<WhatSuits> WhatSuits => Set<WhatSuits>();
        public DbSet<WhatSuitsTopic> WhatSuitsTopics => Set<WhatSuitsTopic>();
    }
}

namespace Brink.Features.Places.TailorMade
{
    using Brink.Platform.Database;

    public class TailorMadeMapping : IEntityTypeConfiguration<WhatSuits>, IEntityTypeConfiguration<WhatSuitsTopic>
    {
        public void Configure(EntityTypeBuilder<WhatSuits> entity)
        {
            entity.HasKey(w => new { w.MunicipalityId, w.VillageId });
            entity.Refers(w => w.Village, w => new { w.MunicipalityId, w.VillageId });
            entity.Refers(w => w.Contribution, w => new { w.MunicipalityId, w.ContributionId });
            entity.Property(w => w.UnsuitableTimes).HasMaxLength(TailorMade.WhatSuits.LongestTimes * 2);
            entity.Property(w => w.Words).HasMaxLength(TailorMade.WhatSuits.LongestWords * 2);
            entity.Property(w => w.Version).IsRowVersion();
            entity
                .HasMany(w => w.Topics)
                .WithOne()
                .HasForeignKey(t => new { t.MunicipalityId, t.VillageId })
                .OnDelete(DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<WhatSuitsTopic> entity)
        {
            entity.HasKey(t => new
            {
                t.MunicipalityId,
                t.VillageId,
                t.ThemeId,
            });
            entity.Refers<WhatSuitsTopic, Theme>(null, t => new { t.MunicipalityId, t.ThemeId });
        }
    }
}
