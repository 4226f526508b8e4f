using System.Globalization;
using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Dossiers;

/// <summary>The page of a dossier and what officers do with it (C1–C3).</summary>
public sealed class DossierTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
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
    public async Task Edit_KeepsWhatWasFixedToBeRead_WithTheDate()
    {
        var dossier = await OpenAsync("Wat vaststond");
        var browser = await host.Browser(Officer).OpenAsync(DossierLinks.Edit(dossier.Id));

        await browser.SubmitAsync("Bewaar", fields: ("Wat staat al vast?", "Er komen veertig woningen"));

        var visitor = await VisitAsync(dossier);
        Assert.Contains("Er komen veertig woningen", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("1 keer veranderd: lees wat er eerst stond", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("De wet van het Rijk", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_IsSeenInTheStepsAndOnTheTimeline()
    {
        var dossier = await OpenAsync("Op naar het ontwerp");
        var browser = await host.Browser(Officer).OpenAsync(DossierLinks.Move(dossier.Id));
        await browser.SubmitAsync("Zet het in deze stap", fields: [("Verkenning", "nee"), ("Ontwerp", "ja")]);

        var visitor = await VisitAsync(dossier);

        Assert.Contains("zette het plan in de stap 'Ontwerp'", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(
            "Ontwerp",
            visitor.Page.QuerySelector(".brink-path__step--now .brink-path__name")!.TextContent.Trim()
        );
        Assert.Contains("gepland was", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replan_NeedsAReason_AndShowsTheOldDate()
    {
        var dossier = await OpenAsync("De planning schuift");
        var old = Brink.Platform.Localisation.Formats.Date(Data.Now().Today.AddDays(60));
        var browser = await host.Browser(Officer).OpenAsync(DossierLinks.Replan(dossier.Id));
        await browser.SubmitAsync("Verander de datums", HttpStatusCode.BadRequest, ("Planned.Draft", Day(90)));
        Assert.Contains("Schrijf waarom de datum verandert.", browser.Text, StringComparison.Ordinal);
        Assert.Contains(Day(90), browser.Body, StringComparison.Ordinal);

        await browser.SubmitAsync(
            "Verander de datums",
            fields: ("Waarom verandert het?", "Er is meer onderzoek nodig.")
        );

        var visitor = await VisitAsync(dossier);
        Assert.Contains("in plaats van " + old, visitor.Text, StringComparison.Ordinal);
        Assert.Contains("omdat: Er is meer onderzoek nodig.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandOver_ChangesWhoCanBeCalled()
    {
        var dossier = await OpenAsync("Naar een collega");
        var colleague = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality);
        var browser = await host.Browser(Officer).OpenAsync(DossierLinks.HandOver(dossier.Id));
        await browser.SubmitAsync("Draag het over", fields: ("Welke collega?", colleague.Name));

        var visitor = await VisitAsync(dossier);

        Assert.Contains(colleague.Name, visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Officer.Name, visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_SaysWhy_AndGivesOnePageFromFirstWordToDecision()
    {
        var dossier = await OpenAsync("Het besluit valt");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Browser().AskAsync(DossierLinks.Whole(dossier.Id))).StatusCode
        );
        var browser = await host.Browser(Officer).OpenAsync(DossierLinks.End(dossier.Id));
        await browser.SubmitAsync("Rond het dossier af", HttpStatusCode.BadRequest, ("Er is een besluit", "ja"));
        await browser.SubmitAsync(
            "Rond het dossier af",
            fields: [("Er is een besluit", "ja"), ("Wat is het, en waarom?", "De raad stemde voor, met de bus erbij.")]
        );

        var visitor = await VisitAsync(dossier);
        Assert.Contains("met de bus erbij", visitor.Text, StringComparison.Ordinal);
        await visitor.OpenAsync(DossierLinks.Whole(dossier.Id));
        Assert.Contains("Van eerste woord tot besluit", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(Place.Association.Name, visitor.Text, StringComparison.Ordinal);
        Assert.Contains("vertelde dit plan", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_IsFilteredByStageVillageThemeAndWords_AndTheVillageShowsIt()
    {
        var dossier = await OpenAsync("Zonnepanelen op de schuur");
        var elsewhere = await DossierExamples.OpenAsync(
            Data,
            await Data.PlaceAsync(),
            Officer,
            "Een heel ander onderwerp"
        );
        await DossierExamples.ChangeAsync(host, elsewhere.Id, d => d.GoTo(Stage.Council, Data.Now(Officer.Id)));

        foreach (
            var query in new[]
            {
                $"dorp={Place.Village.Id}",
                "zoek=zonnepanelen",
                "stap=voornemen",
                "stand=loopt&zoek=schuur",
            }
        )
        {
            var list = await host.Browser().OpenAsync(DossierLinks.List + "?" + query);
            Assert.Contains("Zonnepanelen op de schuur", list.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Een heel ander onderwerp", list.Text, StringComparison.Ordinal);
        }

        var none = await host.Browser().OpenAsync(DossierLinks.List + "?zoek=bestaatniet");
        Assert.Contains("Niets gevonden", none.Text, StringComparison.Ordinal);
        var village = await host.Browser().OpenAsync($"/dorpen/{Place.Village.Id}-x");
        Assert.Contains("Zonnepanelen op de schuur", village.Text, StringComparison.Ordinal);
        Assert.Contains("Nog open: Hoeveel woningen", village.Text, StringComparison.Ordinal);
        foreach (
            var address in new[]
            {
                "/zoeken?q=zonnepanelen",
                "/api/v1/dossiers",
                DossierLinks.ListFeed,
                DossierLinks.Feed(dossier.Id),
            }
        )
        {
            Assert.Contains("Zonnepanelen", (await host.Browser().OpenAsync(address)).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task FirstOpening_ByTheAssociation_IsSeenByTheOfficer_AndByNobodyElse()
    {
        var dossier = await OpenAsync("Wie las het");
        Assert.Contains("Nog niet gezien", (await VisitAsync(dossier, Officer)).Text, StringComparison.Ordinal);
        await VisitAsync(dossier, await Data.PersonAsync());
        Assert.Contains("Nog niet gezien", (await VisitAsync(dossier, Officer)).Text, StringComparison.Ordinal);

        await VisitAsync(dossier, Place.ContactPerson);

        Assert.Contains(
            "Voor het eerst geopend op",
            (await VisitAsync(dossier, Officer)).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Voor het eerst geopend", (await VisitAsync(dossier)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATelephoneVillage_IsTheLiaisonsTask_UntilItIsDone()
    {
        await DossierExamples.SuitsAsync(
            Data,
            Place,
            Brink.Features.Places.TailorMade.HowOften.AtOnce,
            [Brink.Features.Places.TailorMade.ReachChannel.Telephone]
        );
        var dossier = await OpenAsync("Bel het dorp");
        Assert.Contains("Dat is nog niet gedaan", (await VisitAsync(dossier)).Text, StringComparison.Ordinal);
        var mine = await host.Browser(Place.Liaison).OpenAsync("/mijn");
        Assert.Contains($"Vertel {Place.Association.Name} over het plan", mine.Text, StringComparison.Ordinal);

        await mine.OpenAsync(DossierLinks.Tell(dossier.Id));
        await mine.SubmitAsync("Dit heb ik gedaan: " + Place.Association.Name);

        Assert.Contains(
            "Uitgenodigd door de dorpscontactambtenaar",
            (await VisitAsync(dossier)).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "over het plan 'Bel het dorp'",
            (await mine.OpenAsync("/mijn")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("aanpassen")]
    [InlineData("stap")]
    [InlineData("planning")]
    [InlineData("overdragen")]
    [InlineData("afronden")]
    public async Task Act_IsForPolicyOfficersOnly(string act)
    {
        var dossier = await OpenAsync("Wie mag dit");
        var colleague = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality);
        Assert.Equal(
            HttpStatusCode.OK,
            (await host.Browser(colleague).AskAsync(DossierLinks.Act(dossier.Id, act))).StatusCode
        );
        foreach (var person in new[] { Place.Liaison, Place.ContactPerson, await Data.PersonAsync() })
        {
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await host.Browser(person).AskAsync(DossierLinks.Act(dossier.Id, act))).StatusCode
            );
        }
    }

    [Fact]
    public async Task Early_CountsPerYear_AlsoWhatDoesNotFlatter()
    {
        var before = await EarlyAsync();
        var late = await DossierExamples.OpenAsync(
            Data,
            Place,
            Officer,
            "Veel te laat",
            new DossierStart(Stage.Draft, Data.Now().Today.AddDays(-31))
        );

        var after = await EarlyAsync();

        Assert.Contains("Veel te laat", after.Text, StringComparison.Ordinal);
        Assert.Contains("-31", after.Text.Replace('−', '-'), StringComparison.Ordinal);
        Assert.Contains("Hoe Brink dit telt", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Veel te laat", before.Text, StringComparison.Ordinal);
        Assert.NotEqual(0, late.Id);
    }

    private async Task<TestBrowser> EarlyAsync() => await host.Browser().OpenAsync(DossierLinks.Early);

    private Task<Dossier> OpenAsync(string title) => DossierExamples.OpenAsync(Data, Place, Officer, title);

    private Task<TestBrowser> VisitAsync(Dossier dossier, Person? person = null) =>
        host.Browser(person).OpenAsync(DossierLinks.Show(dossier.Id, dossier.Subject.Slug));

    private string Day(int days) => Data.Now().Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
