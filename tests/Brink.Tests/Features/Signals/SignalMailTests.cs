using System.Text.RegularExpressions;
using Brink.Features.Places;
using Brink.Features.Signals;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Signals;

/// <summary>Who hears what of a signal by mail, and what is broken on its way to the municipality (S2, S6).</summary>
public sealed class SignalMailTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;
    private BrinkHost Brink => host.Brink;

    [Fact]
    public async Task Raised_WithoutAccount_GivesAReceiptWithALinkThatConfirms()
    {
        var place = await Data.PlaceAsync();
        await host.ForgetAsync();
        var browser = await Brink.Browser().OpenAsync(SignalLinks.TellOf(SignalKind.Chance));
        await browser.SubmitAsync(
            "Verder",
            fields:
            [
                ("Wat speelt er", "De school komt leeg"),
                ("Vertel er meer over", "Daar kan iets moois in."),
                ("In welk dorp?", place.Village.Subject!.Title),
                ("Uw naam", "Truus"),
                ("Uw mailadres", "truus.signaal@voorbeeld.example"),
            ]
        );
        await browser.SubmitAsync("Verstuur");
        await host.EmptyAsync();

        var receipt = Assert.Single(host.Mail.Sent);
        Assert.Equal("truus.signaal@voorbeeld.example", receipt.ToAddress);
        var link = Regex.Match(receipt.Text, "/signaal/bevestigen/[^\\s]+", RegexOptions.None, TimeSpan.FromSeconds(1));
        var confirming = await Brink.Browser().OpenAsync(link.Value);
        await confirming.SubmitAsync("Ja, zet mijn signaal online");
        host.Mail.Clear();
        await host.EmptyAsync();

        var toLiaison = Assert.Single(host.Mail.To(place.Liaison));
        Assert.Contains("Daar kan iets moois in.", toLiaison.Text, StringComparison.Ordinal);
        Assert.Contains("/bekijken", toLiaison.Text, StringComparison.Ordinal);
        Assert.Single(host.Mail.To(place.ContactPerson));
    }

    [Fact]
    public async Task Answered_MailsTheSenderTheAnswerItself()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync("Jannie"));
        var signal = await Data.SignalAsync(Brink, place, sender);
        await host.ForgetAsync();

        await Brink.ActAsync(
            place,
            signal.Id,
            (s, a) => s.AnswerWith(SignalAnswer.NotBecause, "De weg is van de provincie.", a)
        );
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.To(sender));
        Assert.Contains("De weg is van de provincie.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("doen we niet", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherDayForTheAnswer_IsToldToTheSender()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var signal = await Data.SignalAsync(Brink, place, sender);
        await Brink.ActAsync(place, signal.Id, (s, a) => s.Triage(Brink.Today().AddDays(20), a));
        await host.ForgetAsync();

        await Brink.ActAsync(place, signal.Id, (s, a) => s.MoveAnswer(Brink.Today().AddDays(30), "Drukte.", a));
        await host.EmptyAsync();

        Assert.Contains(
            "verplaatste het antwoord naar uiterlijk",
            Assert.Single(host.Mail.To(sender)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Forwarded_TellsWhoIsAskedWithTheNote_AndFollowersWithout()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var colleague = await Data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var signal = await Data.SignalAsync(Brink, place, sender);
        await Brink.ActAsync(place, signal.Id, (s, a) => s.Triage(Brink.Today().AddDays(20), a));
        await host.ForgetAsync();

        await Brink.ActAsync(
            place,
            signal.Id,
            (s, a) => s.Forward(new SignalForward { PersonId = colleague.Id, Note = "Weet jij hier meer van?" }, a)
        );
        await host.EmptyAsync();

        Assert.Contains(
            "Weet jij hier meer van?",
            Assert.Single(host.Mail.To(colleague)).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Weet jij hier meer van?",
            Assert.Single(host.Mail.To(sender)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Merged_ItsSenderHearsOfTheOtherFromThenOn()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var signal = await Data.SignalAsync(Brink, place, sender, "Stank bij de sloot");
        var target = await Data.SignalAsync(Brink, place, await Data.PersonAsync(), "Sloot stinkt");
        await host.ForgetAsync();
        var browser = await Brink.Browser(place.Liaison).OpenAsync(SignalLinks.Merge(signal.Id) + "?zoek=sloot");
        await browser.SubmitAsync("Voeg samen", fields: ("Sloot stinkt", "ja"));
        await host.EmptyAsync();
        Assert.Contains("'Sloot stinkt'", Assert.Single(host.Mail.To(sender)).Text, StringComparison.Ordinal);
        host.Mail.Clear();

        await Brink.ActAsync(place, target.Id, (s, a) => s.AnswerWith(SignalAnswer.TakenUp, "Wij baggeren.", a));
        await host.EmptyAsync();

        Assert.Contains("Wij baggeren.", Assert.Single(host.Mail.To(sender)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HiddenWords_AreNotInAMailThatStillHadToGo()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        await host.ForgetAsync();
        var signal = await Data.SignalAsync(Brink, place, sender, "Overlast", "Het is Kwakernaat weer.");

        await Brink.ActAsync(place, signal.Id, (s, a) => s.HidePassage("Kwakernaat", HideReason.Name, a));
        await host.EmptyAsync();

        Assert.NotEmpty(host.Mail.To(place.ContactPerson));
        Assert.DoesNotContain(
            host.Mail.Sent,
            mail => mail.Text.Contains("Kwakernaat", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task Defect_WhenTheMailboxDoesNotAnswer_IsTriedAgainAndNotLost()
    {
        var place = await Data.PlaceAsync();
        await RoadsAsync("", "meldpunt@gemeente.example");
        await host.ForgetAsync();
        try
        {
            host.Mail.Problem = new IOException("No answer.");
            var browser = await Brink.Browser().OpenAsync(SignalLinks.Broken);
            await browser.SubmitAsync(
                "Verstuur deze melding",
                fields:
                [
                    ("Wat is er kapot?", "De lamp brandt niet."),
                    ("In welk dorp?", place.Village.Subject!.Title),
                    ("Waar?", "Hoofdstraat bij 12"),
                ]
            );
            Assert.Contains("Uw melding is onderweg", browser.Text, StringComparison.Ordinal);
            await host.EmptyAsync();
            Assert.Empty(host.Mail.Sent);
            Assert.Equal(1, await Brink.DbAsync(db => db.Defects.CountAsync()));

            host.Mail.Problem = null;
            Brink.Time.Advance(TimeSpan.FromHours(1));
            await host.EmptyAsync();
        }
        finally
        {
            host.Mail.Problem = null;
            await RoadsAsync("", "");
        }

        var mail = Assert.Single(host.Mail.Sent, m => m.ToAddress == "meldpunt@gemeente.example");
        Assert.Contains("De lamp brandt niet.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Hoofdstraat bij 12", mail.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Brink.DbAsync(db => db.Defects.CountAsync()));
    }

    [Fact]
    public async Task Defect_WithAWebsiteOnly_IsHandedOverWithWhatWasTyped_AndCanBecomeASignal()
    {
        var place = await Data.PlaceAsync();
        await RoadsAsync("https://meldingen.gemeente.example/nieuw?tekst={text}&lat={lat}", "");
        try
        {
            var browser = await Brink.Browser().OpenAsync(SignalLinks.Broken);
            await browser.SubmitAsync(
                "Verder",
                fields:
                [
                    ("Wat is er kapot?", "Losse tegel & kuil"),
                    ("In welk dorp?", place.Village.Subject!.Title),
                    ("Waar?", "Brinkstraat"),
                ]
            );
            var link = browser.Page.QuerySelectorAll("a").Single(a => a.TextContent.Contains("Ga naar het meldpunt"));
            Assert.StartsWith(
                "https://meldingen.gemeente.example/nieuw?tekst=Losse%20tegel%20%26%20kuil",
                link.GetAttribute("href"),
                StringComparison.Ordinal
            );

            await browser.SubmitAsync("Het meldpunt doet het niet");

            Assert.Contains(
                "Losse tegel & kuil",
                browser.Page.QuerySelector("textarea")!.TextContent,
                StringComparison.Ordinal
            );
            Assert.Contains("Brinkstraat", browser.Body, StringComparison.Ordinal);
        }
        finally
        {
            await RoadsAsync("", "");
        }
    }

    [Fact]
    public async Task Defect_WithoutARoad_BecomesASignal()
    {
        var browser = await Brink.Browser().OpenAsync(SignalLinks.Broken);

        Assert.StartsWith(SignalLinks.Tell, browser.Address, StringComparison.Ordinal);
        Assert.Contains("Wat is er kapot?", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://meldingen.gemeente.example/?t={text}", true)]
    [InlineData("", true)]
    [InlineData("javascript:alert({text})", false)]
    [InlineData("https://{text}.example/", false)]
    [InlineData("ftp://gemeente.example/?t={text}", false)]
    [InlineData("https://gemeente.example/{text}", false)]
    public void ReportDefectsAt_TakesOnlyAddressesOfWebsites(string address, bool isGood) =>
        Assert.Equal(isGood, new Municipality().ReportDefectsAt(address, "").Succeeded);

    private async Task RoadsAsync(string address, string mail)
    {
        await Brink.DbAsync(async db =>
        {
            var municipality = await db.Municipalities.SingleAsync(m => m.Id == Brink.Tenant.Id);
            Assert.Empty(municipality.ReportDefectsAt(address, mail).Refusals);
            db.Journal.Add(
                global::Brink.Features.Journal.JournalEntry.General(PlacesVerbs.MunicipalityChanged, Data.Now())
            );
            await db.SaveChangesAsync();
        });
    }
}
