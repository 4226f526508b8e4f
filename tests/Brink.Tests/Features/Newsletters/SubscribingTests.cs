using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Newsletters;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Newsletters;

/// <summary>Getting newsletters, and getting rid of them.</summary>
public sealed class SubscribingTests(NoticesHost notices) : IClassFixture<NoticesHost>
{
    private BrinkHost Host => notices.Brink;
    private TestData Data => notices.Data;

    [Fact]
    public async Task Ask_WithoutAccount_GetsNothing_UntilTheLinkIsPressed()
    {
        var place = await Data.PlaceAsync();
        await notices.ForgetAsync();
        using var browser = Host.Browser();
        await browser.OpenAsync(NewsletterLinks.Subscribe);
        await browser.SubmitAsync(
            "Mail mij een link",
            fields: [("Uw mailadres", "nieuwe.lezer@voorbeeld.example"), (place.Village.Subject!.Title, "ja")]
        );
        Assert.Contains("Kijk in uw mail", browser.Text, StringComparison.Ordinal);
        var person = await Host.DbAsync(db => db.People.SingleAsync(p => p.Email == "nieuwe.lezer@voorbeeld.example"));
        Assert.Equal(SubscriptionState.Asked, await Host.StateAsync(person));
        Assert.Empty(await ConsentsAsync(person));

        await notices.EmptyAsync();
        var mail = Assert.Single(notices.Mail.To(person));
        Assert.Null(mail.UnsubscribeAddress);
        var link = NewslettersMade.LinkIn(mail.Text, "/nieuwsbrief/bevestigen/");
        // A program that opens every link changes nothing.
        await browser.OpenAsync(link);
        Assert.Equal(SubscriptionState.Asked, await Host.StateAsync(person));

        await browser.SubmitAsync("Ja, stuur mij de nieuwsbrief");
        Assert.Contains("U krijgt voortaan de nieuwsbrief", browser.Text, StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Active, await Host.StateAsync(person));
        Assert.Equal([place.Village.Id], (await ConsentsAsync(person)).Select(c => c.AboutId));
        Assert.True(await Host.DbAsync(db => db.People.AnyAsync(p => p.Id == person.Id && p.EmailConfirmed)));
    }

    [Fact]
    public async Task Ask_SaysTheSame_WhetherTheAddressIsKnownOrNot_AndChangesNothingOfSomebodyElse()
    {
        var place = await Data.PlaceAsync();
        var reader = await Data.ReaderAsync("Lezer", place.Village.Id);
        using var stranger = Host.Browser();
        var unknown = await AskAsync(stranger, "onbekend@voorbeeld.example");

        Assert.Equal(unknown, await AskAsync(stranger, reader.Email!));
        var chosen = await Host.DbAsync(db => Subscribing.FindAsync(db, reader.Id, default));
        Assert.Equal(SubscriptionState.Active, chosen!.State);
        Assert.False(chosen.WantsEveryone);
    }

