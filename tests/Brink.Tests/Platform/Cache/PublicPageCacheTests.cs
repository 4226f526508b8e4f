using System.Diagnostics;
using Brink.Platform.Cache;
using Brink.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Platform.Cache;

/// <summary>Public pages come from memory, and nobody reads an old one after a change.</summary>
public sealed class PublicPageCacheTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private readonly TestData data = new(host);

    [Fact]
    public async Task Get_Twice_IsMadeOnce()
    {
        using var browser = host.Browser();
        var generations = host.Services.GetRequiredService<Generations>();
        long before;
        do
        {
            // News of another test's change may come in between the two: then there is a new page to make.
            before = generations.Of(host.Tenant.Id);
            await browser.OpenAsync("/initiatieven");

            await browser.OpenAsync("/initiatieven");
        } while (generations.Of(host.Tenant.Id) != before);

        Assert.True(browser.Response.Headers.Age is not null, "The second answer says how long it was kept.");
    }

    [Fact]
    public async Task Get_WhenSignedIn_IsNeverFromTheCache()
    {
        using var somebody = host.Browser(await data.PersonAsync());
        await somebody.OpenAsync("/initiatieven");

        await somebody.OpenAsync("/initiatieven");

        Assert.Null(somebody.Response.Headers.Age);
    }

    [Fact]
    public async Task Get_AfterAChange_ShowsTheChange()
    {
        var place = await data.PlaceAsync();
        using var browser = host.Browser();
        await browser.OpenAsync("/initiatieven");

        await data.InitiativeAsync(place, await data.PersonAsync(), "Een bankje bij de brug");

        await browser.OpenAsync("/initiatieven");
        Assert.Contains("Een bankje bij de brug", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterOwnChange_OnAnotherInstance_ShowsItAtOnce()
    {
        await using var second = await host.StartAsync();
        using var there = host.Browser(instance: second);
        await there.OpenAsync("/initiatieven");
        there.SetCookie((OwnChange.Cookie, "1"));

        await data.InitiativeAsync(await data.PlaceAsync(), await data.PersonAsync(), "Een schuilhut voor fietsers");

        await there.OpenAsync("/initiatieven");
        Assert.Contains("Een schuilhut voor fietsers", there.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterAChangeElsewhere_ShowsItOnEveryInstanceSoon()
    {
        await using var second = await host.StartAsync();
        using var there = host.Browser(instance: second);
        await there.OpenAsync("/initiatieven");
        await data.InitiativeAsync(await data.PlaceAsync(), await data.PersonAsync(), "Een pluktuin voor iedereen");
        var clock = Stopwatch.StartNew();

        do
        {
            await Task.Delay(50);
            await there.OpenAsync("/initiatieven");
        } while (
            !there.Text.Contains("Een pluktuin voor iedereen", StringComparison.Ordinal)
            && clock.Elapsed.TotalSeconds < 30
        );

        Assert.Contains("Een pluktuin voor iedereen", there.Text, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Seen on the other instance after {clock.ElapsedMilliseconds} ms."
        );
    }

    [Fact]
    public async Task Get_OfOneMunicipality_IsNeverShownInAnother()
    {
        var other = await host.AddMunicipalityAsync("Buurgemeente", $"buur{Environment.TickCount64}.example");
        host.Services.GetTenants().Refresh();
        await data.InitiativeAsync(await data.PlaceAsync(), await data.PersonAsync(), "Alleen van Testveen");
        using var here = host.Browser();
        using var there = host.Browser(tenant: other);
        await here.OpenAsync("/initiatieven");

        await there.OpenAsync("/initiatieven");

        Assert.Contains("Alleen van Testveen", here.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alleen van Testveen", there.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BR", "br")]
    [InlineData("gzip, BR;q=0.1", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("*", "")]
    [InlineData("br;q=nonsense, zstd", "")]
    public async Task Get_WithAnOddWayOfCompressing_SpoilsNobodyElsesPage(string odd, string encoding)
    {
        var address = $"/dorpen?zoek={Brink.Platform.Secret.New()}";
        using var client = host.Server.CreateClient();
        client.BaseAddress = new Uri($"http://{host.Tenant.Host}");
        async Task<string> EncodingAsync(string? accepted)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (accepted is not null)
            {
                request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            }

            using var response = await client.SendAsync(request);
            Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
            return string.Join(',', response.Content.Headers.ContentEncoding);
        }

        var asked = await EncodingAsync(odd);

        Assert.Equal(encoding, asked);
        Assert.Equal("", await EncodingAsync(null));
        Assert.Equal("gzip", await EncodingAsync("gzip"));
        Assert.Equal("br", await EncodingAsync("gzip, deflate, br"));
    }

    [Fact]
    public async Task Get_InAnotherLanguage_IsAnotherPage()
    {
        using var dutch = host.Browser();
        using var english = host.Browser();
        await dutch.OpenAsync("/hoe-werkt-het");

        await english.OpenAsync("/hoe-werkt-het?taal=en");

        Assert.Contains("Een toezegging is een toezegging", dutch.Text, StringComparison.Ordinal);
        Assert.Contains("A promise is a promise", english.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Generations_WhenOneMunicipalityChanges_LeavesOthers()
    {
        var generations = new Generations();
        generations.Next(1);
        generations.Next(1);

        Assert.Equal((2, 0), (generations.Of(1), generations.Of(2)));
    }
}
