using System.Linq.Expressions;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database;

/// <summary>A row with its own number within its municipality.</summary>
public interface ITenantEntity : ITenantOwned
{
    long Id { get; set; }
}

/// <summary>The second tenant wall: keys and foreign keys that hold the municipality.</summary>
public static class Mapping
{
    /// <summary>Primary key (municipality, id), number from the shared sequence.</summary>
    public static EntityTypeBuilder<T> TenantKey<T>(this EntityTypeBuilder<T> entity)
        where T : class, ITenantEntity
    {
        entity.HasKey(row => new { row.MunicipalityId, row.Id });
        entity.Property(row => row.Id).ValueGeneratedOnAdd();
        return entity;
    }

    /// <summary>A reference within the municipality; the referred row can't vanish under it.</summary>
    /// <param name="foreignKey">(MunicipalityId, XId) in this order.</param>
    public static ReferenceCollectionBuilder<TPrincipal, T> Refers<T, TPrincipal>(
        this EntityTypeBuilder<T> entity,
        Expression<Func<T, TPrincipal?>>? navigation,
        Expression<Func<T, object?>> foreignKey,
        DeleteBehavior onDelete = DeleteBehavior.Restrict
    )
        where T : class
        where TPrincipal : class
    {
        var reference = navigation is null ? entity.HasOne<TPrincipal>() : entity.HasOne(navigation);
        return reference.WithMany().HasForeignKey(foreignKey).OnDelete(onDelete);
    }
}
