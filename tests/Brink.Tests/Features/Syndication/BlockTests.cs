using System.Net;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Syndication;

public sealed class BlockTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task Block_StandsInOtherSitesAndNothingElseDoes()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var by = await data.PersonAsync("Geheime Bewoner");
        await data.InitiativeAsync(place, by, "Een beweegtuin");
        await data.UnconfirmedInitiativeAsync(place, by, "Nog niet bevestigd");

        var block = await host.Browser().OpenAsync($"/insluiten/dorpen/{place.Village.Id}");

        Assert.Contains("frame-ancestors *", Header(block, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("", Header(block, "X-Frame-Options"));
        Assert.Equal("", Header(block, "Set-Cookie"));
        Assert.Contains("Een beweegtuin", block.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog niet bevestigd", block.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheime Bewoner", block.Body, StringComparison.Ordinal);
        Assert.All(block.Page.QuerySelectorAll("a"), link => Assert.Equal("_parent", link.GetAttribute("target")));
        Assert.Empty(block.Page.QuerySelectorAll("script"));
        var page = await host.Browser().OpenAsync("/initiatieven");
        Assert.Contains("frame-ancestors 'none'", Header(page, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("DENY", Header(page, "X-Frame-Options"));
    }

    [Fact]
    public async Task Block_OfNoVillage_IsAbsent() =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Browser().AskAsync("/insluiten/dorpen/999999999")).StatusCode
        );

    [Fact]
    public async Task HowToEmbed_GivesCodeThatHoldsTheBlock()
    {
        var place = await new TestData(host).PlaceAsync("D'n \"Hoek\" <b>");
        var address = $"/dorpen/{place.Village.Id}-{place.Village.Subject!.Slug}/insluiten";

        var page = await host.Browser().OpenAsync(address);

        var code = page.Page.QuerySelector("textarea")!.TextContent;
        var frame = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(code).QuerySelector("iframe")!;
        Assert.Equal($"https://testveen.example/insluiten/dorpen/{place.Village.Id}", frame.GetAttribute("src"));
        Assert.Equal("Wat er speelt in D'n \"Hoek\" <b>", frame.GetAttribute("title"));
        Assert.NotNull(page.Page.QuerySelector("iframe"));
    }

    private static string Header(TestBrowser browser, string name) =>
        browser.Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
