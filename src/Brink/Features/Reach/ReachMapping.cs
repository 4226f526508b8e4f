using Brink.Features.Reach;
using Brink.Features.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<TargetGroup> TargetGroups => Set<TargetGroup>();
        public DbSet<SubjectGroup> SubjectGroups => Set<SubjectGroup>();
    }
}

namespace Brink.Features.Reach
{
    using Brink.Platform.Database;

    public class ReachMapping : IEntityTypeConfiguration<TargetGroup>, IEntityTypeConfiguration<SubjectGroup>
    {
        public void Configure(EntityTypeBuilder<TargetGroup> entity)
        {
            entity.TenantKey();
            entity.Property(g => g.Name).HasMaxLength(TargetGroup.LongestName * 2);
            entity.HasIndex(g => new { g.MunicipalityId, g.Name }).IsUnique();
        }

        public void Configure(EntityTypeBuilder<SubjectGroup> entity)
        {
            entity.HasKey(sg => new
            {
                sg.MunicipalityId,
                sg.SubjectId,
                sg.GroupId,
            });
            entity.HasIndex(sg => new
            {
                sg.MunicipalityId,
                sg.GroupId,
                sg.SubjectId,
            });
            entity.Refers<SubjectGroup, Subject>(null, sg => new { sg.MunicipalityId, sg.SubjectId });
            entity.Refers<SubjectGroup, TargetGroup>(null, sg => new { sg.MunicipalityId, sg.GroupId });
        }
    }
}
