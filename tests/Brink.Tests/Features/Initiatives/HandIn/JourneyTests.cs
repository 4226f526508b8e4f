using System.Net;
using Brink.Features.Initiatives;
using Brink.Features.Notices;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives.HandIn;

public class JourneyTests(HandInHost handIn) : IClassFixture<HandInHost>
{
    private BrinkHost Host => handIn.Host;

    [Fact]
    public async Task Journey_ByResidentWithoutAccount_GivesReceiptWithDatesAndContact()
    {
        // Other tests here move the clock.
        Host.Time.SetTo(new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        var browser = await handIn.HandInAsync("truus@reis.example");

        Assert.Contains("Bijna klaar: kijk in uw mail", browser.Text);
        // Monday 2 November 2026: five and thirty working days on.
        Assert.Contains("maandag 9 november 2026", browser.Text);
        Assert.Contains("maandag 14 december 2026", browser.Text);
        Assert.Contains(handIn.Place.Liaison.Name, browser.Text);
        Assert.Contains(handIn.Place.ContactPerson.Name, browser.Text);
        var idea = await handIn.InitiativeOfAsync("truus@reis.example");
        Assert.Equal("Een beweegtuin voor oud en jong", idea.Subject.Title);
        Assert.Equal("Vijf toestellen op het veldje.", idea.What);
        Assert.Equal("Samen bewegen.", idea.Why);
        Assert.Equal("Naast de school", idea.PlaceNote);
        Assert.Equal(OwnerType.CommunityWithPartner, idea.OwnerType);
        Assert.Equal(InitiatorKind.Group, idea.InitiatorKind);
        Assert.Equal("Buren van de Hoofdstraat", idea.GroupName);
        Assert.Equal("De school", idea.Companions);
        Assert.Equal(IntakeState.AwaitingConfirmation, idea.Intake);
        Assert.Equal(Visibility.Unconfirmed, idea.Subject.Visibility);
        Assert.Empty(idea.Subject.Promises);
        Assert.False(idea.Contribution!.NameIsPublic);
        Assert.Equal(Channel.Web, idea.Contribution.Channel);
    }

    [Fact]
    public async Task HandIn_PutsOneReceiptInTheQueueAndOneLineInTheJournal()
    {
        await handIn.HandInAsync("bon@reis.example");

        var idea = await handIn.InitiativeOfAsync("bon@reis.example");
        var mails = await Host.DbAsync(db =>
            db.MailMessages.Where(m => m.SubjectId == idea.Id && m.Kind == MailKind.Receipt).ToArrayAsync()
        );
        Assert.Equal(idea.Contribution!.ByPersonId, Assert.Single(mails).PersonId);
        var lines = await Host.DbAsync(db => db.Journal.Where(j => j.SubjectId == idea.Id).ToArrayAsync());
        Assert.Equal(InitiativeVerbs.HandedIn, Assert.Single(lines).Verb);
    }

    [Fact]
    public async Task HandIn_WithLineEndsInNames_MakesOneLineOfThem()
    {
        await handIn.HandInAsync("regels@reis.example", title: "Een bankje\r\n\r\nBel nu", name: "Truus\nde Boer");

        var idea = await handIn.InitiativeOfAsync("regels@reis.example");
        Assert.Equal("Een bankje Bel nu", idea.Subject.Title);
        Assert.Equal(
            "Truus de Boer",
            await Host.DbAsync(db =>
                db.People.Where(p => p.Id == idea.Contribution!.ByPersonId).Select(p => p.Name).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task HandIn_LeavesNoDraft()
    {
        var browser = await handIn.HandInAsync("weg@reis.example");

        await browser.OpenAsync("/idee/controle");
        Assert.StartsWith("/idee", browser.Address);
        Assert.Contains("vraag 1 van", browser.Text);
        Assert.DoesNotContain("Vijf toestellen", browser.Body);
    }

    [Fact]
    public async Task Back_LosesNothing()
    {
        var browser = Host.Browser();
        await browser.OpenAsync("/idee");
        await browser.SubmitAsync(
            "Volgende vraag",
            fields: [("Hoe heet het", "Bankje"), ("Wat wilt u doen?", "Een bank"), ("Waarom?", "Rust")]
        );
        await browser.SubmitAsync("Terug", fields: [("Welke plek", "Bij de brug")]);

        Assert.Contains("Bankje", browser.Body);
        await browser.SubmitAsync("Volgende vraag");
        Assert.Contains("Bij de brug", browser.Body);
    }

    [Fact]
    public async Task Check_ChangeOfOneAnswer_ComesBackToTheCheck()
    {
        var browser = await handIn.UpToCheckAsync("anders@reis.example");
        await browser.OpenAsync("/idee?terug=controle");
        await browser.SubmitAsync("Bewaar deze wijziging", fields: [("Hoe heet het", "Een heel andere naam")]);

        Assert.Equal("/idee/controle", browser.Address);
        Assert.Contains("Een heel andere naam", browser.Text);
    }

    [Fact]
    public async Task Start_FromAVillagePage_HasTheVillageChosen()
    {
        var browser = Host.Browser();
        await browser.OpenAsync(InitiativeLinks.HandIn(handIn.Place.Village.Id));
        await browser.SubmitAsync(
            "Volgende vraag",
            fields: [("Hoe heet het", "Bankje"), ("Wat wilt u doen?", "Een bank"), ("Waarom?", "Rust")]
        );

        Assert.Equal("Hijken", browser.Page.QuerySelector("select option[selected]")?.TextContent);
    }

    [Fact]
    public async Task Draft_IsUnreadableWithoutTheBrowser_AndGoneAfterADay()
    {
        var browser = await handIn.UpToCheckAsync("klad@reis.example");

        var content = await Host.DbAsync(async db =>
            string.Concat(
                (await db.Set<Brink.Features.Initiatives.HandIn.Draft>().Select(d => d.Content).ToArrayAsync()).Select(
                    System.Text.Encoding.Latin1.GetString
                )
            )
        );
        Assert.NotEqual("", content);
        Assert.DoesNotContain("klad@reis.example", content);
        await browser.OpenAsync("/idee/controle");
        Assert.Contains("klad@reis.example", browser.Text);
        Host.Time.Advance(TimeSpan.FromHours(25));
        await browser.OpenAsync("/idee/controle");
        Assert.DoesNotContain("klad@reis.example", browser.Text);
    }

    [Fact]
    public async Task Post_WhenADraftIsGone_KeepsWhatWasTyped()
    {
        var browser = Host.Browser();
        await browser.OpenAsync("/idee");
        await browser.SubmitAsync(
            "Volgende vraag",
            fields: [("Hoe heet het", "Bankje"), ("Wat wilt u doen?", "Een bank"), ("Waarom?", "Rust")]
        );
        Host.Time.Advance(TimeSpan.FromHours(25));
        await browser.SubmitAsync(
            "Volgende vraag",
            fields: [("Bij welk dorp", "Hijken"), ("Welke plek", "Bij de brug")]
        );

        await browser.OpenAsync("/idee/dorp");
        Assert.Contains("Bij de brug", browser.Body);
    }

    [Theory]
    [InlineData("Hoe heet het", "", "Geef uw idee een naam.")]
    [InlineData("Wat wilt u doen?", " \u200b", "Schrijf wat u wilt doen.")]
    [InlineData("Waarom?", "", "Schrijf waarom u dit wilt.")]
    public async Task PostIdea_WhenSomethingIsMissing_SaysWhatAndKeepsTheRest(
        string label,
        string value,
        string message
    )
    {
        var browser = Host.Browser();
        await browser.OpenAsync("/idee");
        (string Label, string Value)[] good =
        [
            ("Hoe heet het", "Bankje"),
            ("Wat wilt u doen?", "Een bank"),
            ("Waarom?", "Rust"),
        ];
        await browser.SubmitAsync(
            "Volgende vraag",
            HttpStatusCode.BadRequest,
            [.. good.Select(field => field.Label == label ? (label, value) : field)]
        );

        Assert.Contains(message, browser.Text);
        foreach (var (_, kept) in good.Where(field => field.Label != label))
        {
            Assert.Contains(kept, browser.Body);
        }
    }

    [Fact]
    public async Task PostIdea_WhenTooLong_RefusesAndLosesNothing()
    {
        var browser = Host.Browser();
        await browser.OpenAsync("/idee");
        var text = new string('a', 100_000);
        await browser.SubmitAsync(
            "Volgende vraag",
            HttpStatusCode.BadRequest,
            ("Hoe heet het", text),
            ("Wat wilt u doen?", text),
            ("Waarom?", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 3001)))
        );

        Assert.Contains("Er passen er 100.", browser.Text);
        Assert.Contains("Er passen er 3000.", browser.Text);
        Assert.Contains(text, browser.Body);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>\u202e")]
    [InlineData("👨‍👩‍👧‍👦 \"'&<img src=x onerror=alert(1)>")]
    [InlineData("{0} {1} %s ${7*7} @T['x']")]
    public async Task HandIn_WithAwkwardText_ShowsItAsText(string text)
    {
        var mail = $"raar{Math.Abs(text.GetHashCode(StringComparison.Ordinal))}@reis.example";
        var browser = await handIn.HandInAsync(mail, title: text);

        Assert.Contains("Bijna klaar", browser.Text);
        Assert.Empty(browser.Page.QuerySelectorAll("main script, main img"));
        var idea = await handIn.InitiativeOfAsync(mail);
        Assert.Equal(text.Replace("\u202e", "", StringComparison.Ordinal), idea.Subject.Title);
    }

    [Fact]
    public async Task PostIdea_WithNulInAField_LeavesItOutAndKeepsTheRest()
    {
        var browser = Host.Browser();
        await browser.OpenAsync("/idee");
        await browser.SubmitAsync("Volgende vraag", HttpStatusCode.BadRequest, ("Hoe heet het", "Bank\0je"));

        Assert.Equal("Bankje", browser.Page.QuerySelector("#Title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task PostPlace_WithoutVillage_AsksForOne()
    {
        var browser = Host.Browser();
        await browser.OpenAsync("/idee");
        await browser.SubmitAsync(
            "Volgende vraag",
            fields: [("Hoe heet het", "Bankje"), ("Wat wilt u doen?", "Een bank"), ("Waarom?", "Rust")]
        );
        await browser.SubmitAsync("Volgende vraag", HttpStatusCode.BadRequest, ("Welke plek", "Bij de brug"));

        Assert.Contains("Kies het dorp waar uw idee bij hoort.", browser.Text);
        Assert.Contains("Bij de brug", browser.Body);
    }

    [Theory]
    [InlineData("geen adres", "Dit mailadres klopt niet.")]
    [InlineData("a@b", "Dit mailadres klopt niet.")]
    [InlineData("Naam <a@b.nl>", "Dit mailadres klopt niet.")]
    [InlineData("", "Vul uw mailadres in")]
    public async Task PostReach_WithAWrongMailAddress_SaysSo(string mail, string message)
    {
        var browser = await handIn.UpToCheckAsync("goed@reis.example");
        await browser.OpenAsync("/idee/bereikbaar");
        await browser.SubmitAsync("Volgende vraag", HttpStatusCode.BadRequest, ("Uw mailadres", mail));

        Assert.Contains(message, browser.Text);
    }

    [Fact]
    public async Task Check_WithUnansweredQuestions_LeadsToTheFirst()
    {
        var browser = Host.Browser();
        await browser.OpenAsync("/idee");
        await browser.SubmitAsync(
            "Volgende vraag",
            fields: [("Hoe heet het", "Bankje"), ("Wat wilt u doen?", "Een bank"), ("Waarom?", "Rust")]
        );

        await browser.OpenAsync("/idee/controle");
        Assert.StartsWith("/idee/dorp", browser.Address);
    }

    [Theory]
    [InlineData("/idee/papier")]
    [InlineData("/idee")]
    public async Task Page_OpensForAnyone(string address) => await Host.Browser().OpenAsync(address);

    [Fact]
    public async Task Receipt_WithAMadeUpAddress_IsNotFound() =>
        await Host.Browser().OpenAsync("/idee/ontvangen/CfDJ8verzonnen", HttpStatusCode.NotFound);
}
