using Brink.Features.Promises;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Promises;

/// <summary>What waits, page by page; a thousand promises cost as many queries as one.</summary>
public sealed class MyPromisesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Many = 1_000;
    private readonly QueryCounter counter = new();
    private BrinkHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = new BrinkHost(postgres) { Configure = counter.Watch };
        await host.InitializeAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task AThousandOpenPromises_AskAsOftenAsOne_AndComeTwentyAPage()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var initiative = await data.InitiativeAsync(place, await data.PersonAsync());
        await AddAsync(data, place, initiative.Id, 1);
        using var liaison = host.Browser(place.Liaison);
        using var contact = host.Browser(place.ContactPerson);
        (string Address, TestBrowser By)[] pages =
        [
            ("/mijn", liaison),
            ("/mijn", contact),
            (PromiseLinks.Mine, liaison),
            (PromiseLinks.MineToCome, contact),
            (PromiseLinks.Of(place.Municipality.Id), contact),
            (PromiseLinks.List, contact),
        ];
        var little = await CountAsync(pages);

        await AddAsync(data, place, initiative.Id, Many - 1);

        Assert.Equal(little, await CountAsync(pages));
        // Three of the page itself, the others for who asks.
        Assert.InRange(little[2], 3, 6);
        await liaison.OpenAsync(PromiseLinks.Mine);
        Assert.Contains($"Dit wacht op u ({Many + 1})", liaison.Text, StringComparison.Ordinal);
        Assert.Equal(20, liaison.Page.QuerySelectorAll("main h3").Length);
        await liaison.OpenAsync(PromiseLinks.Mine + "?pagina=51");
        Assert.Single(liaison.Page.QuerySelectorAll("main h3"));
        await contact.OpenAsync(PromiseLinks.MineToCome);
        Assert.Contains($"Hier wacht u op ({Many})", contact.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_HoldQuestionsAndProposedDays_AndNobodyElses()
    {
        var data = new TestData(host);
        var (place, other) = (await data.PlaceAsync(), await data.PlaceAsync());
        var initiative = await data.InitiativeAsync(place, await data.PersonAsync());
        await data.SaveAsync(async db =>
        {
            var subject = await db.Subjects.SingleAsync(s => s.Id == initiative.Id);
            Promise.Ask(
                subject,
                new Party(place.Association.Id, null),
                new Party(place.Municipality.Id, place.Liaison.Id),
                data.Now().Today.AddDays(5),
                data.Now(place.Liaison.Id),
                "Gevraagd aan het dorp"
            );
            Promise
                .Make(
                    subject,
                    PromiseKind.Agreed,
                    new Party(place.Municipality.Id, place.Liaison.Id),
                    new Party(place.Association.Id, null),
                    data.Now().Today.AddDays(5),
                    data.Now(place.Liaison.Id),
                    "Wordt misschien later"
                )
                .ProposeMove(PromiseSide.By, data.Now().Today.AddDays(9), "Drukte.", data.Now(place.Liaison.Id));
            return true;
        });
        using var contact = host.Browser(place.ContactPerson);
        using var elsewhere = host.Browser(other.ContactPerson);

        await contact.OpenAsync(PromiseLinks.Mine);
        await elsewhere.OpenAsync(PromiseLinks.Mine);

        Assert.Contains("Gevraagd aan het dorp", contact.Text, StringComparison.Ordinal);
        Assert.Contains("Wordt misschien later", contact.Text, StringComparison.Ordinal);
        Assert.Contains("Dit wacht op u (0)", elsewhere.Text, StringComparison.Ordinal);
    }

    private Task AddAsync(TestData data, Place place, long subjectId, int times) =>
        data.SaveAsync(async db =>
        {
            var subject = await db.Subjects.SingleAsync(s => s.Id == subjectId);
            for (var number = 0; number < times; number++)
            {
                Promise.Make(
                    subject,
                    PromiseKind.Agreed,
                    new Party(place.Municipality.Id, place.Liaison.Id),
                    new Party(place.Association.Id, null),
                    data.Now().Today.AddDays(number % 40),
                    data.Now(place.Liaison.Id),
                    $"Toezegging {number}"
                );
            }

            return true;
        });

    private async Task<int[]> CountAsync((string Address, TestBrowser By)[] pages)
    {
        var counts = new List<int>();
        foreach (var (address, by) in pages)
        {
            counts.Add((await counter.AskedAsync(host, address, by)).Count);
        }

        return [.. counts];
    }
}
