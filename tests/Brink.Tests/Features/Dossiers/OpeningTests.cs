using System.Globalization;
using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Dossiers.Opening;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Dossiers;

/// <summary>A policy officer opens a dossier, question by question (C1, C2).</summary>
public sealed class OpeningTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    private TestData Data { get; } = new(host);
    private Place Place { get; set; } = null!;
    private Person Officer { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Place = await Data.PlaceAsync();
        Officer = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task SixQuestionsAndACheck_GiveAPublicDossierWithEverythingSaid()
    {
        var browser = await AnswerAsync(Officer, "Snel internet overal", Place);
        Assert.Contains("Krijgt meteen mail.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Wat bij " + Place.Village.Subject!.Title, browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Open het dossier");

        Assert.Contains("Het dossier staat online", browser.Text, StringComparison.Ordinal);
        var id = await NumberAsync("Snel internet overal");
        var page = await host.Browser().OpenAsync(DossierLinks.Show(id, "snel-internet-overal"));
        foreach (
            var said in new[]
            {
                "Waar de kasten komen",
                "De wet op de telecommunicatie",
                "Raadplegen",
                "De gemeenteraad",
                "gepland op " + Brink.Platform.Localisation.Formats.Date(Data.Now().Today.AddDays(40)),
                "Uitgenodigd per mail",
                Place.Association.Name,
                Officer.Name,
                "Er is nog geen ontwerp.",
            }
        )
        {
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }

        Assert.True(
            page.Text.IndexOf("Wat nog open is", StringComparison.Ordinal)
                < page.Text.IndexOf("Wat de gemeente wil doen", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Answers_WaitOnAnyDevice_AndOnMijnBrink()
    {
        var browser = await host.Browser(Officer).OpenAsync(DossierLinks.New);
        await browser.SubmitAsync(
            "Volgende vraag",
            fields: [("Hoe heet het", "Half af"), ("Wat wil de gemeente gaan doen?", "Iets"), ("Waarom?", "Daarom")]
        );

        var elsewhere = await host.Browser(Officer).OpenAsync(DossierLinks.New);

        Assert.Contains("Half af", elsewhere.Body, StringComparison.Ordinal);
        Assert.Contains(
            "Maak het dossier 'Half af' af",
            (await host.Browser(Officer).OpenAsync("/mijn")).Text,
            StringComparison.Ordinal
        );
        var colleague = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality);
        Assert.DoesNotContain(
            "Half af",
            (await host.Browser(colleague).OpenAsync(DossierLinks.New)).Body,
            StringComparison.Ordinal
        );
        await elsewhere.SubmitAsync("Gooi dit weg en begin opnieuw");
        Assert.DoesNotContain("Half af", elsewhere.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsMissing_IsSaidAtTheField_AndNothingTypedIsLost()
    {
        var browser = await host.Browser(Officer).OpenAsync(DossierLinks.New);
        await browser.SubmitAsync(
            "Volgende vraag",
            HttpStatusCode.BadRequest,
            ("Wat wil de gemeente gaan doen?", "Dit typte ik")
        );
        Assert.Contains("Zeg in een paar woorden waar het om gaat.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Dit typte ik", browser.Body, StringComparison.Ordinal);

        await browser.SubmitAsync("Volgende vraag", fields: [("Hoe heet het", "X"), ("Waarom?", "Y")]);
        await browser.SubmitAsync("Volgende vraag");
        await browser.SubmitAsync("Volgende vraag");
        await browser.SubmitAsync("Volgende vraag", HttpStatusCode.BadRequest);
        Assert.Contains("Schrijf wat dorpen nog kunnen veranderen.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Volgende vraag", fields: ("Wat kunnen dorpen nog veranderen?", "Alles"));
        await browser.SubmitAsync(
            "Volgende vraag",
            HttpStatusCode.BadRequest,
            ("Planned.Draft", Day(50)),
            ("Planned.Council", Day(20))
        );
        Assert.Contains("Deze datum ligt vóór de datum van een eerdere stap.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Volgende vraag", HttpStatusCode.BadRequest, ("Planned.Draft", "morgen"));
    }

    [Fact]
    public async Task APlanThatIsToldLate_SaysSinceWhenThereIsADraft_AndThatIsShown()
    {
        var browser = await AnswerAsync(Officer, "Te laat verteld", Place);
        await browser.OpenAsync(OpeningSteps.Change(OpeningStep.Stages));
        await browser.SubmitAsync(
            "Bewaar deze wijziging",
            HttpStatusCode.BadRequest,
            ("Waar staat het plan nu?", "Ontwerp")
        );
        Assert.Contains("Vul in sinds wanneer er een ontwerp is.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Bewaar deze wijziging", fields: ("Is er al een ontwerp?", Day(-20)));
        await browser.SubmitAsync("Open het dossier");
        await browser.OpenAsync(DossierLinks.Show(await NumberAsync("Te laat verteld"), "te-laat-verteld"));

        Assert.Contains(
            "Nee. Het ontwerp was er al 20 dagen toen dorpen het hoorden.",
            browser.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task NobodyElse_MayOpenADossier()
    {
        foreach (var person in new[] { Place.Liaison, Place.ContactPerson, await Data.PersonAsync() })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await host.Browser(person).AskAsync(DossierLinks.New)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await host.Browser().AskAsync(DossierLinks.New)).StatusCode);
    }

    [Fact]
    public async Task PublishingTwiceAtOnce_MakesOneDossier()
    {
        for (var round = 0; round < 4; round++)
        {
            var title = $"Twee keer gedrukt {round}";
            var first = await AnswerAsync(Officer, title, Place);
            var second = await host.Browser(Officer).OpenAsync(OpeningSteps.Address(OpeningStep.Check));

            await Task.WhenAll(
                first.SubmitOnlyAsync("Open het dossier"),
                first.Copy().SendAsync(first.Form("Open het dossier")),
                second.SubmitOnlyAsync("Open het dossier")
            );

            Assert.Equal(1, await host.DbAsync(db => db.Dossiers.CountAsync(d => d.Subject.Title == title)));
        }
    }

    [Fact]
    public async Task Invitations_GoAsTheVillageWants()
    {
        var theme = await Data.SaveAsync(db =>
        {
            var made = new Theme
            {
                Subject = Subject.Create(SubjectKind.Theme, "Ruimte", Visibility.Public, host.Time.GetUtcNow()),
                Order = 900,
            };
            db.Themes.Add(made);
            return Task.FromResult(made);
        });
        var (rather, paper, weekly) = (
            await SuitedAsync(HowOften.AtOnce, [], theme.Id),
            await SuitedAsync(HowOften.AtOnce, [ReachChannel.Paper], null),
            await SuitedAsync(HowOften.Weekly, [ReachChannel.Mail], null)
        );

        var rows = await host.DbAsync(db =>
            db.InvitingAsync(
                [Place.Village.Id, rather.Village.Id, paper.Village.Id, weekly.Village.Id],
                [theme.Id],
                host.Time.GetUtcNow(),
                Data.Now().Today,
                default
            )
        );

        InvitedHow HowOf(Place place) => rows.Single(r => r.OrganisationId == place.Association.Id).How;
        Assert.Equal(InvitedHow.Mail, HowOf(Place));
        Assert.Equal(InvitedHow.RatherNot, HowOf(rather));
        Assert.Equal(InvitedHow.Liaison, HowOf(paper));
        Assert.Equal(InvitedHow.Mail, HowOf(weekly));
        Assert.True(rows.Single(r => r.OrganisationId == weekly.Association.Id).MailFrom > host.Time.GetUtcNow());
    }

    private async Task<Place> SuitedAsync(HowOften often, ReachChannel[] channels, long? ratherNot)
    {
        var place = await Data.PlaceAsync();
        await DossierExamples.SuitsAsync(Data, place, often, channels, ratherNot);
        return place;
    }

    private async Task<TestBrowser> AnswerAsync(Person officer, string title, Place place)
    {
        var browser = await host.Browser(officer).OpenAsync(DossierLinks.New);
        await browser.SubmitAsync(
            "Volgende vraag",
            fields:
            [
                ("Hoe heet het", title),
                ("Wat wil de gemeente gaan doen?", "Overal komt glasvezel."),
                ("Waarom?", "Niet elk dorp heeft het."),
            ]
        );
        await browser.SubmitAsync("Volgende vraag", fields: (place.Village.Subject!.Title, "ja"));
        await browser.SubmitAsync("Volgende vraag");
        await browser.SubmitAsync(
            "Volgende vraag",
            fields:
            [
                ("Wat kunnen dorpen nog veranderen?", "Waar de kasten komen"),
                ("Wat staat al vast?", "De wet op de telecommunicatie"),
            ]
        );
        await browser.SubmitAsync("Volgende vraag", fields: ("Planned.Draft", Day(40)));
        await browser.SubmitAsync("Volgende vraag");
        Assert.Contains("Klopt het zo?", browser.Text, StringComparison.Ordinal);
        return browser;
    }

    private Task<long> NumberAsync(string title) =>
        host.DbAsync(db => db.Dossiers.Where(d => d.Subject.Title == title).Select(d => d.Id).SingleAsync());

    private string Day(int days) => Data.Now().Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