    [Fact]
    public async Task Ask_WithNothingTickedOrNoAddress_IsRefused_AndKeepsWhatWasTyped()
    {
        using var browser = Host.Browser();
        await browser.OpenAsync(NewsletterLinks.Subscribe);
        await browser.SubmitAsync("Mail mij een link", HttpStatusCode.BadRequest, [("Uw mailadres", "geen adres")]);
        Assert.Contains("Kies minstens één nieuwsbrief.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Vul uw mailadres in, zoals naam@voorbeeld.nl.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("geen adres", browser.Body, StringComparison.Ordinal);

        await browser.SubmitAsync("Mail mij een link", HttpStatusCode.BadRequest, [("De hele gemeente", "ja")]);
        Assert.DoesNotContain("Kies minstens één nieuwsbrief.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedIn_SubscribesInOneClick_AndStopsInOneClick()
    {
        var person = await Data.PersonAsync();
        using var browser = Host.Browser(person);
        await browser.OpenAsync(NewsletterLinks.Subscribe);
        await browser.SubmitAsync("Stuur mij de nieuwsbrief voor de hele gemeente");
        Assert.Equal(SubscriptionState.Active, await Host.StateAsync(person));
        Assert.Single(await ConsentsAsync(person), c => c.AboutId is null && c.WithdrawnAt is null);

        await browser.OpenAsync(AccountLinks.Consents);
        Assert.Contains("Nieuwsbrief per mail", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(NewsletterLinks.Subscribe);
        await browser.SubmitAsync("Ik wil geen nieuwsbrief meer");
        Assert.Null(await Host.StateAsync(person));
        Assert.NotNull(Assert.Single(await ConsentsAsync(person)).WithdrawnAt);
    }

    [Fact]
    public async Task WithdrawingTheConsent_EndsThatNewsletter_AndTheLastOneEndsAll()
    {
        var place = await Data.PlaceAsync();
        var other = await Data.PlaceAsync();
        var person = await Data.ReaderAsync("Lezer", place.Village.Id, other.Village.Id);
        using var browser = Host.Browser(person);
        await browser.OpenAsync(AccountLinks.Consents);
        await browser.SubmitAsync($"Trek in: Nieuwsbrief per mail {place.Village.Subject!.Title}");
        Assert.Equal(
            [other.Village.Id],
            (await Host.DbAsync(db => Subscribing.FindAsync(db, person.Id, default)))!.Chosen.Places
        );

        await browser.OpenAsync(AccountLinks.Consents);
        await browser.SubmitAsync($"Trek in: Nieuwsbrief per mail {other.Village.Subject!.Title}");
        Assert.Null(await Host.StateAsync(person));
    }

    [Fact]
    public async Task Stop_FromTheMail_TakesOnePress_WithoutSigningIn_AndAMailProgramMayDoIt()
    {
        var (person, stop) = await ReadingAsync();
        using var browser = Host.Browser();
        await browser.OpenAsync(stop);
        Assert.Equal(SubscriptionState.Active, await Host.StateAsync(person));

        using var program = Host.Browser();
        var answer = await program.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, stop)
            {
                Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]),
            }
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(await Host.StateAsync(person));

        // Once more is no mistake.
        await browser.SubmitAsync("Ja, meld mij af");
        Assert.Contains("U bent afgemeld", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_FromTheMail_ChoosesAnother_AndShowsNoAddress()
    {
        var other = await Data.PlaceAsync();
        var (person, stop) = await ReadingAsync();
        using var browser = Host.Browser();
        await browser.OpenAsync(stop.Replace("afmelden", "keuze", StringComparison.Ordinal));
        Assert.DoesNotContain(person.Email!, browser.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Name, browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(
            "Bewaar mijn keuze",
            fields: [("De hele gemeente", "nee"), (other.Village.Subject!.Title, "ja")]
        );

        var chosen = (await Host.DbAsync(db => Subscribing.FindAsync(db, person.Id, default)))!.Chosen;
        Assert.False(chosen.Everyone);
        Assert.Equal([other.Village.Id], chosen.Places);
        await browser.SubmitAsync(
            "Bewaar mijn keuze",
            HttpStatusCode.BadRequest,
            [(other.Village.Subject.Title, "nee")]
        );
        await browser.OpenAsync(NewsletterLinks.Stop("AAAAAAAAAAAAAAAAAAAAAA"), HttpStatusCode.NotFound);
        await browser.OpenAsync(NewsletterLinks.Change("AAAAAAAAAAAAAAAAAAAAAA"), HttpStatusCode.NotFound);
        await browser.OpenAsync(NewsletterLinks.Confirm("AAAAAAAAAAAAAAAAAAAAAA"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nights_TakeAwayWhatNobodyConfirmed_AndKeepTheRest()
    {
        var reader = await Data.ReaderAsync("Lezer");
        using var browser = Host.Browser();
        await AskAsync(browser, "nooit.bevestigd@voorbeeld.example");
        var asked = await Host.DbAsync(db =>
            db.People.SingleAsync(p => p.Email == "nooit.bevestigd@voorbeeld.example")
        );

        await NightAsync();
        Assert.Equal(SubscriptionState.Asked, await Host.StateAsync(asked));
        Host.Time.Advance(NewsletterNights.UnconfirmedStay + TimeSpan.FromMinutes(1));
        await NightAsync();
        Assert.Null(await Host.StateAsync(asked));
        Assert.Equal(SubscriptionState.Active, await Host.StateAsync(reader));
    }

    [Fact]
    public async Task OwnData_TellsWhatSomebodyGets()
    {
        var place = await Data.PlaceAsync();
        var reader = await Data.ReaderAsync("Lezer", place.Village.Id);
        using var browser = Host.Browser(reader);

        await browser.OpenAsync("/mijn/gegevens/alles");

        Assert.Contains(place.Village.Subject!.Title, browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubscribingTwiceAtOnce_MakesOneSubscription()
    {
        var person = await Data.PersonAsync();
        using var first = Host.Browser(person);
        await first.OpenAsync(NewsletterLinks.Subscribe);
        var windows = Enumerable.Range(0, 6).Select(_ => first.Copy()).ToArray();
        foreach (var window in windows)
        {
            await window.OpenAsync(NewsletterLinks.Subscribe);
        }

        var answers = await Task.WhenAll(
            windows.Select(w => w.SubmitOnlyAsync("Stuur mij de nieuwsbrief voor de hele gemeente"))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await Host.DbAsync(db => db.NewsletterSubscriptions.CountAsync(s => s.PersonId == person.Id)));
        Assert.Single(await ConsentsAsync(person));
    }

    private async Task<string> AskAsync(TestBrowser browser, string mail)
    {
        await browser.OpenAsync(NewsletterLinks.Subscribe);
        await browser.SubmitAsync("Mail mij een link", fields: [("Uw mailadres", mail), ("De hele gemeente", "ja")]);
        return browser.Text;
    }

    /// <summary>A reader and the address in a newsletter with which that reader stops.</summary>
    private async Task<(Person Reader, string Stop)> ReadingAsync()
    {
        var place = await Data.PlaceAsync();
        var idea = await Data.HappenedAsync(place, "Een bankje");
        var reader = await Data.ReaderAsync("Mevrouw Lezer");
        await notices.ForgetAsync();
        await Data.SentAsync(Host, place, "Nieuws", [idea.Id]);
        await notices.EmptyAsync();
        var mail = Assert.Single(notices.Mail.To(reader));
        return (reader, NewslettersMade.LinkIn(mail.UnsubscribeAddress!, "/nieuwsbrief/afmelden/"));
    }

    private Task<Consent[]> ConsentsAsync(Person person) =>
        Host.DbAsync(db =>
            db.Consents.Where(c => c.PersonId == person.Id && c.Purpose == ConsentPurpose.Newsletter).ToArrayAsync()
        );

    private Task NightAsync() => Host.DbAsync(db => new NewsletterNights(Host.Time).RunAsync(db, default));
}
