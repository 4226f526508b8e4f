using System.Net;
using Brink.Features.Initiatives;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives.HandIn;

public class KnownPeopleTests(HandInHost handIn) : IClassFixture<HandInHost>
{
    private BrinkHost Host => handIn.Host;

    [Fact]
    public async Task SignedIn_SkipsWhatIsKnown_AndIsConfirmedAtOnce()
    {
        var person = await handIn.Data.PersonAsync("Jan Bekend");
        var browser = await QuestionsAsync(Host.Browser(person), "Idee van Jan");
        Assert.Contains("Mag de naam erbij?", browser.Text);
        await browser.SubmitAsync("Volgende vraag", fields: [("Ja, iedereen mag", "ja")]);
        await browser.SubmitAsync("Dien mijn idee in");

        Assert.Contains("Uw idee staat online", browser.Text);
        var idea = await handIn.InitiativeOfAsync(person.Email!);
        Assert.Equal((IntakeState.HandedIn, Visibility.Public), (idea.Intake, idea.Subject.Visibility));
        Assert.Equal(2, idea.Subject.Promises.Count);
        Assert.True(idea.Contribution!.NameIsPublic);
        Assert.True(
            await Host.DbAsync(db => db.Follows.AnyAsync(f => f.SubjectId == idea.Id && f.PersonId == person.Id))
        );
    }

    [Fact]
    public async Task Association_IsOfferedToItsBoardOnly_AndCarriesTheIdea()
    {
        var stranger = await handIn.Data.PersonAsync();
        var asStranger = Host.Browser(stranger);
        await QuestionsAsync(asStranger, "Idee", stopAtWho: true);
        Assert.DoesNotContain("Namens Dorpsbelangen Hijken", asStranger.Text);

        var contact = handIn.Place.ContactPerson;
        var browser = Host.Browser(contact);
        await QuestionsAsync(browser, "Idee van de vereniging", stopAtWho: true);
        await browser.SubmitAsync("Volgende vraag", fields: [("Namens Dorpsbelangen Hijken", "ja")]);
        await browser.SubmitAsync("Volgende vraag");
        await browser.SubmitAsync("Volgende vraag");
        await browser.SubmitAsync("Dien mijn idee in");

        var idea = await ByTitleAsync("Idee van de vereniging");
        Assert.Equal(handIn.Place.Association.Id, idea.Contribution!.OnBehalfOfId);
        Assert.Equal(InitiatorKind.Association, idea.InitiatorKind);
        Assert.All(idea.Subject.Promises, p => Assert.Equal(handIn.Place.Association.Id, p.ToOrganisationId));
    }

    [Fact]
    public async Task Who_WithAForgedAssociation_IsAlone()
    {
        var other = await handIn.Data.PlaceAsync("Elders");
        var browser = Host.Browser(handIn.Place.ContactPerson);
        await QuestionsAsync(browser, "Vervalst", stopAtWho: true);
        var form = browser.Form("Volgende vraag");
        var content = await form.Content!.ReadAsStringAsync();
        form.Content = new StringContent(
            content.Replace("With=Alone", $"With={other.Association.Id}", StringComparison.Ordinal),
            System.Text.Encoding.UTF8,
            "application/x-www-form-urlencoded"
        );
        await browser.SendAsync(form);
        await browser.OpenAsync("/idee/controle");
        await browser.SubmitAsync("Dien mijn idee in");

        Assert.Null((await ByTitleAsync("Vervalst")).Contribution!.OnBehalfOfId);
    }

