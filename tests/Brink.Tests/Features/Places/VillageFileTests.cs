using System.Net;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Places;

public sealed class VillageFileTests(CountedHost host) : IClassFixture<CountedHost>, IAsyncLifetime
{
    private readonly QueryCounter counter = host.Counter;
    private TestData data = null!;

    public async ValueTask InitializeAsync()
    {
        await host.BeginAnewAsync();
        data = new TestData(host);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task File_GathersPromisesOfBothSidesAndAllThatGoesOn_ForOfficialsAndTheVillage()
    {
        var place = await data.PlaceAsync("Hijken");
        var elsewhere = await data.PlaceAsync("Elp");
        var sender = await data.PersonAsync();
        var idea = await data.InitiativeAsync(place, sender, "Een beweegtuin");
        await data.InitiativeAsync(elsewhere, sender, "Iets in Elp");
        var hidden = await data.UnconfirmedInitiativeAsync(place, sender, "Nog niet bevestigd");
        await AgreeAsync(idea.Id, place);

        foreach (var reader in new[] { place.Liaison, elsewhere.Liaison, place.ContactPerson })
        {
            var browser = await host.Browser(reader).OpenAsync(PlacesLinks.File(place.Village.Id));

            Assert.Contains("Een beweegtuin", browser.Text, StringComparison.Ordinal);
            Assert.Contains("De gemeente pakt dit uiterlijk", browser.Text, StringComparison.Ordinal);
            Assert.Contains("Wij maaien het gras.", browser.Text, StringComparison.Ordinal);
            Assert.Contains("Het idee is bevestigd", browser.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Iets in Elp", browser.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(hidden.Subject.Title, browser.Text, StringComparison.Ordinal);
            Assert.True(browser.Response.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task File_IsForNobodyElse()
    {
        var place = await data.PlaceAsync();
        var elsewhere = await data.PlaceAsync();
        var address = PlacesLinks.File(place.Village.Id);

        await host.Browser(elsewhere.ContactPerson).OpenAsync(address, HttpStatusCode.Forbidden);
        await host.Browser(await data.PersonAsync()).OpenAsync(address, HttpStatusCode.Forbidden);
        await host.Browser(place.Liaison).OpenAsync(PlacesLinks.File(123456789), HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.Found, (await host.Browser().AskAsync(address)).StatusCode);
    }

    [Fact]
    public async Task File_OfAnEmptyVillage_SaysSo_AndAFullOneAsksAsOften()
    {
        var place = await data.PlaceAsync();
        var address = PlacesLinks.File(place.Village.Id);
        var browser = await host.Browser(place.Liaison).OpenAsync(address);
        Assert.Contains("Niets op dit moment.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Er staat niets open.", browser.Text, StringComparison.Ordinal);
        var by = await data.PersonAsync();
        await AgreeAsync((await data.InitiativeAsync(place, by)).Id, place);
        var little = await counter.AskedAsync(host, address, host.Browser(place.Liaison));

        for (var number = 0; number < 20; number++)
        {
            await data.InitiativeAsync(place, by, $"Plan {number}");
        }

        var much = await counter.AskedAsync(host, address, host.Browser(place.Liaison));
        Assert.Equal(little.Count, much.Count);
        browser = await host.Browser(place.Liaison).OpenAsync(address);
        Assert.Contains("U ziet de 15 nieuwste van 21.", browser.Text, StringComparison.Ordinal);
    }

    private Task<bool> AgreeAsync(long initiativeId, Place place) =>
        data.SaveAsync(async db =>
        {
            var subject = await db.Subjects.SingleAsync(s => s.Id == initiativeId);
            var now = data.Now(place.ContactPerson.Id);
            Promise.Make(
                subject,
                PromiseKind.Agreed,
                new Party(place.Association.Id, place.ContactPerson.Id),
                new Party(place.Municipality.Id, null),
                now.Today.AddDays(30),
                now,
                "Wij maaien het gras."
            );
            return true;
        });
}
