using System.Net;
using Brink.Tests.Support;

namespace Brink.Tests.Platform.Http;

public sealed class FailurePageTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task Get_WhenPageIsAbsent_SaysSoAndNamesSomebody()
    {
        using var browser = host.Browser();

        await browser.OpenAsync("/bestaat-niet", HttpStatusCode.NotFound);

        Assert.Contains("Deze pagina is er niet", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Gemeentehuis Testveen", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhenPageIsAbsentAndEnglishIsChosen_SaysSoInEnglish()
    {
        using var browser = host.Browser();
        await browser.OpenAsync("/bestaat-niet?taal=en", HttpStatusCode.NotFound);

        Assert.Contains("This page does not exist", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhenAddressOfAFailureIsTyped_IsAbsent()
    {
        using var browser = host.Browser();

        await browser.OpenAsync("/fout/500", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Always_ForbidsForeignScriptsAndFrames()
    {
        using var browser = host.Browser();
        var response = await browser.AskAsync("/bestaat-niet");

        var policy = string.Join(';', response.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains(
            "max-age=31536000",
            response.Headers.GetValues("Strict-Transport-Security").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_StyleSheetOfThePage_IsCompressedAndNamedByItsContent()
    {
        using var browser = host.Browser();
        await browser.OpenAsync("/bestaat-niet", HttpStatusCode.NotFound);
        var address = browser.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        var response = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("gzip", response.Content.Headers.ContentEncoding);
        Assert.Matches("/css/brink\\.[a-z0-9]+\\.css", address);
    }

    [Fact]
    public async Task Get_UnknownHost_WithTwoMunicipalities_IsAbsent()
    {
        await host.AddMunicipalityAsync("Tweede", "tweede.example");
        host.Services.GetTenants().Refresh();
        using var browser = host.Browser(tenant: host.Tenant with { Host = "onbekend.example" });

        await browser.OpenAsync("/", HttpStatusCode.NotFound);

        Assert.Contains("geen gemeente bekend", browser.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Get_Health_IsHealthy(string address)
    {
        using var browser = host.Browser();

        await browser.OpenAsync(address);

        Assert.Equal("Healthy", browser.Body);
    }
}
