using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Brink.Platform.Database;

/// <summary>
/// The model of <see cref="BrinkDb"/>, built once for every way of connecting: it takes most of a second, and the
/// framework would build it again for each kind of connection.
/// </summary>
public static class BrinkModel
{
    private static readonly Lazy<IModel> Built = new(() =>
    {
        using var db = new BrinkDb(OptionsToBuildIt);
        return db.Model;
    });

    public static IModel Shared => Built.Value;

    /// <summary>Without the shared model, and without a server.</summary>
    internal static DbContextOptions<BrinkDb> OptionsToBuildIt =>
        new DbContextOptionsBuilder<BrinkDb>().UseNpgsql("Host=nowhere").Options;

    /// <summary>Builds it beside what else a start does.</summary>
    public static void Prepare() => _ = Task.Run(() => Built.Value);
}
