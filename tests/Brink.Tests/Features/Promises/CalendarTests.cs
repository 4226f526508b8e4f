using System.Net;
using Brink.Features.Promises;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Promises;

/// <summary>One's own calendar, at an address only the owner knows.</summary>
public sealed class CalendarTests(BrinkHost host) : PromisesByHand(host)
{
    [Fact]
    public async Task Address_IsShownOnce_GivesOwnDays_AndNamesNobody()
    {
        await MadeAsync("De gemeente zet een hek; met poort, en slot");
        using var browser = Host.Browser(Place.Liaison);
        var address = await MakeAsync(browser);

        using var program = Host.Browser();
        var answer = await program.AskAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Public: false });
        Assert.Contains("DTSTART;VALUE=DATE:20261116\r\n", program.Body, StringComparison.Ordinal);
        Assert.Contains("een hek\\; met poort\\, en slot", Unfolded(program.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("Jannie", program.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Place.Liaison.Name, Unfolded(program.Body), StringComparison.Ordinal);
        await browser.OpenAsync(PromiseLinks.CalendarSettings);
        Assert.DoesNotContain(address, browser.Body, StringComparison.Ordinal);
        var secret = address.Split('/')[^1].Split('.')[0];
        Assert.DoesNotContain(
            await Host.DbAsync(db => db.Journal.Select(e => e.About).ToArrayAsync()),
            about => about.Contains(secret, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AddressOfSomebodyElse_HoldsNothingOfMine()
    {
        await MadeAsync("Alleen voor deze twee");
        var other = await Data.PlaceAsync();
        using var browser = Host.Browser(other.ContactPerson);
        var address = await MakeAsync(browser);
        using var program = Host.Browser();

        await program.AskAsync(address);

        Assert.DoesNotContain("Alleen voor deze twee", program.Body, StringComparison.Ordinal);
        using var contact = Host.Browser(Place.ContactPerson);
        await program.AskAsync(await MakeAsync(contact));
        Assert.Contains("Toegezegd aan u: Alleen voor deze twee", Unfolded(program.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_RenewedOrWithdrawn_NoLongerWorks()
    {
        using var browser = Host.Browser(Place.Liaison);
        using var program = Host.Browser();
        var first = await MakeAsync(browser);
        var second = await MakeAsync(browser, "Maak een nieuw agenda-adres");

        Assert.Equal(HttpStatusCode.NotFound, (await program.AskAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.AskAsync(second)).StatusCode);
        await browser.SubmitAsync("Trek het agenda-adres in");
        Assert.Contains("Uw agenda-adres werkt niet meer.", browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await program.AskAsync(second)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await program.AskAsync("/agenda/AAAAAAAAAAAAAAAAAAAAAA.ics")).StatusCode
        );
    }

    [Fact]
    public async Task AddressMadeTwiceAtOnce_LeavesOneThatWorks()
    {
        var browsers = new[] { Host.Browser(Place.Liaison), Host.Browser(Place.Liaison) };
        foreach (var browser in browsers)
        {
            await browser.OpenAsync(PromiseLinks.CalendarSettings);
        }

        await Task.WhenAll(browsers.Select(b => b.SubmitOnlyAsync("Maak een agenda-adres")));

        using var program = Host.Browser();
        var works = 0;
        foreach (var browser in browsers)
        {
            works += (await program.AskAsync(Shown(browser))).StatusCode == HttpStatusCode.OK ? 1 : 0;
        }

        Assert.Equal(1, works);
    }

    [Fact]
    public async Task Address_WhenTheRoleEnded_ShowsNothingOfThatRole()
    {
        await MadeAsync("Van de gemeente");
        using var browser = Host.Browser(Place.Liaison);
        var address = await MakeAsync(browser);
        await Host.DbAsync(db =>
            db.RoleHoldings.Where(h => h.PersonId == Place.Liaison.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(h => h.To, Data.Now().Today.AddDays(-1)))
        );
        using var program = Host.Browser();

        await program.AskAsync(address);

        Assert.DoesNotContain("Van de gemeente", program.Body, StringComparison.Ordinal);
    }

    private static async Task<string> MakeAsync(TestBrowser browser, string button = "Maak een agenda-adres")
    {
        await browser.OpenAsync(PromiseLinks.CalendarSettings);
        await browser.SubmitAsync(button);
        return Shown(browser);
    }

    private static string Shown(TestBrowser browser) =>
        new Uri(browser.Page.QuerySelector("main strong")!.TextContent.Trim()).PathAndQuery;

    private static string Unfolded(string body) => body.Replace("\r\n ", "", StringComparison.Ordinal);
}
