using Brink.Platform.Cache;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Platform.Cache;

/// <summary>What pages share is read once, and anew as soon as something changed.</summary>
public sealed class KnownTests : IAsyncDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private readonly Generations generations = new();
    private readonly Known known;
    private readonly BrinkDb here = Db(1);
    private readonly BrinkDb elsewhere = Db(2);
    private int read;

    public KnownTests() => known = new Known(generations);

    [Fact]
    public async Task Of_AskedAgain_ReadsOnce()
    {
        var first = await AskAsync();

        Assert.Equal(first, await AskAsync());
        Assert.Equal(1, read);
    }

    [Fact]
    public async Task Of_AfterAChange_ReadsAnew()
    {
        var before = await AskAsync();
        generations.Next(1);

        Assert.NotEqual(before, await AskAsync());
    }

    [Fact]
    public async Task Of_TheNextDay_ReadsAnew()
    {
        var before = await AskAsync();

        Assert.NotEqual(before, await AskAsync(day: Day.AddDays(1)));
    }

    [Fact]
    public async Task Of_ForWhoChangedSomething_ReadsAnewForAll()
    {
        await AskAsync();
        var anew = await AskAsync(fresh: true);

        Assert.Equal(anew, await AskAsync());
    }

    [Fact]
    public async Task Of_AnotherMunicipality_IsItsOwn()
    {
        var ours = await AskAsync();

        Assert.NotEqual(ours, await AskAsync(db: elsewhere));
    }

    [Fact]
    public async Task Of_WhenSomethingChangesDuringReading_ReadsAnewTheNextTime()
    {
        var early = await known.OfAsync(
            here,
            Day,
            fresh: false,
            () =>
            {
                generations.Next(1);
                return ReadAsync();
            }
        );

        Assert.NotEqual(early, await AskAsync());
    }

    private async Task<string> AskAsync(BrinkDb? db = null, DateOnly? day = null, bool fresh = false) =>
        await known.OfAsync(db ?? here, day ?? Day, fresh, ReadAsync);

    private Task<string> ReadAsync() => Task.FromResult($"reading {++read}");

    private static BrinkDb Db(long municipality) =>
        new(new DbContextOptionsBuilder<BrinkDb>().UseNpgsql().Options) { TenantId = municipality };

    public async ValueTask DisposeAsync()
    {
        known.Dispose();
        await here.DisposeAsync();
        await elsewhere.DisposeAsync();
    }
}
