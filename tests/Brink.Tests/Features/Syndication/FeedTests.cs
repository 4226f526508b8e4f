using System.Net;
using System.Xml.Linq;
using Brink.Features.Initiatives;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Syndication;

public sealed class FeedTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Feeds_TellWhatHappenedToWhatIsPublic()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var by = await data.PersonAsync("Geheime Bewoner");
        var initiative = await data.InitiativeAsync(place, by, "Een <script>x</script> tuin");
        await data.UnconfirmedInitiativeAsync(place, by, "Nog niet bevestigd");

        foreach (
            var address in new[]
            {
                "/initiatieven/feed",
                $"/dorpen/{place.Village.Id}/feed",
                $"/initiatieven/{initiative.Id}/feed",
            }
        )
        {
            var browser = host.Browser();
            await browser.AskAsync(address);
            Assert.Equal("application/atom+xml", browser.Response.Content.Headers.ContentType!.MediaType);
            var feed = XDocument.Parse(browser.Body).Root!;
            Assert.EndsWith(
                address,
                feed.Elements(Atom + "link").First(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value,
                StringComparison.Ordinal
            );
            var entries = feed.Elements(Atom + "entry").ToArray();
            Assert.Contains(entries, e => e.Element(Atom + "title")!.Value == "Een <script>x</script> tuin");
            Assert.Contains(entries, e => e.Element(Atom + "summary")!.Value == "Een inwoner leverde een idee in.");
            Assert.Equal(
                entries.Length,
                entries.Select(e => e.Element(Atom + "id")!.Value).Distinct(StringComparer.Ordinal).Count()
            );
            Assert.DoesNotContain("Nog niet bevestigd", browser.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Geheime Bewoner", browser.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Feed_OfWhatIsNotPublic_IsAbsentOrGone()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var by = await data.PersonAsync();
        var unconfirmed = await data.UnconfirmedInitiativeAsync(place, by);
        var withdrawn = await WithdrawnAsync(data, place);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Browser().AskAsync($"/initiatieven/{unconfirmed.Id}/feed")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Gone,
            (await host.Browser().AskAsync($"/initiatieven/{withdrawn}/feed")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Browser().AskAsync($"/dorpen/{unconfirmed.Id}/feed")).StatusCode
        );
    }

    [Fact]
    public async Task Pages_SayWhereTheirFeedIs()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var initiative = await data.InitiativeAsync(place, await data.PersonAsync());

        await AssertFeedAsync("/initiatieven", "/initiatieven/feed");
        await AssertFeedAsync(
            $"/initiatieven/{initiative.Id}-{initiative.Subject.Slug}",
            $"/initiatieven/{initiative.Id}/feed"
        );
        await AssertFeedAsync(
            $"/dorpen/{place.Village.Id}-{place.Village.Subject!.Slug}",
            $"/dorpen/{place.Village.Id}/feed"
        );
        await AssertFeedAsync("/feeds", "/initiatieven/feed");
        var list = await host.Browser().OpenAsync("/feeds");
        Assert.Contains($"/dorpen/{place.Village.Id}/feed", list.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sitemap_ListsWhatIsPublicAndNothingElse()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var by = await data.PersonAsync();
        var initiative = await data.InitiativeAsync(place, by);
        var unconfirmed = await data.UnconfirmedInitiativeAsync(place, by);
        var withdrawn = await WithdrawnAsync(data, place);

        var browser = host.Browser();
        await browser.AskAsync("/sitemap.xml");

        Assert.Equal("urlset", XDocument.Parse(browser.Body).Root!.Name.LocalName);
        Assert.Contains($"/initiatieven/{initiative.Id}-", browser.Body, StringComparison.Ordinal);
        Assert.Contains($"/dorpen/{place.Village.Id}-", browser.Body, StringComparison.Ordinal);
        Assert.DoesNotContain($"/{unconfirmed.Id}-", browser.Body, StringComparison.Ordinal);
        Assert.DoesNotContain($"/{withdrawn}-", browser.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().AskAsync("/sitemap/2")).StatusCode);
    }

    [Fact]
    public async Task SecurityTxtAndRobotsTxt_SayWhatTheyMust()
    {
        var browser = host.Browser();
        await browser.AskAsync("/.well-known/security.txt");
        Assert.Equal("text/plain", browser.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Contact: mailto:gemeente@testveen.example\n", browser.Body, StringComparison.Ordinal);
        Assert.Contains("Expires: 2027-05-01T00:00:00Z\n", browser.Body, StringComparison.Ordinal);
        await browser.AskAsync("/robots.txt");
        Assert.Contains("Sitemap: https://testveen.example/sitemap.xml\n", browser.Body, StringComparison.Ordinal);
    }

    private async Task AssertFeedAsync(string page, string feed)
    {
        var browser = await host.Browser().OpenAsync(page);
        Assert.Equal(
            feed,
            browser.Page.QuerySelector("link[rel=alternate][type='application/atom+xml']")?.GetAttribute("href")
        );
    }

    private async Task<long> WithdrawnAsync(TestData data, Place place)
    {
        var by = await data.PersonAsync();
        var initiative = await data.InitiativeAsync(place, by, "Toch maar niet");
        await host.DbAsync(async db =>
        {
            var found = await db
                .Initiatives.Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .FirstAsync(i => i.Id == initiative.Id);
            found.Withdraw(data.Now(by.Id));
            await db.SaveChangesAsync();
        });
        return initiative.Id;
    }
}
