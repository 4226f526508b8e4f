using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Brink.Features.Journal;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Brink.Platform.Database;

/// <summary>The one database. Each feature adds its sets in its own part of this class.</summary>
public sealed partial class BrinkDb(DbContextOptions<BrinkDb> options) : DbContext(options)
{
    /// <summary>Name of the query filter that is the first tenant wall.</summary>
    public const string TenantFilter = "Tenant";

    /// <summary>The municipality all queries and inserts are for; 0 sees no tenant-owned row.</summary>
    public long TenantId { get; set; }

    /// <summary>Called after a commit that wrote to the journal.</summary>
    public JournalSignal? Signal { get; set; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configuration.Properties<decimal>().HavePrecision(14, 2);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        // Ids are known before the insert, so that a whole hand-in is one round trip.
        model.HasSequence<long>("ids").IncrementsBy(100);
        model.UseHiLo("ids");
        model.HasPostgresExtension("pg_trgm");
        model.HasPostgresExtension("btree_gin");
        model.ApplyConfigurationsFromAssembly(typeof(BrinkDb).Assembly);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (typeof(ITenantOwned).IsAssignableFrom(entity.ClrType))
            {
                entity.SetQueryFilter(TenantFilter, OwnTenantOnly(entity.ClrType));
            }

            UseSnakeCase(entity);
            NameSequence(entity);
        }
    }

    /// <summary>A nameless sequence is the provider's own in the picture that migrations are compared with.</summary>
    private static void NameSequence(IMutableEntityType entity)
    {
        foreach (var property in entity.GetDeclaredProperties())
        {
            if (property.GetValueGenerationStrategy() == NpgsqlValueGenerationStrategy.SequenceHiLo)
            {
                property.SetHiLoSequenceName(property.GetHiLoSequenceName() ?? "ids");
            }
        }
    }

    private LambdaExpression OwnTenantOnly(Type entity)
    {
        var row = Expression.Parameter(entity, "row");
        return Expression.Lambda(
            Expression.Equal(
                Expression.Property(row, nameof(ITenantOwned.MunicipalityId)),
                Expression.Property(Expression.Constant(this), nameof(TenantId))
            ),
            row
        );
    }

    private static void UseSnakeCase(IMutableEntityType entity)
    {
        if (entity.IsMappedToJson())
        {
            return;
        }

        entity.SetTableName(SnakeCase(entity.GetTableName()!));

        foreach (var property in entity.GetProperties())
        {
            // A row version is PostgreSQL's own column.
            if (property is { IsConcurrencyToken: true, ValueGenerated: ValueGenerated.OnAddOrUpdate })
            {
                property.SetColumnName("xmin");
                continue;
            }

            property.SetColumnName(SnakeCase(property.GetColumnName()));
        }

        foreach (var key in entity.GetKeys())
        {
            key.SetName(SnakeCase(key.GetName()!));
        }

        foreach (var foreignKey in entity.GetForeignKeys())
        {
            foreignKey.SetConstraintName(SnakeCase(foreignKey.GetConstraintName()!));
        }

        foreach (var index in entity.GetIndexes())
        {
            index.SetDatabaseName(SnakeCase(index.GetDatabaseName()!));
        }
    }

    private static string SnakeCase(string name) =>
        WordStart().Replace(name, "${end}_${start}").Replace("__", "_", StringComparison.Ordinal).ToLowerInvariant();

    [GeneratedRegex("(?<end>[a-z0-9])(?<start>[A-Z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
