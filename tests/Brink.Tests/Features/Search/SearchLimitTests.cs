using System.Globalization;
using System.Net;
using Brink.Platform.Http;
using Brink.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Search;

public sealed class FewSearchesHost : BrinkHost
{
    public const int Most = 5;

    public FewSearchesHost(PostgresFixture postgres)
        : base(postgres) =>
        Configure = builder => builder.Services.Configure<SearchLimits>(limits => limits.PerMinute = Most);
}

public sealed class SearchLimitTests(FewSearchesHost host) : IClassFixture<FewSearchesHost>
{
    [Fact]
    public async Task Get_WhenOneClientSearchesTooOften_Is429InWordsAndReadingGoesOn()
    {
        var place = await new TestData(host).PlaceAsync();
        using var browser = host.Browser();
        foreach (var address in new[] { "/zoeken?q=", "/initiatieven?zoek=", "/initiatieven/kaart?zoek=" })
        {
            await browser.OpenAsync(address + "eerste");
        }

        await browser.OpenAsync("/api/v1/initiatieven?zoek=eerste");
        await browser.OpenAsync("/initiatieven/lijst.csv");

        foreach (
            var address in new[]
            {
                "/zoeken?q=",
                "/initiatieven?zoek=",
                "/initiatieven/kaart?zoek=",
                "/initiatieven/lijst.csv?x=",
            }
        )
        {
            await browser.OpenAsync(address + "tweede", HttpStatusCode.TooManyRequests);
            Assert.Contains("Even wachten", browser.Text, StringComparison.Ordinal);
            var wait = int.Parse(
                browser.Response.Headers.GetValues("Retry-After").Single(),
                CultureInfo.InvariantCulture
            );
            Assert.InRange(wait, 1, 60);
        }

        var answer = await browser.AskAsync("/api/v1/initiatieven?zoek=tweede");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);

        foreach (
            var address in new[]
            {
                "/zoeken",
                "/initiatieven",
                "/initiatieven?fase=idee",
                "/api/v1/initiatieven",
                $"/insluiten/dorpen/{place.Village.Id}",
                "/",
            }
        )
        {
            await browser.OpenAsync(address);
        }
    }
}
