using System.Net;
using Brink.Features.Rounds;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>What happens when it happens at the same moment; the outcomes stand in docs/states/comment-round.md.</summary>
public sealed class RoundsAtOnceTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private const int Crowd = 500;

    [Fact]
    public async Task RoundClosesWhileTyping_TheReactionIsKeptAndMarkedLate()
    {
        var made = await RoundsMade.WithAsync(host);
        var person = await made.Data.PersonAsync();
        var browser = await host.Browser(person).OpenAsync(made.React);
        using var _ = made.Closed();

        await browser.SubmitAsync("Verder", fields: [("Ik geef een reactie", "ja"), ("Uw tekst", "Nog net.")]);
        Assert.Contains("De ronde is gesloten op", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Verstuur mijn reactie");

        Assert.Contains("Er staat bij dat zij te laat kwam.", browser.Text, StringComparison.Ordinal);
        var visitor = await host.Browser().OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId));
        Assert.Contains("Nog net.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Te laat gekomen.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiveHundredAtOnce_LoseNone_AndTheCountIsTrue()
    {
        var made = await RoundsMade.WithAsync(host);
        var people = new List<Brink.Features.Accounts.Person>();
        await made.Data.SaveAsync(db =>
        {
            for (var number = 0; number < Crowd; number++)
            {
                var person = Brink.Features.Accounts.Person.WithMail(
                    "",
                    $"menigte{number}@voorbeeld.example",
                    host.Time.GetUtcNow()
                );
                people.Add(person);
                db.People.Add(person);
            }

            return Task.FromResult(true);
        });
        var browsers = people.ConvertAll(person => host.Browser(person));
        foreach (var browser in browsers)
        {
            await browser.OpenAsync(made.React);
            await browser.SubmitOnlyAsync("Verder", ("Ik geef een reactie", "ja"), ("Uw tekst", "Ik vind iets."));
        }

        await Task.WhenAll(browsers.Select(SendAsync));

        Assert.All(browsers, b => Assert.Equal(HttpStatusCode.Found, b.Response.StatusCode));
        var (rows, counted) = await host.DbAsync(async db =>
            (
                await db.Reactions.CountAsync(r => r.RoundId == made.RoundId && r.State == ReactionState.Standing),
                await db.RoundCounts.Where(c => c.RoundId == made.RoundId).SumAsync(c => c.Reactions)
            )
        );
        Assert.Equal((Crowd, Crowd), (rows, counted));
    }

    [Fact]
    public async Task DocumentReplacedWhileReacting_KeepsTheReactionWithWhatWasRead()
    {
        var made = await RoundsMade.WithAsync(host);
        var browser = await host.Browser(await made.Data.PersonAsync())
            .OpenAsync(RoundLinks.Document(made.DossierId, made.DocumentId));
        await browser.OpenAsync(browser.Page.QuerySelector("section#p2 a[href*=paragraaf]")!.GetAttribute("href")!);
        await Task.WhenAll(
            made.ReplaceAsync("# 1. Verkeer\n\nHet wordt 30.\n\n# 2. Groen\n\nEr komen bomen langs de Hoofdweg."),
            browser.SubmitOnlyAsync("Verder", ("Ik geef een reactie", "ja"), ("Uw tekst", "Te hard."))
        );
        await browser.SubmitAsync("Verstuur mijn reactie");

        var visitor = await host.Browser().OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId, 2));
        Assert.Contains("Te hard.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("De tekst is veranderd.", visitor.Text, StringComparison.Ordinal);
        await visitor.OpenAsync(RoundLinks.Document(made.DossierId, made.DocumentId));
        Assert.Contains("1 reactie", visitor.Page.QuerySelector("section#p2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnchangedOrRemovedSection_SaysSo()
    {
        var made = await RoundsMade.WithAsync(host);
        var person = await made.Data.PersonAsync();
        await made.SaidAsync(person, "Over groen.", "Groen");
        await made.SaidAsync(person, "Over verkeer.", "Verkeer", quote: "60 kilometer");
        await made.ReplaceAsync("# 1. Verkeer\n\nMisschien toch 60 kilometer per uur.");

        var green = await host.Browser().OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId, 3));
        var traffic = await host.Browser().OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId, 2));

        Assert.Contains("Dit staat niet meer in de nieuwste tekst.", green.Text, StringComparison.Ordinal);
        // The section changed, the chosen words still stand there.
        Assert.DoesNotContain("De tekst is veranderd.", traffic.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReactingWhileTheRoundIsFinished_EitherIsAnsweredFirst_OrIsTold()
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var made = await RoundsMade.WithAsync(host);
            using var _ = made.Closed();
            var browser = await host.Browser(await made.Data.PersonAsync()).OpenAsync(made.React);
            await browser.SubmitAsync(
                "Verder",
                fields: [("Ik geef een reactie", "ja"), ("Uw tekst", "Laatste woord.")]
            );
            var officer = await host.Browser(made.Officer).OpenAsync(RoundLinks.Finish(made.DossierId, made.RoundId));

            await Task.WhenAll(
                browser.SubmitOnlyAsync("Verstuur mijn reactie"),
                officer.SubmitOnlyAsync("Rond de ronde af")
            );

            var statuses = new[] { browser.Response.StatusCode, officer.Response.StatusCode };
            Assert.Equal([HttpStatusCode.Found, HttpStatusCode.BadRequest], statuses.Order());
            if (browser.Response.StatusCode == HttpStatusCode.BadRequest)
            {
                Assert.Contains("Deze ronde is afgerond", browser.Text, StringComparison.Ordinal);
                Assert.Contains("Laatste woord.", browser.Body, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains("1 reactie heeft nog geen antwoord.", officer.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task TheSameFormTwiceAtOnce_IsOneReaction()
    {
        var made = await RoundsMade.WithAsync(host);
        var browser = await host.Browser(await made.Data.PersonAsync()).OpenAsync(made.React);
        await browser.SubmitAsync("Verder", fields: [("Ik geef een reactie", "ja"), ("Uw tekst", "Eén keer.")]);
        var copy = browser.Copy();
        var (one, two) = (browser.Form("Verstuur mijn reactie"), browser.Form("Verstuur mijn reactie"));

        await Task.WhenAll(browser.SendAsync(one), copy.SendAsync(two));

        Assert.Equal(browser.Response.Headers.Location, copy.Response.Headers.Location);
        Assert.Equal(1, await host.DbAsync(db => db.Reactions.CountAsync(r => r.RoundId == made.RoundId)));
    }

    /// <summary>A press, and again when the page says that it is too busy now; the form's key keeps it from counting twice.</summary>
    private static async Task SendAsync(TestBrowser browser)
    {
        for (var presses = 1; ; presses++)
        {
            await browser.SendAsync(browser.Form("Verstuur mijn reactie"));
            if (browser.Response.StatusCode == HttpStatusCode.Found || presses == 5)
            {
                return;
            }
        }
    }
}
