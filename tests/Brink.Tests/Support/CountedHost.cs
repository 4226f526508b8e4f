using Brink.Platform.Tenancy;

namespace Brink.Tests.Support;

/// <summary>
/// A program that counts what it asks its database, for tests that each begin in an empty municipality: starting a
/// municipality costs next to nothing, starting the program does not.
/// </summary>
public sealed class CountedHost : BrinkHost
{
    private int begun;

    public CountedHost(PostgresFixture postgres)
        : base(postgres) => Configure = Counter.Watch;

    public QueryCounter Counter { get; } = new();

    /// <summary>Goes on in a municipality in which nothing happened yet.</summary>
    public async Task BeginAnewAsync() => Tenant = await NewMunicipalityAsync("Testveen");

    public Task<TenantInfo> NewMunicipalityAsync(string name) =>
        AddMunicipalityAsync(name, $"{name.ToLowerInvariant()}-{Interlocked.Increment(ref begun)}.example");
}
