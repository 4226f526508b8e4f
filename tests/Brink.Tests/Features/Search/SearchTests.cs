using Brink.Features.Places;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Search;

public sealed class SearchTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private readonly TestData data = new(host);

    [Fact]
    public async Task Get_WithoutWords_PromisesNoResult()
    {
        var browser = await host.Browser().OpenAsync("/zoeken");

        Assert.Contains("Eén woord is vaak genoeg.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("speeltuin", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("beweegtuin")]
    [InlineData("beweegtuinen")]
    [InlineData("bewegtuin")]
    [InlineData("BEWEEGTUIN")]
    [InlineData("tuin")]
    [InlineData("beweeg tuin")]
    [InlineData("oud jong")]
    public async Task Get_FindsWhatIsMeant(string words)
    {
        await data.InitiativeAsync(
            await data.PlaceAsync(),
            await data.PersonAsync(),
            "Een beweegtuin voor oud en jong"
        );

        var browser = await host.Browser().OpenAsync("/zoeken?q=" + Uri.EscapeDataString(words));

        Assert.Contains("Een beweegtuin voor oud en jong", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_GroupsByKind()
    {
        await data.InitiativeAsync(
            await data.PlaceAsync("Zwiggelte"),
            await data.PersonAsync(),
            "Een bankje in Zwiggelte"
        );

        var browser = await host.Browser().OpenAsync("/zoeken?q=zwiggelte");

        Assert.Equal(
            ["Dorpen", "Initiatieven", "Organisaties"],
            browser.Page.QuerySelectorAll("main h2").Select(h => h.TextContent)
        );
    }

    [Fact]
    public async Task Get_FindsAnOrganisationByItsName()
    {
        var place = await data.PlaceAsync("Oranje");
        foreach (var words in new[] { "Dorpsbelangen Oranje", "oranje", "dorpsbelang oranje", "orange" })
        {
            var browser = await host.Browser().OpenAsync("/zoeken?q=" + Uri.EscapeDataString(words));

            Assert.Contains(
                browser.Page.QuerySelectorAll("section[aria-labelledby=Organisation] a"),
                link =>
                    link.GetAttribute("href") == PlacesLinks.Organisation(place.Association.Id, "Dorpsbelangen Oranje")
            );
        }
    }

    [Fact]
    public async Task Get_AnOrganisationThatEnded_IsNotFound()
    {
        var place = await data.PlaceAsync("Garminge");
        await data.SaveAsync(async db =>
        {
            var ended = await db.Organisations.FindAsync(place.Association.MunicipalityId, place.Association.Id);
            ended!.EndedAt = host.Time.GetUtcNow();
            return ended;
        });

        var browser = await host.Browser().OpenAsync("/zoeken?q=garminge");

        Assert.Null(browser.Page.QuerySelector("section[aria-labelledby=Organisation]"));
    }

    [Fact]
    public async Task Get_WhatIsNotPublic_IsNotFound()
    {
        await data.UnconfirmedInitiativeAsync(
            await data.PlaceAsync(),
            await data.PersonAsync(),
            "Geheime grottekening"
        );

        var browser = await host.Browser().OpenAsync("/zoeken?q=grottekening");

        Assert.Contains("Niets gevonden voor 'grottekening'", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%20%20")]
    [InlineData("de%20het%20een")]
    [InlineData("%27%20OR%201%3D1%3B%20DROP%20TABLE%20subjects%3B--")]
    [InlineData("%22%28%26%7C%21%3A%2A%3C-%3E%5C")]
    [InlineData("%00%E2%80%AE%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task Get_WithAwkwardInput_StaysCalm(string query)
    {
        var browser = await host.Browser().OpenAsync("/zoeken?q=" + query);

        Assert.DoesNotContain("<script>alert", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithTenThousandCharacters_StaysCalm() =>
        await host.Browser().OpenAsync("/zoeken?q=" + string.Concat(Enumerable.Repeat("tuin%20", 1500)));
}
