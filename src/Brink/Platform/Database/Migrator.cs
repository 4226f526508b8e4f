using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Brink.Platform.Database;

/// <summary>Brings a database to today's structure, as its owner. Safe when several instances start at once.</summary>
public static class Migrator
{
    public static async Task MigrateAsync(string ownerConnectionString, CancellationToken cancellation = default)
    {
        await using var db = new BrinkDb(Options(ownerConnectionString));
        // Migrating compares the whole model with its picture first, a second on every start.
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            await db.Database.MigrateAsync(cancellation);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7423001)", cancellation);
        await db.Database.ExecuteSqlRawAsync(Walls(), cancellation);
        await ScheduleTables.EnsureAsync(db, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public static DbContextOptions<BrinkDb> Options(string connectionString) =>
        new DbContextOptionsBuilder<BrinkDb>().UseNpgsql(connectionString).UseModel(BrinkModel.Shared).Options;

    private static string Walls()
    {
        using var stream = typeof(Migrator).Assembly.GetManifestResourceStream("Brink.Platform.Database.walls.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>Lets the design-time tools make a migration without a server.</summary>
public sealed class DesignTimeDb : IDesignTimeDbContextFactory<BrinkDb>
{
    public BrinkDb CreateDbContext(string[] args) => new(BrinkModel.OptionsToBuildIt);
}
