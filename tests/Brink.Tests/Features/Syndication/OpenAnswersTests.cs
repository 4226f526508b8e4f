using System.Net;
using System.Text.Json;
using Brink.Features.Requests;
using Brink.Features.Standpoints;
using Brink.Features.Subjects;
using Brink.Tests.Features.Agreements;
using Brink.Tests.Features.Exchange;
using Brink.Tests.Features.Requests;
using Brink.Tests.Features.Standpoints;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Syndication;

/// <summary>What villages say together, are asked and ask for, in the open interface and in feeds: what is public, and nothing more (O5, N3).</summary>
public sealed class OpenAnswersTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task Standpoints_AreThoseThatWereSent_AndSilenceIsNoStance()
    {
        var umbrella = await Umbrella.WithAsync(host, 2);
        var sent = await umbrella.SigningAsync();
        await umbrella.ChangeAsync(sent.Id, s => umbrella.React(s, umbrella.Members[0], Stance.Abstained));
        await umbrella.ChangeAsync(
            sent.Id,
            s => s.Send(umbrella.Terms(), [], umbrella.Board() with { Today = umbrella.Board().Today.AddDays(11) })
        );
        await umbrella.DraftAsync(Umbrella.Words with { Title = "Nog een geheim concept" });

        var found = (await ResultsAsync("standpunten")).Single(s => s.GetProperty("id").GetInt64() == sent.Id);

        Assert.Equal(Umbrella.Words.Asks, found.GetProperty("vraag").GetString());
        var reactions = found.GetProperty("reacties").EnumerateArray().ToArray();
        Assert.Equal(2, reactions.Length);
        Assert.Contains(reactions, r => r.GetProperty("reactie").ValueKind == JsonValueKind.Null);
        Assert.Contains(reactions, r => r.GetProperty("reactie").ToString() == "onthouden");
        Assert.Equal(JsonValueKind.Null, found.GetProperty("antwoord").ValueKind);
        var browser = host.Browser();
        await browser.AskAsync("/api/v1/standpunten");
        Assert.DoesNotContain("geheim concept", browser.Body, StringComparison.Ordinal);
        await browser.AskAsync("/standpunten/feed");
        Assert.Contains(Umbrella.Words.Title, browser.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim concept", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_AreOutcomes_WithoutWhatWasSaid()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var waiting = await RequestExamples.AskedAsync(data, place);
        var declined = await RequestExamples.AskedAsync(data, place);
        await data.SaveAsync(async db =>
        {
            var actor = data.Now(place.ContactPerson.Id) with { OnBehalfOfId = place.Association.Id };
            var request = await db.VillageRequests.WholeAsync(declined.Id, default);
            return request!.Decline(
                "Dit blijft onder ons.",
                new Contribution { ByPersonId = actor.PersonId, At = actor.At },
                actor
            );
        });

        var found = await ResultsAsync($"verzoeken?dorp={place.Village.Id}");

        Assert.Equal([declined.Id], found.Select(r => r.GetProperty("id").GetInt64()));
        Assert.Equal("afgezien", found[0].GetProperty("uitkomst").GetString());
        Assert.DoesNotContain("onder ons", found[0].GetRawText(), StringComparison.Ordinal);
        Assert.NotEqual(waiting.Id, declined.Id);
    }

    [Fact]
    public async Task Help_IsWhatIsOpen_AndNamesNobody()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var asker = await data.PersonAsync("Vrager Onbekend");
        var help = await data.HelpAsync(place, asker);

        var found = (await ResultsAsync($"hulp?dorp={place.Village.Id}")).Single();

        Assert.Equal(help.Id, found.GetProperty("id").GetInt64());
        Assert.Equal(help.Number, found.GetProperty("nogOver").GetInt32());
        Assert.DoesNotContain("Vrager Onbekend", found.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await ResultsAsync($"hulp?dorp={place.Village.Id}&richting=aangeboden"));
    }

    [Fact]
    public async Task Agreements_AreThoseThatHoldOrHeld()
    {
        var table = await Table.LayAsync(host);
        await table.AgreementAsync(title: "Nog niet getekend convenant");
        var old = await table.AgreementAsync(signing: false);
        await table.ChangeAsync(old.Id, a => a.Record("in 1999", new DateOnly(1999, 1, 1), table.Writing()));

        var found = await ResultsAsync("afspraken");

        var one = found.Single(a => a.GetProperty("id").GetInt64() == old.Id);
        Assert.Equal("1999-01-01", one.GetProperty("geldtSinds").GetString());
        Assert.Contains(
            table.Place.Association.Name,
            one.GetProperty("partijen").EnumerateArray().Select(p => p.GetString())
        );
        Assert.DoesNotContain(
            found,
            a => a.GetProperty("titel").GetString()!.Contains("Nog niet getekend", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Initiative_TellsItsSupportInNumbers()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var idea = await data.InitiativeAsync(place, await data.PersonAsync());
        await host.DbAsync(db =>
            Brink.Features.Initiatives.Support.Backings.BackAsync(
                db,
                idea.Id,
                new(place.Village.Id, false),
                data.Now(place.ContactPerson.Id),
                default
            )
        );
        using var browser = host.Browser(place.ContactPerson);
        await browser.AskAsync($"/api/v1/initiatieven/{idea.Id}");

        var support = JsonDocument.Parse(browser.Body).RootElement.GetProperty("steun");

        Assert.Equal(1, support.GetProperty("uitDorp").GetInt32());
        Assert.Equal(JsonValueKind.Null, support.GetProperty("inwoners").ValueKind);
    }

    private async Task<JsonElement[]> ResultsAsync(string address)
    {
        var browser = host.Browser();
        // Another number of results makes another page to the cache.
        var answer = await browser.AskAsync(
            $"/api/v1/{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}aantal=97"
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. JsonDocument.Parse(browser.Body).RootElement.GetProperty("resultaten").EnumerateArray()];
    }
}
