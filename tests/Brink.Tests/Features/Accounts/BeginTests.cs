using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;
using Brink.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Accounts;

/// <summary>An installation without a municipality, and how it begins.</summary>
public sealed class BeginTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly BrinkHost host = new(postgres);
    private WebApplication empty = null!;

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        await using var db = Owner();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM municipalities");
        empty = await host.StartAsync();
    }

    [Fact]
    public async Task Link_MakesTheMunicipalityAndItsAdministratorOnceAndSignsIn()
    {
        var link = await LinkAsync();
        using var browser = Browser();
        await browser.OpenAsync(link);
        Assert.Contains("Brink inrichten", browser.Text, StringComparison.Ordinal);
        Assert.Equal("nieuw.example", browser.Page.QuerySelector("#Host")!.GetAttribute("value"));

        var answer = await SubmitAsync(browser);

        Assert.Equal(AccountLinks.AfterSignIn, answer.Headers.Location!.ToString());
        Assert.True(browser.HasCookie("__Host-brink"));
        await using var db = Owner();
        var municipality = await db.Municipalities.SingleAsync();
        Assert.Equal(
            ("Nieuwveen", "nieuwveen", "GM1234", "nieuw.example"),
            (municipality.Name, municipality.Slug, municipality.CbsCode, municipality.Host)
        );
        await browser.OpenAsync(AccountLinks.Journal);
        Assert.Contains("Eva Beheer", browser.Text, StringComparison.Ordinal);

        using var second = Browser();
        await second.OpenAsync(link, HttpStatusCode.NotFound);
        Assert.Null(await empty.Services.GetRequiredService<FirstAdministrator>().LinkAsync(""));
    }

    [Fact]
    public async Task Link_WhenSentByManyAtOnce_MakesOneMunicipality()
    {
        var link = await LinkAsync();
        var browsers = Enumerable.Range(0, 5).Select(_ => Browser()).ToArray();
        foreach (var browser in browsers)
        {
            await browser.OpenAsync(link);
        }

        await Task.WhenAll(browsers.Select(SubmitAsync));

        Assert.Single(browsers, b => b.HasCookie("__Host-brink"));
        await using var db = Owner();
        Assert.Equal(1, await db.Municipalities.CountAsync());
    }

    [Fact]
    public async Task Link_WhenItIsADayOldOrMadeUp_IsAbsent()
    {
        var link = await LinkAsync();
        host.Time.Advance(FirstAdministrator.LinkLasts);
        using var browser = Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.AskAsync(link)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.AskAsync(AccountLinks.FirstAdministrator("verzonnen"))).StatusCode
        );
    }

    [Fact]
    public async Task Post_WhenAnswersAreMissing_SaysAllAtOnceAndKeepsWhatWasTyped()
    {
        using var browser = Browser();
        await browser.OpenAsync(await LinkAsync());

        await browser.SubmitAsync(
            "Brink klaarzetten",
            HttpStatusCode.BadRequest,
            ("Naam van de gemeente", "Nieuwveen"),
            ("Code van het CBS", "1234"),
            ("Adres van deze website", "https://x")
        );

        Assert.Contains(
            "Vul de code van het CBS in: GM en vier cijfers, zoals GM1731.",
            browser.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Vul het adres in zonder https", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Vul uw naam in.", browser.Text, StringComparison.Ordinal);
        Assert.Equal("Nieuwveen", browser.Page.QuerySelector("#MunicipalityName")!.GetAttribute("value"));
    }

    [Fact]
    public async Task OtherPages_OfAnEmptyInstallation_AreAbsent()
    {
        using var browser = Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.AskAsync(AccountLinks.SignIn)).StatusCode);
    }

    private Task<string> LinkAsync() => empty.Services.GetRequiredService<FirstAdministrator>().LinkAsync("")!;

    private TestBrowser Browser() => new(empty.GetTestServer().CreateHandler(), "nieuw.example", new HeardProblems());

    private BrinkDb Owner() => new(Migrator.Options(host.Database.OwnerConnectionString));

    private static Task<HttpResponseMessage> SubmitAsync(TestBrowser browser) =>
        browser.SubmitOnlyAsync(
            "Brink klaarzetten",
            ("Naam van de gemeente", "Nieuwveen"),
            ("Code van het CBS", "gm1234"),
            ("Adres van deze website", "Nieuw.example"),
            ("Naam of afdeling", "Gemeentehuis"),
            ("Mailadres", "info@nieuw.example"),
            ("Telefoonnummer", "0500 123 456"),
            ("Uw naam", "Eva Beheer"),
            ("Uw mailadres", "eva@nieuw.example")
        );

    public async ValueTask DisposeAsync()
    {
        await empty.DisposeAsync();
        await host.DisposeAsync();
    }
}

public sealed class ExampleSignInTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private readonly TestData data = new(host);

    [Fact]
    public async Task Link_SignsInAsOftenAsOneLikes_InTheExampleOnly()
    {
        var person = await data.PersonAsync();
        var link = host.Services.GetRequiredService<ExampleSignIn>().LinkFor(person.Email!, "");
        using var real = host.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await real.AskAsync(link)).StatusCode);

        await using (var db = new BrinkDb(Migrator.Options(host.Database.OwnerConnectionString)))
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE municipalities SET is_example = true");
        }

        host.Services.GetRequiredService<ITenantDirectory>().Refresh();
        for (var time = 0; time < 2; time++)
        {
            using var browser = host.Browser();
            await browser.OpenAsync(link);
            Assert.False(browser.HasCookie("__Host-brink"));
            await browser.SubmitOnlyAsync("Inloggen als " + person.Name);
            Assert.True(browser.HasCookie("__Host-brink"));
        }

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await real.AskAsync(AccountLinks.ExampleSignIn("verzonnen"))).StatusCode
        );
    }
}
