using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.Support;
using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform.Localisation;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives.Support;

/// <summary>Backing by whoever is signed in, as people see it.</summary>
public sealed class BackingTests(BrinkHost host) : ActsOnOneInitiative(host)
{
    [Fact]
    public async Task Back_CountsOnce_AndShowsNoNameUnlessChosen()
    {
        var person = await Data.PersonAsync("Mevrouw De Wit");
        var browser = await OpenAsync(person, "steun");

        await browser.SubmitAsync("Ik steun dit", fields: ("Waar woont u?", Place.Village.Subject!.Title));
        await browser.SubmitAsync("Bewaar mijn keuze");

        var visitor = await VisitAsync();
        Assert.Contains("1 mens steunt dit.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("De Wit", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(BackingVerbs.Given));

        await browser.SubmitAsync("Bewaar mijn keuze", fields: ("Iedereen mag de naam", "ja"));
        visitor = await VisitAsync();
        Assert.Contains("Met naam: Mevrouw De Wit", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("1 mens steunt dit.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UsedLink_AfterTakingBack_DoesNotSayThatItCounts()
    {
        var person = await Data.PersonAsync("Mevrouw Kok");
        var secret = await Host.DbAsync(async db =>
        {
            var (link, made) = AccessLink.Make(
                LinkPurpose.ConfirmBacking,
                person.Id,
                Initiative.Id,
                Host.Time.GetUtcNow(),
                TimeSpan.FromDays(7)
            );
            db.AccessLinks.Add(link);
            await db.SaveChangesAsync();
            return made;
        });
        var mailed = await Host.Browser().OpenAsync(SupportLinks.ConfirmBacking(secret));
        await mailed.SubmitAsync("Ja, ik steun dit", fields: ("Waar woont u?", Place.Village.Subject!.Title));
        Assert.Contains("Uw steun telt mee", mailed.Text, StringComparison.Ordinal);
        var browser = await Host.Browser(person).OpenAsync(SupportLinks.Back(Initiative.Id));
        await browser.SubmitAsync("Neem mijn steun terug");

        await mailed.OpenAsync(SupportLinks.ConfirmBacking(secret));

        Assert.DoesNotContain("Uw steun telt mee", mailed.Text, StringComparison.Ordinal);
        Assert.Contains("Uw steun telt nu niet mee", mailed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_TakenBackAndGivenAgain_CountsAsItIsNow()
    {
        var person = await Data.PersonAsync("Meneer Kok");
        var browser = await OpenAsync(person, "steun");
        await browser.SubmitAsync(
            "Ik steun dit",
            fields: [("Waar woont u?", Place.Village.Subject!.Title), ("Iedereen mag de naam", "ja")]
        );
        await browser.OpenAsync(SupportLinks.Back(Initiative.Id));
        await browser.SubmitAsync("Neem mijn steun terug");
        Assert.Contains("Uw steun is teruggenomen", browser.Text, StringComparison.Ordinal);
        var visitor = await VisitAsync();
        Assert.Contains("Nog niemand.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Meneer Kok", visitor.Text, StringComparison.Ordinal);

        await browser.OpenAsync(SupportLinks.Back(Initiative.Id));
        await browser.SubmitAsync("Ik steun dit", fields: ("Waar woont u?", "Buiten de gemeente Testveen"));

        Assert.Contains("0 uit", (await VisitAsync()).Text, StringComparison.Ordinal);
        Assert.Equal((0, 1), await FiguresAsync());
    }

    [Fact]
    public async Task Share_IsOfTheVillagesInhabitantsWithTheYear_AndCountsOnlyThem()
    {
        await Data.SaveAsync(async db =>
        {
            var village = await db.Villages.FirstAsync(v => v.Id == Place.Village.Id);
            village.Inhabitants.Add(
                new VillageInhabitants
                {
                    Year = 2022,
                    Number = 900,
                    Source = "CBS",
                }
            );
            village.Inhabitants.Add(
                new VillageInhabitants
                {
                    Year = 2024,
                    Number = 890,
                    Source = "CBS",
                }
            );
            return true;
        });
        var elsewhere = await Data.VillageAsync("Verderop");
        await BackAsync(await Data.PersonAsync(), Place.Village.Id);
        await BackAsync(await Data.PersonAsync(), Place.Village.Id);
        await BackAsync(await Data.PersonAsync(), elsewhere.Id);
        await BackAsync(await Data.PersonAsync(), null);

        var text = (await VisitAsync()).Text;

        Assert.Contains("4 mensen steunen dit.", text, StringComparison.Ordinal);
        Assert.Contains("2 uit " + Place.Village.Subject!.Title + ", 2 van elders.", text, StringComparison.Ordinal);
        Assert.Contains("Dat is 2 van de 890 inwoners", text, StringComparison.Ordinal);
        Assert.Contains("1 januari 2024", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_WhereInhabitantsAreUnknown_SaysSo()
    {
        await BackAsync(await Data.PersonAsync(), Place.Village.Id);

        var text = (await VisitAsync()).Text;

        Assert.Contains(
            $"Hoeveel mensen er in {Place.Village.Subject!.Title} wonen, is hier onbekend.",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("%", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Initiators_DoNotBackTheirOwn()
    {
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Host.Browser(Initiator).AskAsync(SupportLinks.Back(Initiative.Id))).StatusCode
        );
        Assert.DoesNotContain(
            "Ik steun dit",
            (await Host.Browser(Initiator).OpenAsync(Address)).Text,
            StringComparison.Ordinal
        );
        // Also past the page.
        await BackAsync(Initiator, Place.Village.Id, expected: false);
        Assert.Equal((0, 0), await FiguresAsync());
    }

    [Fact]
    public async Task WhatIsNotPublic_CanNotBeBacked()
    {
        var person = await Data.PersonAsync();
        var unconfirmed = await Data.UnconfirmedInitiativeAsync(Place, Initiator);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Host.Browser(person).AskAsync(SupportLinks.Back(unconfirmed.Id))).StatusCode
        );
        await ChangeAsync(i => i.Withdraw(Data.Now(Initiator.Id)));
        await BackAsync(person, Place.Village.Id, expected: false);
    }

    [Fact]
    public async Task Back_WithoutAPlace_SaysWhatIsMissing()
    {
        var browser = await OpenAsync(await Data.PersonAsync(), "steun");

        await browser.SubmitAsync("Ik steun dit", HttpStatusCode.BadRequest);

        Assert.Contains("Kies waar u woont.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyBackings_AreOneLineOnTheTimeline_AndMailNobody()
    {
        var follower = await Data.PersonAsync();
        for (var number = 0; number < 30; number++)
        {
            await BackAsync(await Data.PersonAsync(), Place.Village.Id);
        }

        var visitor = await VisitAsync();

        var lines = visitor.Page.QuerySelectorAll("section[aria-labelledby=tijdlijn] li").Select(li => li.TextContent);
        Assert.Single(lines, line => line.Contains("30 mensen dit initiatief", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("leverde een idee in", StringComparison.Ordinal));
        Assert.Equal(30, await CountAsync(BackingVerbs.Given));
        Assert.Equal(
            0,
            await Host.DbAsync(db => db.PendingDispatches.CountAsync(p => p.JournalEntry!.Verb == BackingVerbs.Given))
        );
        Assert.NotNull(follower);
    }

    [Fact]
    public async Task Erasing_LeavesTheCountTrueAndTheNameUnseen()
    {
        var person = await Data.PersonAsync("Mevrouw Weg");
        await BackAsync(person, Place.Village.Id, name: true);
        var data = new SupportOwnData();
        var part = await Host.DbAsync(db =>
            data.ReadAsync(db, Texts.Load(Repository.Source), person.Id, TestContext.Current.CancellationToken)
        );
        Assert.Single(part.Rows);

        await Host.DbAsync(async db =>
        {
            await data.EraseAsync(db, person.Id, true, Data.Now(person.Id), TestContext.Current.CancellationToken);
            await db.SaveChangesAsync();
        });

        var text = (await VisitAsync()).Text;
        Assert.Contains("1 mens steunt dit.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mevrouw Weg", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoOnlyConfirmedTheAddress_IsNotForgottenAsAStranger()
    {
        var person = await Data.PersonAsync("");
        await BackAsync(person, Place.Village.Id);
        Host.Time.Advance(TimeSpan.FromDays(40));

        await Host.DbAsync(db => new Strangers(Host.Time).RunAsync(db, TestContext.Current.CancellationToken));

        Assert.NotNull(
            await Host.DbAsync(db => db.People.Where(p => p.Id == person.Id).Select(p => p.Email).SingleAsync())
        );
    }

    [Fact]
    public async Task EnteredByTelephone_CountsOnceForOneNeighbour_AndIsMarked()
    {
        var browser = await OpenAsync(Place.ContactPerson, "steun/invoeren");
        (string, string)[] fields =
        [
            ("Steun", "ja"),
            ("Per telefoon", "ja"),
            ("Naam van diegene", "Opa Jansen"),
            ("Telefoonnummer", "0593 12 34 56"),
            ("Waar woont diegene?", Place.Village.Subject!.Title),
        ];
        await browser.SubmitAsync("Voer dit in", fields: fields);
        Assert.Contains("De steun telt mee.", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(SupportLinks.EnterForSomeone(Initiative.Id));
        fields[3] = ("Telefoonnummer", "0593-123456");
        fields[2] = ("Naam van diegene", "opa jansen");
        await browser.SubmitAsync("Voer dit in", fields: fields);

        Assert.Contains("Deze persoon telde al mee.", browser.Text, StringComparison.Ordinal);
        Assert.Equal((1, 0), await FiguresAsync());
        var entered = await Host.DbAsync(db =>
            db.Backings.Include(b => b.Contribution).SingleAsync(b => b.InitiativeId == Initiative.Id)
        );
        Assert.Equal(Place.ContactPerson.Id, entered.Contribution!.EnteredById);
        Assert.Equal(Place.Association.Id, entered.Contribution.EnteredForId);
        var given = await Host.DbAsync(db =>
            db.Set<JournalEntry>().SingleAsync(e => e.SubjectId == Initiative.Id && e.Verb == BackingVerbs.Given)
        );
        Assert.Equal(Place.ContactPerson.Id, given.EnteredById);
    }

    [Fact]
    public async Task EnteringForSomeone_IsForHelpersOfThisVillage()
    {
        var other = await Data.PlaceAsync();
        foreach (
            var (person, may) in new[]
            {
                (Place.ContactPerson, true),
                (Place.Liaison, true),
                (other.ContactPerson, false),
                (Initiator, false),
            }
        )
        {
            Assert.Equal(
                may ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                (await Host.Browser(person).AskAsync(SupportLinks.EnterForSomeone(Initiative.Id))).StatusCode
            );
        }
    }

    private async Task BackAsync(Person person, long? village, bool name = false, bool expected = true) =>
        Assert.Equal(
            expected,
            await Host.DbAsync(db =>
                Backings.BackAsync(
                    db,
                    Initiative.Id,
                    new BackingChoice(village, name),
                    Data.Now(person.Id),
                    TestContext.Current.CancellationToken
                )
            )
        );

    private async Task<(int, int)> FiguresAsync()
    {
        var figures = await Host.DbAsync(db => db.FiguresAsync(Initiative.Id, TestContext.Current.CancellationToken));
        return (figures.FromVillage, figures.FromElsewhere);
    }
}
