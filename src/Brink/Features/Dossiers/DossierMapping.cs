using Brink.Features.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Dossier> Dossiers => Set<Dossier>();
    }
}

namespace Brink.Features.Dossiers
{
    using Brink.Platform.Database;

    public class DossierMapping : IEntityTypeConfiguration<Dossier>, IEntityTypeConfiguration<DossierStage>
    {
        public void Configure(EntityTypeBuilder<Dossier> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(d => d.Subject)
                .WithOne()
                .HasForeignKey<Dossier>(d => new { d.MunicipalityId, d.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(d => d.Owner, d => new { d.MunicipalityId, d.OwnerId });
            entity.Refers(d => d.Organisation, d => new { d.MunicipalityId, d.OrganisationId });
            entity.Property(d => d.What).HasMaxLength(Dossier.LongestText * 2);
            entity.Property(d => d.Why).HasMaxLength(Dossier.LongestText * 2);
            entity.Property(d => d.WhoDecides).HasMaxLength(Dossier.LongestLine * 2);
            entity.Property(d => d.Fixed).HasMaxLength(Dossier.LongestText * 2);
            entity.Property(d => d.Open).HasMaxLength(Dossier.LongestText * 2);
            entity.Property(d => d.Version).IsRowVersion();
            entity
                .HasMany(d => d.Stages)
                .WithOne()
                .HasForeignKey(s => new { s.MunicipalityId, s.DossierId })
                .OnDelete(DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<DossierStage> entity)
        {
            entity.TenantKey();
            entity
                .HasIndex(s => new
                {
                    s.MunicipalityId,
                    s.DossierId,
                    s.Stage,
                })
                .IsUnique();
        }
    }
}