    [Fact]
    public async Task Assisted_ShowsWhoEnteredItAllAlong_AndMarksTheContribution()
    {
        var contact = handIn.Place.ContactPerson;
        var browser = await AssistAsync(contact, "Mevrouw Telefoon", "0593 000 111", "");
        Assert.Contains("U voert dit in voor Mevrouw Telefoon.", browser.Text);
        await QuestionsAsync(browser, "Idee aan de telefoon", open: false);
        Assert.Contains("Ingevoerd door Dorpsbelangen Hijken, per telefoon", browser.Text);
        await browser.SubmitAsync("Volgende vraag");
        await browser.SubmitAsync("Dien mijn idee in");

        Assert.Contains("Ingevoerd door Dorpsbelangen Hijken, per telefoon", browser.Text);
        var idea = await ByTitleAsync("Idee aan de telefoon");
        Assert.Equal(IntakeState.HandedIn, idea.Intake);
        var contribution = idea.Contribution!;
        Assert.Equal(
            (contact.Id, handIn.Place.Association.Id, Channel.Telephone),
            (contribution.EnteredById, contribution.EnteredForId, contribution.Channel)
        );
        Assert.NotEqual(contact.Id, contribution.ByPersonId);
        var line = await Host.DbAsync(db => db.Journal.FirstAsync(j => j.SubjectId == idea.Id));
        Assert.Equal((contact.Id, Channel.Telephone), (line.EnteredById, line.Channel));
    }

    [Fact]
    public async Task Assisted_WithAKnownMailAddress_SendsAReceiptAndRevealsNoName()
    {
        var known = await handIn.Data.PersonAsync("Geheime Naam");
        var browser = await AssistAsync(handIn.Place.ContactPerson, "Iemand Anders", "", known.Email!);
        await QuestionsAsync(browser, "Idee met bekend adres", open: false);
        await browser.SubmitAsync("Volgende vraag", fields: [("Ja, iedereen mag", "ja")]);
        await browser.SubmitAsync("Dien mijn idee in");

        Assert.DoesNotContain("Geheime Naam", browser.Text);
        var idea = await ByTitleAsync("Idee met bekend adres");
        Assert.False(idea.Contribution!.NameIsPublic);
        Assert.True(
            await Host.DbAsync(db =>
                db.MailMessages.AnyAsync(m => m.SubjectId == idea.Id && m.Kind == MailKind.Receipt)
            )
        );
    }

    [Fact]
    public async Task Assisted_IsForAssociationsInTheirOwnVillages()
    {
        var other = await handIn.Data.PlaceAsync("Verweg");
        var browser = await AssistAsync(other.ContactPerson, "Iemand", "", "");
        await QuestionsAsync(browser, "Verkeerd dorp", open: false);
        await browser.SubmitAsync("Volgende vraag");
        await browser.SubmitAsync("Dien mijn idee in", HttpStatusCode.BadRequest);

        Assert.Contains("Kies een dorp van uw vereniging", browser.Text);
    }

