using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Signals;
using Brink.Features.Signals.Concerns;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Signals;

/// <summary>Signals of many villages under one name: 'Speelt in 2 van 9 dorpen' (S3).</summary>
public sealed class ConcernTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    private const string Square =
        """{"type":"Polygon","coordinates":[[[6.5,52.8],[6.6,52.8],[6.6,52.9],[6.5,52.9],[6.5,52.8]]]}""";

    private TestData Data { get; } = new(host);
    private Place One { get; set; } = null!;
    private Place Two { get; set; } = null!;
    private Person Chair { get; set; } = null!;
    private Person Sender { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (One, Two) = (await Data.PlaceAsync(), await Data.PlaceAsync());
        Sender = await Data.PersonAsync();
        Chair = await Data.HolderAsync(Role.Chair, await Data.OrganisationAsync(OrganisationKind.Umbrella));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_Gather_CountsEachVillageOnce_OnListAndMap()
    {
        var word = $"sluipverkeer{Environment.TickCount64}";
        var first = await Data.SignalAsync(host, One, Sender, $"Ochtend {word}");
        await Data.SignalAsync(host, One, Sender, $"Avond {word}");
        await Data.SignalAsync(host, Two, Sender, $"Middag {word}");
        await Data.AreaAsync(One.Village, Square);
        var browser = await host.Browser(Chair).OpenAsync(SignalLinks.NewConcern);
        await browser.SubmitAsync("Bewaar en kies signalen", fields: ("Hoe noemt u het", "Te hard rijden"));
        await browser.OpenAsync(browser.Address + "?zoek=" + word);
        await browser.SubmitAsync("Voeg toe", fields: [("Ochtend", "ja"), ("Avond", "ja"), ("Middag", "ja")]);

        var villages = await host.DbAsync(db => db.Villages.CountAsync());
        var concern = await host.DbAsync(db =>
            db.SharedConcerns.Include(c => c.Subject).OrderByDescending(c => c.Id).FirstAsync()
        );
        var page = await host.Browser().OpenAsync(SignalLinks.Concern(concern.Id, concern.Subject.Slug));
        Assert.Contains($"Speelt in 2 van {villages} dorpen", page.Text, StringComparison.Ordinal);
        Assert.Contains(One.Village.Subject!.Title, page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector("svg"));
        Assert.Contains(
            $"Speelt in 2 van {villages} dorpen",
            (await host.Browser().OpenAsync(SignalLinks.Concerns)).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Speelt in meer dorpen: Te hard rijden",
            (await host.Browser().OpenAsync(first.Address())).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Signals_ThatAreWithdrawn_CountNoLonger()
    {
        var signal = await Data.SignalAsync(host, One, Sender);
        var other = await Data.SignalAsync(host, Two, Sender);
        var concern = await ConcernAsync();
        await GatherAsync(concern.Id, signal, other);
        await host.ActAsync(One, signal.Id, (s, a) => s.Withdraw(a));

        var row = await host.DbAsync(db => db.SharedConcerns.Where(c => c.Id == concern.Id).Rows(db).SingleAsync());

        Assert.Equal((1, 1), (row.Villages, row.Signals));
    }

    [Fact]
    public async Task Post_LetGo_TakesOneOutAgain()
    {
        var signal = await Data.SignalAsync(host, One, Sender, "Hoort er niet bij");
        var concern = await ConcernAsync();
        await GatherAsync(concern.Id, signal);
        var browser = await host.Browser(Chair).OpenAsync(SignalLinks.GatherInto(concern.Id));

        await browser.SubmitAsync("Haal eruit: Hoort er niet bij");

        Assert.False(await host.DbAsync(db => db.ConcernSignals.AnyAsync(s => s.ConcernId == concern.Id)));
    }

    [Fact]
    public async Task Post_GatherByTwoAtOnce_LosesNothing()
    {
        var concern = await ConcernAsync();
        var word = $"gladheid{Environment.TickCount64}";
        await Data.SignalAsync(host, One, Sender, $"Fietspad {word}");
        await Data.SignalAsync(host, Two, Sender, $"Stoep {word}");
        var address = SignalLinks.GatherInto(concern.Id) + "?zoek=" + word;
        var one = await host.Browser(Chair).OpenAsync(address);
        var two = await host.Browser(One.Liaison).OpenAsync(address);

        await Task.WhenAll(
            one.SubmitOnlyAsync("Voeg toe", ("Fietspad", "ja"), ("Stoep", "ja")),
            two.SubmitOnlyAsync("Voeg toe", ("Stoep", "ja"))
        );

        Assert.Equal(2, await host.DbAsync(db => db.ConcernSignals.CountAsync(s => s.ConcernId == concern.Id)));
    }

    [Fact]
    public async Task Get_New_IsForUmbrellaAndLiaisonOnly()
    {
        Assert.Equal(HttpStatusCode.OK, (await host.Browser(Chair).AskAsync(SignalLinks.NewConcern)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Browser(One.Liaison).AskAsync(SignalLinks.NewConcern)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await host.Browser(One.ContactPerson).AskAsync(SignalLinks.NewConcern)).StatusCode
        );
    }

    private Task<SharedConcern> ConcernAsync() =>
        Data.SaveAsync(db =>
        {
            var concern = SharedConcern.Name("Iets gemeenschappelijks", "", One.Municipality.Id, Data.Now());
            db.SharedConcerns.Add(concern);
            return Task.FromResult(concern);
        });

    private Task GatherAsync(long concernId, params Signal[] signals)
    {
        var ids = signals.Select(s => s.Id).ToArray();
        return host.DbAsync(async db =>
        {
            var concern = await db
                .SharedConcerns.Include(c => c.Subject.Villages)
                .Include(c => c.Signals)
                .SingleAsync(c => c.Id == concernId);
            var found = await db.Signals.Include(s => s.Subject.Villages).Where(s => ids.Contains(s.Id)).ToArrayAsync();
            Assert.Empty(concern.Gather(found, Data.Now()).Refusals);
            await db.SaveChangesAsync();
        });
    }
}
