using Brink.Features.Signals;
using Brink.Features.Signals.Concerns;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Signals;

/// <summary>However much there is, a page asks the same number of times.</summary>
public sealed class SignalQueryCountTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly QueryCounter counter = new();
    private BrinkHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = new BrinkHost(postgres) { Configure = counter.Watch };
        await host.InitializeAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Pages_AskAsOftenForMuchAsForLittle()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var by = await data.PersonAsync();
        var first = await data.SignalAsync(host, place, by, "Signaal een");
        var concern = await data.SaveAsync(db =>
        {
            var made = SharedConcern.Name("Samen", "", place.Municipality.Id, data.Now());
            db.SharedConcerns.Add(made);
            return Task.FromResult(made);
        });
        await GatherAllAsync(concern.Id);
        string[] addresses =
        [
            SignalLinks.List,
            SignalLinks.List + "?zoek=signaal",
            first.Address(),
            SignalLinks.Concerns,
            SignalLinks.Concern(concern.Id, concern.Subject.Slug),
        ];
        var little = await CountAsync(addresses);
        for (var number = 0; number < 40; number++)
        {
            await data.SignalAsync(host, number % 2 == 0 ? place : await data.PlaceAsync(), by, $"Signaal {number}");
        }

        await GatherAllAsync(concern.Id);

        Assert.Equal(little, await CountAsync(addresses));
        Assert.InRange(little.Max(), 1, 16);
    }

    private Task GatherAllAsync(long concernId) =>
        host.DbAsync(async db =>
        {
            var concern = await db
                .SharedConcerns.Include(c => c.Subject.Villages)
                .Include(c => c.Signals)
                .SingleAsync(c => c.Id == concernId);
            var all = await db.Signals.Include(s => s.Subject.Villages).ToArrayAsync();
            Assert.Empty(concern.Gather(all, new TestData(host).Now()).Refusals);
            await db.SaveChangesAsync();
        });

    private async Task<int[]> CountAsync(string[] addresses)
    {
        var counts = new List<int>();
        foreach (var address in addresses)
        {
            counts.Add((await counter.AskedAsync(host, address)).Count);
        }

        return [.. counts];
    }
}