    [Fact]
    public async Task Assisted_IsNotForResidents()
    {
        var resident = await handIn.Data.PersonAsync();
        var answer = await Host.Browser(resident).AskAsync("/idee/voor-iemand-anders");

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task AssistedDraft_OpensForNobodyElseOnTheSameComputer()
    {
        var browser = await AssistAsync(handIn.Place.ContactPerson, "Mevrouw Privacy", "0593 222 333", "");
        var secret = browser.Cookie(Brink.Features.Initiatives.HandIn.Drafts.Cookie);
        var other = Host.Browser();
        other.SetCookie((Brink.Features.Initiatives.HandIn.Drafts.Cookie, secret));
        await other.OpenAsync("/idee");

        Assert.DoesNotContain("Mevrouw Privacy", other.Body);
    }

    [Fact]
    public async Task ByTelephone_IsConfirmedByTheContactPerson_AndByNoStranger()
    {
        var browser = await handIn.BeforeCheckAsync("0593 444 555", "Idee om te bellen");
        await browser.SubmitAsync("Dien mijn idee in");
        var idea = await ByTitleAsync("Idee om te bellen");
        var address = InitiativeLinks.Confirm(idea.Id);
        var stranger = await handIn.Data.PersonAsync();
        var elsewhere = await handIn.Data.PlaceAsync("Anderdorp");

        Assert.NotEqual(HttpStatusCode.OK, (await Host.Browser(stranger).AskAsync(address)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await Host.Browser(elsewhere.ContactPerson).AskAsync(address)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await Host.Browser().AskAsync(address)).StatusCode);
        var contact = await Host.Browser(handIn.Place.ContactPerson).OpenAsync(address);
        Assert.Contains("0593 444 555", contact.Text);
        await contact.SubmitOnlyAsync("Het klopt: zet het online");

        Assert.Equal(IntakeState.HandedIn, (await ByTitleAsync("Idee om te bellen")).Intake);
    }

    [Fact]
    public async Task WithMail_NobodyElseCanConfirm()
    {
        var browser = await handIn.BeforeCheckAsync("zelf@bekend.example", "Alleen zelf");
        await browser.SubmitAsync("Dien mijn idee in");
        var idea = await ByTitleAsync("Alleen zelf");
        var contact = await Host.Browser(handIn.Place.ContactPerson).OpenAsync(InitiativeLinks.Confirm(idea.Id));

        Assert.Contains("De indiener bevestigt dit zelf", contact.Text);
        Assert.DoesNotContain("zelf@bekend.example", contact.Body);
        Assert.Empty(contact.Page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Unconfirmed_AppearsNowhere()
    {
        var browser = await handIn.BeforeCheckAsync("stil@bekend.example", "Kabouterpad");
        await browser.SubmitAsync("Dien mijn idee in");
        var idea = await ByTitleAsync("Kabouterpad");

        foreach (
            var address in new[]
            {
                "/",
                "/initiatieven",
                "/initiatieven?zoek=kabouterpad",
                "/initiatieven/download",
                "/zoeken?q=kabouterpad",
                "/api/v1/initiatieven",
                "/dorpen",
                "/feeds",
            }
        )
        {
            var anyone = Host.Browser();
            await anyone.AskAsync(address);
            Assert.DoesNotContain("Kabouterpad", anyone.Body);
        }

        var show = Host.Browser();
        await show.AskAsync(InitiativeLinks.Show(idea.Id, idea.Subject.Slug));
        Assert.NotEqual(HttpStatusCode.OK, show.Response.StatusCode);
        Assert.DoesNotContain("Kabouterpad", show.Body);
    }

    private async Task<TestBrowser> AssistAsync(
        Brink.Features.Accounts.Person helper,
        string name,
        string telephone,
        string mail
    )
    {
        var browser = Host.Browser(helper);
        await browser.OpenAsync("/idee/voor-iemand-anders");
        return await browser.SubmitAsync(
            "Naar de vragen over het idee",
            fields:
            [
                ("Van wie is het idee?", name),
                ("Telefoonnummer van de bedenker", telephone),
                ("Mailadres van de bedenker", mail),
            ]
        );
    }

    private static async Task<TestBrowser> QuestionsAsync(
        TestBrowser browser,
        string title,
        bool stopAtWho = false,
        bool open = true
    )
    {
        if (open)
        {
            await browser.OpenAsync("/idee");
        }

        await browser.SubmitAsync(
            "Volgende vraag",
            fields: [("Hoe heet het", title), ("Wat wilt u doen?", "Iets goeds."), ("Waarom?", "Voor het dorp.")]
        );
        await browser.SubmitAsync("Volgende vraag", fields: [("Bij welk dorp", "Hijken")]);
        await browser.SubmitAsync("Volgende vraag");
        if (!stopAtWho)
        {
            await browser.SubmitAsync("Volgende vraag");
            await browser.SubmitAsync("Volgende vraag");
        }

        return browser;
    }

    private Task<Initiative> ByTitleAsync(string title) =>
        Host.DbAsync(db =>
            db.Initiatives.Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .Include(i => i.Contribution)
                .SingleAsync(i => i.Subject.Title == title)
        );
}
