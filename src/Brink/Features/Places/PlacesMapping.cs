using Brink.Features.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Municipality> Municipalities => Set<Municipality>();
        public DbSet<Village> Villages => Set<Village>();
        public DbSet<VillageInhabitants> VillageInhabitants => Set<VillageInhabitants>();
        public DbSet<Facility> Facilities => Set<Facility>();
        public DbSet<Theme> Themes => Set<Theme>();
        public DbSet<Area> Areas => Set<Area>();
        public DbSet<Organisation> Organisations => Set<Organisation>();
        public DbSet<Representation> Representations => Set<Representation>();
        public DbSet<Membership> Memberships => Set<Membership>();
        public DbSet<RoleHolding> RoleHoldings => Set<RoleHolding>();
    }
}

namespace Brink.Features.Places
{
    using Brink.Platform.Database;

    public class PlacesMapping
        : IEntityTypeConfiguration<Municipality>,
            IEntityTypeConfiguration<Village>,
            IEntityTypeConfiguration<VillageInhabitants>,
            IEntityTypeConfiguration<Facility>,
            IEntityTypeConfiguration<Theme>,
            IEntityTypeConfiguration<Area>,
            IEntityTypeConfiguration<Organisation>,
            IEntityTypeConfiguration<Representation>,
            IEntityTypeConfiguration<Membership>,
            IEntityTypeConfiguration<RoleHolding>
    {
        public void Configure(EntityTypeBuilder<Municipality> entity)
        {
            entity.Property(m => m.Id).UseHiLo("ids");
            entity.HasIndex(m => m.Host).IsUnique();
            entity.HasIndex(m => m.Slug).IsUnique();
            entity.Property(m => m.Name).HasMaxLength(120);
            entity.Property(m => m.DefectAddress).HasMaxLength(500);
            entity.Property(m => m.DefectMail).HasMaxLength(254);
            entity.Property(m => m.Version).IsRowVersion();
        }

        public void Configure(EntityTypeBuilder<Village> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(v => v.Subject)
                .WithOne()
                .HasForeignKey<Village>(v => new { v.MunicipalityId, v.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity
                .HasMany(v => v.Inhabitants)
                .WithOne()
                .HasForeignKey(i => new { i.MunicipalityId, i.VillageId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasMany(v => v.Facilities)
                .WithOne()
                .HasForeignKey(f => new { f.MunicipalityId, f.VillageId })
                .OnDelete(DeleteBehavior.Cascade);
            entity.Property(v => v.Version).IsRowVersion();
        }

        public void Configure(EntityTypeBuilder<VillageInhabitants> entity)
        {
            entity.HasKey(i => new
            {
                i.MunicipalityId,
                i.VillageId,
                i.Year,
            });
            entity.ToTable(t => t.HasCheckConstraint("ck_village_inhabitants_not_negative", "number >= 0"));
        }

        public void Configure(EntityTypeBuilder<Facility> entity)
        {
            entity.TenantKey();
            entity.Property(f => f.Name).HasMaxLength(120);
        }

        public void Configure(EntityTypeBuilder<Theme> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(t => t.Subject)
                .WithOne()
                .HasForeignKey<Theme>(t => new { t.MunicipalityId, t.Id })
                .OnDelete(DeleteBehavior.Restrict);
        }

        public void Configure(EntityTypeBuilder<Area> entity)
        {
            entity.HasKey(a => new { a.MunicipalityId, a.Code });
            entity.Refers<Area, Village>(null, a => new { a.MunicipalityId, a.VillageId });
            entity.Property(a => a.Geometry).HasColumnType("jsonb");
        }

        public void Configure(EntityTypeBuilder<Organisation> entity)
        {
            entity.TenantKey();
            entity.Property(o => o.Name).HasMaxLength(160);
            entity.HasIndex(o => new { o.MunicipalityId, o.Name }).IsUnique();
            entity
                .HasMany(o => o.Represents)
                .WithOne(r => r.Organisation)
                .HasForeignKey(r => new { r.MunicipalityId, r.OrganisationId })
                .OnDelete(DeleteBehavior.Cascade);
            entity
                .HasMany(o => o.MemberOf)
                .WithOne()
                .HasForeignKey(m => new { m.MunicipalityId, m.OrganisationId })
                .OnDelete(DeleteBehavior.Cascade);
            entity.Property(o => o.Version).IsRowVersion();
        }

        public void Configure(EntityTypeBuilder<Representation> entity)
        {
            entity.TenantKey();
            entity.Refers(r => r.Village, r => new { r.MunicipalityId, r.VillageId });
        }

        public void Configure(EntityTypeBuilder<Membership> entity)
        {
            entity.TenantKey();
            entity.Refers(m => m.Umbrella, m => new { m.MunicipalityId, m.UmbrellaId });
        }

        public void Configure(EntityTypeBuilder<RoleHolding> entity)
        {
            entity.TenantKey();
            entity.Refers(h => h.Person, h => new { h.MunicipalityId, h.PersonId });
            entity.Refers(h => h.Organisation, h => new { h.MunicipalityId, h.OrganisationId });
            entity.Refers(h => h.Village, h => new { h.MunicipalityId, h.VillageId });
            entity.Property(h => h.Topics).HasMaxLength(300);
            entity.Property(h => h.Version).IsRowVersion();
            entity.HasIndex(h => new { h.MunicipalityId, h.To }).HasFilter("NOT promises_handed_over");
            entity.ToTable(t =>
                t.HasCheckConstraint("ck_role_holdings_period", "\"to\" IS NULL OR \"to\" >= \"from\"")
            );
        }
    }
}
