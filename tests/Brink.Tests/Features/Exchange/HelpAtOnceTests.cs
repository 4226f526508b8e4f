using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Exchange;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Brink.Tests.Features.Exchange;

/// <summary>Many at the same moment: no place is given twice, whoever presses when.</summary>
public sealed class HelpAtOnceTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private const int Places = 10;
    private const int Presses = 50;

    private TestData Data => new(host);

    [Fact]
    public async Task Accept_FiftyAtOnceForTenPlaces_GivesTenPlaces()
    {
        var place = await Data.PlaceAsync();
        var asker = await Data.PersonAsync("Vrager");
        var help = await Data.HelpAsync(place, asker, number: Places);
        var browsers = new List<TestBrowser>();
        for (var number = 0; number < Presses; number++)
        {
            var answer = await Data.AnswerAsync(help, await Data.PersonAsync($"Helper {number}"));
            browsers.Add(await host.Browser(asker).OpenAsync(ExchangeLinks.Response(help.Id, answer.Id)));
        }

        var outcomes = await Task.WhenAll(browsers.Select(browser => PressAsync(browser, "Ja, graag")));

        Assert.Equal(Places, outcomes.Count(o => o.StatusCode == HttpStatusCode.Redirect));
        Assert.Equal(Presses - Places, outcomes.Count(o => o.StatusCode == HttpStatusCode.BadRequest));
        Assert.All(
            browsers.Where(b => b.Response.StatusCode == HttpStatusCode.BadRequest),
            browser => Assert.Contains("Alle plaatsen zijn al vergeven.", browser.Text, StringComparison.Ordinal)
        );
        var (taken, accepted) = await host.DbAsync(async db =>
            (
                await db.Helps.Where(h => h.Id == help.Id).Select(h => h.Taken).SingleAsync(),
                await db.HelpResponses.CountAsync(r => r.HelpId == help.Id && r.State == ResponseState.Accepted)
            )
        );
        Assert.Equal((Places, Places), (taken, accepted));
    }

    [Fact]
    public async Task Database_RefusesMoreThanThereIs()
    {
        var place = await Data.PlaceAsync();
        var help = await Data.HelpAsync(place, await Data.PersonAsync(), number: 1);

        var problem = await host.DbAsync(db =>
            Assert.ThrowsAsync<PostgresException>(() =>
                db.Database.ExecuteSqlAsync($"UPDATE helps SET taken = 2 WHERE id = {help.Id}")
            )
        );

        Assert.Equal(PostgresErrorCodes.CheckViolation, problem.SqlState);
    }

    [Fact]
    public async Task Respond_FiftyPeopleAtOnce_AllAreHeard()
    {
        var place = await Data.PlaceAsync();
        var help = await Data.HelpAsync(place, await Data.PersonAsync("Vrager"), number: 500);
        var browsers = new List<TestBrowser>();
        for (var number = 0; number < Presses; number++)
        {
            var helper = await Data.PersonAsync($"Helper {number}");
            browsers.Add(await host.Browser(helper).OpenAsync(ExchangeLinks.Respond(help.Id)));
        }

        var outcomes = await Task.WhenAll(browsers.Select(b => PressAsync(b, "Verstuur mijn reactie", Answer)));

        Assert.All(outcomes, o => Assert.Equal(HttpStatusCode.Redirect, o.StatusCode));
        Assert.Equal(Presses, await host.DbAsync(db => db.HelpResponses.CountAsync(r => r.HelpId == help.Id)));
    }

    [Fact]
    public async Task Respond_TheSamePersonInTwoWindowsAtOnce_AnswersOnce()
    {
        var place = await Data.PlaceAsync();
        var help = await Data.HelpAsync(place, await Data.PersonAsync("Vrager"));
        var helper = await Data.PersonAsync("Helper");
        var browsers = new[] { host.Browser(helper), host.Browser(helper) };
        foreach (var browser in browsers)
        {
            await browser.OpenAsync(ExchangeLinks.Respond(help.Id));
        }

        var outcomes = await Task.WhenAll(browsers.Select(b => PressAsync(b, "Verstuur mijn reactie", Answer)));

        Assert.Single(outcomes, o => o.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(outcomes, o => o.StatusCode == HttpStatusCode.BadRequest);
        Assert.Equal(1, await host.DbAsync(db => db.HelpResponses.CountAsync(r => r.HelpId == help.Id)));
    }

    /// <summary>
    /// A press, and again when the page says that it is too busy now: on a machine with much else to do the queue may be
    /// longer than a page waits. The form's key keeps a press that went through from counting twice.
    /// </summary>
    private static async Task<HttpResponseMessage> PressAsync(
        TestBrowser browser,
        string button,
        params (string, string)[] fields
    )
    {
        var form = browser.Form(button, fields);
        var body = await form.Content!.ReadAsStringAsync();
        var type = form.Content.Headers.ContentType;
        for (var presses = 1; ; presses++)
        {
            var answer = await browser.SendAsync(
                new HttpRequestMessage(HttpMethod.Post, form.RequestUri)
                {
                    Content = new StringContent(body) { Headers = { ContentType = type } },
                }
            );
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || presses == 30)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }

    private static readonly (string, string)[] Answer =
    [
        ("Uw bericht", "Ik kom."),
        ("Per mail", "ja"),
        ("Als ik word gekozen", "ja"),
    ];
}
