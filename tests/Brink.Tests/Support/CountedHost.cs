namespace Brink.Tests.Support;

/// <summary>A program that counts what it asks its database.</summary>
public sealed class CountedHost : BrinkHost
{
    public CountedHost(PostgresFixture postgres)
        : base(postgres) => Configure = Counter.Watch;

    public QueryCounter Counter { get; } = new();
}
