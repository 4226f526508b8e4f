using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Exchange;
using Brink.Features.Places;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Exchange;

/// <summary>Asking for and offering hands, skills and things, from the first word to the thanks (I6, X3).</summary>
public sealed class HelpTests(NoticesHost host) : IClassFixture<NoticesHost>, IAsyncLifetime
{
    private TestData Data => host.Data;
    private Place place = null!;
    private Person asker = null!;
    private Person helper = null!;

    public async ValueTask InitializeAsync()
    {
        place = await Data.PlaceAsync();
        asker = await Data.PersonAsync("Vrager Vraagstra");
        helper = await Data.PersonAsync("Helper Helpstra");
        await host.ForgetAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private (string, string)[] Need(string title) =>
        [
            ("Ik vraag iets", "ja"),
            ("Handen", "ja"),
            ("Wat, in een paar woorden?", title),
            ("Hoeveel mensen of spullen?", "3"),
            (place.Village.Subject!.Title, "ja"),
        ];

    [Fact]
    public async Task New_BySomebodySignedIn_StandsOnlineAtOnce()
    {
        var browser = await host.Brink.Browser(asker).OpenAsync("/hulp/nieuw?soort=vraag");
        await browser.SubmitAsync("Verder", fields: Need("De heg planten bij het dorpshuis"));
        Assert.Contains("Klopt dit?", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Plaats dit");

        Assert.Contains("Dit staat nu online.", browser.Text, StringComparison.Ordinal);
        var list = await host.Brink.Browser().OpenAsync("/hulp?soort=vraag&wat=handen");
        Assert.Contains("De heg planten bij het dorpshuis", list.Text, StringComparison.Ordinal);
        Assert.Contains("Er zijn nog 3 mensen nodig.", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(asker.Email!, list.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_Empty_SaysAllThatIsMissingAndLosesNothing()
    {
        var browser = await host.Brink.Browser(asker).OpenAsync("/hulp/nieuw");

        await browser.SubmitAsync(
            "Verder",
            HttpStatusCode.BadRequest,
            ("Vertel er iets meer over", "Wat ik al schreef"),
            ("Op welke dag, of vanaf wanneer?", "2020-01-01")
        );

        Assert.Contains("Kies of u hulp vraagt of aanbiedt.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Kies voor welk dorp dit is.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Deze dag is al voorbij.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Wat ik al schreef", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_ByAStranger_IsSeenByNobodyUntilTheMailIsConfirmed()
    {
        var browser = await host.Brink.Browser().OpenAsync("/hulp/nieuw?soort=vraag");
        await browser.SubmitAsync(
            "Verder",
            fields: [.. Need("Een kruiwagen lenen"), ("Naam", "Truus"), ("Uw mailadres", "truus1@voorbeeld.example")]
        );
        await browser.SubmitAsync("Plaats dit");
        Assert.Contains("Nog niemand ziet het.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Een kruiwagen lenen",
            (await host.Brink.Browser().OpenAsync("/hulp")).Text,
            StringComparison.Ordinal
        );
        await host.EmptyAsync();
        var mail = Assert.Single(host.Mail.Sent, m => m.ToAddress == "truus1@voorbeeld.example");
        var link = ExchangeMade.LinkIn(mail.Text, "/hulp/bevestigen/");

        var confirming = await host.Brink.Browser().OpenAsync(link);
        await confirming.SubmitAsync("Ja, zet dit online");

        Assert.Contains("Dit is bevestigd", confirming.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Een kruiwagen lenen",
            (await host.Brink.Browser().OpenAsync("/hulp")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task New_ForSomebodyWhoTelephoned_SaysWhoEnteredIt()
    {
        var browser = await host.Brink.Browser(place.ContactPerson).OpenAsync("/hulp/nieuw?soort=vraag");
        await browser.SubmitAsync(
            "Verder",
            fields:
            [
                ("Voor iemand die belde", "ja"),
                .. Need("Hulp met de computer"),
                ("Naam", "Mevrouw Oud"),
                ("Telefoonnummer", "0593 55 66 77"),
            ]
        );
        await browser.SubmitAsync("Plaats dit");

        Assert.Contains(
            $"Ingevoerd door {place.Association.Name}, per telefoon",
            browser.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("0593 55 66 77", browser.Body, StringComparison.Ordinal);
        // Whoever entered it handles the answers, and hears of them.
        var help = await host.Brink.DbAsync(db => db.Helps.OrderByDescending(h => h.Id).FirstAsync());
        await host.ForgetAsync();
        await Data.AnswerAsync(help, helper);
        await host.EmptyAsync();
        Assert.Single(host.Mail.To(place.ContactPerson));
        await host.Brink.Browser(place.ContactPerson).OpenAsync(ExchangeLinks.Responses(help.Id));
    }

    [Fact]
    public async Task BoardMember_IsCalledForByAnAssociationOnly()
    {
        var resident = await host.Brink.Browser(asker).OpenAsync("/hulp/nieuw?soort=vraag");
        Assert.DoesNotContain("Een oproep van uw vereniging.", resident.Text, StringComparison.Ordinal);

        var contact = await host.Brink.Browser(place.ContactPerson).OpenAsync("/hulp/nieuw?soort=vraag");
        (string, string)[] call =
        [
            ("Ik vraag iets", "ja"),
            ("Bestuurslid", "ja"),
            ("Wat, in een paar woorden?", "Wij zoeken een penningmeester"),
            (place.Village.Subject!.Title, "ja"),
        ];
        await contact.SubmitAsync("Verder", HttpStatusCode.BadRequest, call);
        Assert.Contains("Alleen een dorpsvereniging", contact.Text, StringComparison.Ordinal);
        await contact.SubmitAsync("Verder", fields: ("Namens " + place.Association.Name, "ja"));
        await contact.SubmitAsync("Plaats dit");

        Assert.Contains($"Van {place.Association.Name}", contact.Text, StringComparison.Ordinal);
        Assert.Contains("Gevraagd: bestuurslid", contact.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Initiative_ShowsWhatIsStillNeededAndOnlyThat()
    {
        var initiative = await Data.InitiativeAsync(place, asker);
        var address = Brink.Features.Initiatives.InitiativeLinks.Show(initiative.Id, initiative.Subject.Slug);
        var own = await host.Brink.Browser(asker).OpenAsync(address);
        await own.OpenAsync(
            own.Page.QuerySelectorAll("a")
                .Single(a => a.TextContent == "Vraag hulp voor dit initiatief")
                .GetAttribute("href")!
        );
        await own.SubmitAsync("Verder", fields: Need("Toestellen vastzetten"));
        await own.SubmitAsync("Plaats dit");

        var visitor = await host.Brink.Browser().OpenAsync(address);
        Assert.Contains("Wat is er nog nodig?", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Toestellen vastzetten", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vraag hulp voor dit initiatief", visitor.Text, StringComparison.Ordinal);

        var help = await host.Brink.DbAsync(db =>
            db.Helps.Include(h => h.Subject).SingleAsync(h => h.InitiativeId == initiative.Id)
        );
        await Data.SaveAsync(async db =>
            (await db.Helps.Include(h => h.Subject).SingleAsync(h => h.Id == help.Id))
                .Finish("", Data.Now(asker.Id))
                .Succeeded
        );
        visitor = await host.Brink.Browser().OpenAsync(address);
        Assert.DoesNotContain("Toestellen vastzetten", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_ForAnInitiativeOfSomebodyElse_IsNotTied()
    {
        var initiative = await Data.InitiativeAsync(place, asker);

        var other = await host.Brink.Browser(helper).OpenAsync(ExchangeLinks.AskFor(initiative.Id));
        await other.SubmitAsync("Verder", fields: Need("Zomaar een vraag"));
        await other.SubmitAsync("Plaats dit");

        Assert.False(await host.Brink.DbAsync(db => db.Helps.AnyAsync(h => h.InitiativeId == initiative.Id)));
    }

    [Fact]
    public async Task List_DropsWhatIsPastItsDayOrFull()
    {
        var today = Data.Now().Today;
        await Data.HelpAsync(place, asker, "Nog lang open", endsOn: today.AddDays(40));
        var past = await Data.HelpAsync(place, asker, "Morgen voorbij", endsOn: today);
        var before = host.Brink.Time.GetUtcNow();
        host.Brink.Time.Advance(TimeSpan.FromDays(1));
        try
        {
            var list = await host.Brink.Browser(helper).OpenAsync($"/hulp?dorp={place.Village.Id}");
            Assert.Contains("Nog lang open", list.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Morgen voorbij", list.Text, StringComparison.Ordinal);
            var show = await host.Brink.Browser(helper).OpenAsync(ExchangeLinks.Show(past.Id, past.Subject.Slug));
            Assert.Contains("Voorbij", show.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Ik help mee", show.Text, StringComparison.Ordinal);
        }
        finally
        {
            host.Brink.Time.SetTo(before);
        }
    }

    [Fact]
    public async Task List_IsFoundByDutchWordForms()
    {
        await Data.HelpAsync(place, asker, "Wij planten bomen langs de brink");

        var list = await host.Brink.Browser().OpenAsync("/hulp?zoek=boom");

        Assert.Contains("Wij planten bomen langs de brink", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_ReachesTheAskerWithoutAnyAddress_AndAcceptanceExchangesThem()
    {
        var help = await Data.HelpAsync(place, asker);
        await host.ForgetAsync();
        var answering = await host.Brink.Browser(helper).OpenAsync(ExchangeLinks.Respond(help.Id));
        await answering.SubmitAsync(
            "Verstuur mijn reactie",
            fields:
            [
                ("Uw bericht", "Ik neem twee scheppen mee."),
                ("Per telefoon", "ja"),
                ("Uw telefoonnummer", "0593 11 22 33"),
                ("Als ik word gekozen", "ja"),
            ]
        );
        Assert.DoesNotContain(asker.Email!, answering.Body, StringComparison.Ordinal);
        await host.EmptyAsync();
        var toAsker = Assert.Single(host.Mail.To(asker));
        Assert.Contains("Ik neem twee scheppen mee.", toAsker.Text, StringComparison.Ordinal);
        Assert.Contains("Helper Helpstra", toAsker.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0593 11 22 33", toAsker.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(helper.Email!, toAsker.Text, StringComparison.Ordinal);
        host.Mail.Clear();

        // The link in the mail leads who asked straight to the answer.
        var deciding = await host.Brink.Browser().OpenAsync(ExchangeMade.LinkIn(toAsker.Text, "/inloggen/link/"));
        await deciding.SubmitAsync("Nu inloggen");
        Assert.DoesNotContain("0593 11 22 33", deciding.Body, StringComparison.Ordinal);
        await deciding.SubmitAsync("Ja, graag", fields: [("Uw bericht", "Om negen uur."), ("Per mail", "ja")]);

        Assert.Contains("0593 11 22 33", deciding.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(helper.Email!, deciding.Body, StringComparison.Ordinal);
        await host.EmptyAsync();
        var toHelper = Assert.Single(host.Mail.To(helper));
        Assert.Contains(asker.Email!, toHelper.Text, StringComparison.Ordinal);
        Assert.Contains("Om negen uur.", toHelper.Text, StringComparison.Ordinal);
        var show = await host.Brink.Browser().OpenAsync(ExchangeLinks.Show(help.Id, help.Subject.Slug));
        Assert.Contains("1 van 2 geregeld", show.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Helper Helpstra", show.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_WithoutConsent_IsRefusedAndNothingTypedIsLost()
    {
        var help = await Data.HelpAsync(place, asker);
        var answering = await host.Brink.Browser(helper).OpenAsync(ExchangeLinks.Respond(help.Id));

        await answering.SubmitAsync("Verstuur mijn reactie", HttpStatusCode.BadRequest, ("Uw bericht", "Ik kom."));

        Assert.Contains("Zonder uw toestemming", answering.Text, StringComparison.Ordinal);
        Assert.Contains("Ik kom.", answering.Body, StringComparison.Ordinal);
        Assert.False(await host.Brink.DbAsync(db => db.HelpResponses.AnyAsync(r => r.HelpId == help.Id)));
    }

    [Fact]
    public async Task Response_ByAStranger_ReachesTheAskerOnlyAfterTheMailIsConfirmed()
    {
        var help = await Data.HelpAsync(place, asker);
        await host.ForgetAsync();
        var answering = await host.Brink.Browser().OpenAsync(ExchangeLinks.Respond(help.Id));
        await answering.SubmitAsync(
            "Verstuur mijn reactie",
            fields:
            [
                ("Uw naam", "Kees"),
                ("Uw mailadres", "kees1@voorbeeld.example"),
                ("Uw bericht", "Ik kan zaterdag."),
                ("Per mail", "ja"),
                ("Als ik word gekozen", "ja"),
            ]
        );
        await host.EmptyAsync();
        Assert.Empty(host.Mail.To(asker));
        var mail = Assert.Single(host.Mail.Sent, m => m.ToAddress == "kees1@voorbeeld.example");

        var confirming = await host.Brink.Browser().OpenAsync(ExchangeMade.LinkIn(mail.Text, "/hulp/bevestigen/"));
        await confirming.SubmitAsync("Ja, verstuur mijn bericht");

        await host.EmptyAsync();
        Assert.Contains("Ik kan zaterdag.", Assert.Single(host.Mail.To(asker)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_TakenBackBeforeItWasConfirmed_IsToldToNobody()
    {
        var help = await Data.HelpAsync(place, asker);
        var stranger = await Data.PersonAsync("Onbekend");
        await Data.SaveAsync(async db =>
        {
            var answer = await Data.AnswerAsync(help, stranger, confirmed: false);
            var about = await db.Helps.Include(h => h.Subject).SingleAsync(h => h.Id == help.Id);
            db.Journal.Add(
                Brink.Features.Journal.JournalEntry.Of(
                    about.Subject,
                    new(HelpVerbs.ResponseHandedIn, Data.Now(stranger.Id), [("response", answer.Id)])
                )
            );
            return true;
        });
        await host.EmptyAsync();
        var link = ExchangeMade.LinkIn(Assert.Single(host.Mail.To(stranger)).Text, "/hulp/bevestigen/");
        host.Mail.Clear();

        var browser = await host.Brink.Browser().OpenAsync(link);
        await browser.SubmitAsync("Trek dit in");

        Assert.Contains("Dit is ingetrokken", browser.Text, StringComparison.Ordinal);
        await host.EmptyAsync();
        Assert.Empty(host.Mail.To(asker));
    }

    [Fact]
    public async Task Decline_ThanksAndGivesNoAddress()
    {
        var help = await Data.HelpAsync(place, asker);
        var answer = await Data.AnswerAsync(help, helper);
        await host.ForgetAsync();
        var deciding = await host.Brink.Browser(asker).OpenAsync(ExchangeLinks.Response(help.Id, answer.Id));

        await deciding.SubmitAsync("Nee, toch bedankt", fields: ("Uw bericht", "De volgende keer graag."));

        Assert.Contains("Bedankt", deciding.Text, StringComparison.Ordinal);
        await host.EmptyAsync();
        var mail = Assert.Single(host.Mail.To(helper));
        Assert.Contains("De volgende keer graag.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(asker.Email!, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StepBack_TellsTheAskerAndFreesThePlace()
    {
        var help = await Data.HelpAsync(place, asker, number: 1);
        var answer = await Data.AnswerAsync(help, helper);
        var deciding = await host.Brink.Browser(asker).OpenAsync(ExchangeLinks.Response(help.Id, answer.Id));
        await deciding.SubmitAsync("Ja, graag");
        await host.ForgetAsync();

        var own = await host.Brink.Browser(helper).OpenAsync(ExchangeLinks.Response(help.Id, answer.Id));
        await own.SubmitAsync("Trek mijn reactie in");

        await host.EmptyAsync();
        Assert.Single(host.Mail.To(asker));
        Assert.Equal(
            0,
            await host.Brink.DbAsync(db => db.Helps.Where(h => h.Id == help.Id).Select(h => h.Taken).SingleAsync())
        );
    }

    [Fact]
    public async Task Response_IsReadByTheTwoOfThemOnly()
    {
        var help = await Data.HelpAsync(place, asker);
        var answer = await Data.AnswerAsync(help, helper);
        var address = ExchangeLinks.Response(help.Id, answer.Id);

        foreach (var other in new[] { await Data.PersonAsync(), place.Liaison, place.ContactPerson })
        {
            await host.Brink.Browser(other).OpenAsync(address, HttpStatusCode.Forbidden);
            await host.Brink.Browser(other).OpenAsync(ExchangeLinks.Responses(help.Id), HttpStatusCode.Forbidden);
        }

        await host.Brink.Browser(helper).OpenAsync(ExchangeLinks.Responses(help.Id), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Finish_ShowsThePublicThanksAndTellsWhoJoined()
    {
        var help = await Data.HelpAsync(place, asker);
        await Data.AnswerAsync(help, helper);
        await host.ForgetAsync();
        var browser = await host.Brink.Browser(asker).OpenAsync(ExchangeLinks.Finish(help.Id));

        await browser.SubmitAsync("Ja, het is klaar", fields: ("Wilt u iedereen bedanken?", "Dank aan alle planters."));

        var visitor = await host.Brink.Browser().OpenAsync(ExchangeLinks.Show(help.Id, help.Subject.Slug));
        Assert.Contains("Dank aan alle planters.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ik help mee", visitor.Text, StringComparison.Ordinal);
        await host.EmptyAsync();
        Assert.Single(host.Mail.To(helper));
    }

    [Fact]
    public async Task Withdraw_LeavesAnAddressThatSaysSo()
    {
        var help = await Data.HelpAsync(place, asker);
        var browser = await host.Brink.Browser(asker).OpenAsync(ExchangeLinks.Withdraw(help.Id));
        await browser.SubmitAsync("Ja, trek dit in");

        await host.Brink.Browser().OpenAsync(ExchangeLinks.Show(help.Id, help.Subject.Slug), HttpStatusCode.Gone);
    }

    [Fact]
    public async Task HandOver_AsksTheAdministrator_AndGivesNoRoleByItself()
    {
        var administrator = await Data.AdministratorAsync();
        var help = await Data.HelpAsync(
            place,
            place.ContactPerson,
            "Wij zoeken een secretaris",
            1,
            HelpKind.BoardMember,
            onBehalfOf: place.Association.Id
        );
        var answer = await Data.AnswerAsync(help, helper);
        var board = await host.Brink.Browser(place.ContactPerson).OpenAsync(ExchangeLinks.Response(help.Id, answer.Id));
        await board.SubmitAsync("Ja, graag");
        await host.ForgetAsync();

        await board.OpenAsync(ExchangeLinks.HandOver(help.Id));
        await board.SubmitAsync("Vraag de beheerder om de rol");

        await host.EmptyAsync();
        Assert.Single(host.Mail.To(administrator));
        Assert.False(await host.Brink.DbAsync(db => db.RoleHoldings.AnyAsync(h => h.PersonId == helper.Id)));
        var mine = await host.Brink.Browser(administrator).OpenAsync("/mijn");
        Assert.Contains("wacht op een rol", mine.Text, StringComparison.Ordinal);
        var page = await host.Brink.Browser(administrator).OpenAsync(ExchangeLinks.HandOver(help.Id));
        Assert.Contains(
            page.Page.QuerySelectorAll("a"),
            a => a.GetAttribute("href") == $"/beheer/mensen/{helper.Id}/rol"
        );
        await Data.SaveAsync(db =>
        {
            db.RoleHoldings.Add(
                new RoleHolding
                {
                    PersonId = helper.Id,
                    OrganisationId = place.Association.Id,
                    Role = Role.Secretary,
                    From = Data.Now().Today,
                }
            );
            return Task.FromResult(true);
        });
        Assert.DoesNotContain(
            "wacht op een rol",
            (await host.Brink.Browser(administrator).OpenAsync("/mijn")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Mine_ShowsAnswersThatWait()
    {
        var help = await Data.HelpAsync(place, asker, "Stoelen sjouwen");
        await Data.AnswerAsync(help, helper);

        var mine = await host.Brink.Browser(asker).OpenAsync("/mijn");

        Assert.Contains("Helper Helpstra reageerde op 'Stoelen sjouwen'", mine.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewHelp_IsToldToFollowersOfTheVillage()
    {
        var follower = await Data.PersonAsync("Volger");
        await Data.SaveAsync(db =>
        {
            db.Follows.Add(
                new Brink.Features.Subjects.Follow
                {
                    SubjectId = place.Village.Id,
                    PersonId = follower.Id,
                    Frequency = Brink.Features.Subjects.Frequency.AtOnce,
                    Since = host.Brink.Time.GetUtcNow(),
                }
            );
            return Task.FromResult(true);
        });

        await Data.HelpAsync(place, asker, "Nieuw en nodig");
        await host.EmptyAsync();

        Assert.Contains("Nieuw en nodig", Assert.Single(host.Mail.To(follower)).Text, StringComparison.Ordinal);
    }
}
