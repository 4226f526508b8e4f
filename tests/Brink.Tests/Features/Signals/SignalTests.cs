using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Signals;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Signals;

/// <summary>Raising, looking at, passing on, answering, merging, splitting and hiding, as people see it (S1, S2).</summary>
public sealed class SignalTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    private TestData Data { get; } = new(host);
    private Place Place { get; set; } = null!;
    private Person Sender { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Place = await Data.PlaceAsync();
        Sender = await Data.PersonAsync("Bewoonster");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_Raise_WithoutAccount_IsPublicOnlyAfterTheLinkInTheMail()
    {
        var browser = await host.Browser().OpenAsync(SignalLinks.TellOf(SignalKind.Bottleneck));
        await browser.SubmitAsync(
            "Verder",
            fields:
            [
                ("Wat speelt er", "Losse hekken bij de school"),
                ("Vertel er meer over", "Bij storm waaien ze om."),
                ("In welk dorp?", Place.Village.Subject!.Title),
                ("Uw naam", "Truus"),
                ("Uw mailadres", $"truus{Environment.TickCount64}@voorbeeld.example"),
            ]
        );
        Assert.Contains("Klopt het zo?", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Bij storm waaien ze om.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Verstuur");
        Assert.Contains("Bijna klaar: kijk in uw mail", browser.Text, StringComparison.Ordinal);

        var signal = await host.DbAsync(db =>
            db.Signals.Include(s => s.Subject)
                .Include(s => s.Contribution)
                .SingleAsync(s => s.Subject.Title == "Losse hekken bij de school")
        );
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().AskAsync(signal.Address())).StatusCode);
        Assert.DoesNotContain(
            "Losse hekken",
            (await host.Browser().OpenAsync("/signalen")).Text,
            StringComparison.Ordinal
        );

        var secret = await LinkAsync(signal.Contribution!.ByPersonId!.Value, signal.Id);
        var confirming = await host.Browser().OpenAsync(SignalLinks.ConfirmHandIn(secret));
        await confirming.SubmitAsync("Ja, zet mijn signaal online");

        var visitor = await host.Browser().OpenAsync(signal.Address());
        Assert.Contains("De gemeente pakt dit uiterlijk", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Verteld door een inwoner", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Losse hekken", (await host.Browser().OpenAsync("/signalen")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "Losse hekken",
            (await host.Browser().OpenAsync(PlacesLinks.Village(Place.Village.Id, Place.Village.Subject.Slug))).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_Raise_WithNothingFilledIn_SaysWhatIsMissingAtEachField()
    {
        var browser = await host.Browser().OpenAsync(SignalLinks.TellOf(SignalKind.Chance));

        await browser.SubmitAsync("Verder", HttpStatusCode.BadRequest, ("Uw naam", "Truus"));

        Assert.Contains("Zeg in een paar woorden wat er speelt.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Vertel wat er speelt.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Kies het dorp waar het speelt.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Truus", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Raise_ByTheContactPersonForACaller_IsMarkedAsEntered()
    {
        var browser = await host.Browser(Place.ContactPerson).OpenAsync(SignalLinks.TellOf(SignalKind.Bottleneck));
        await browser.SubmitAsync(
            "Verder",
            fields:
            [
                ("Wat speelt er", "Bus rijdt niet meer"),
                ("Vertel er meer over", "Ouderen komen niet bij de dokter."),
                ("In welk dorp?", Place.Village.Subject!.Title),
                ("From", "voor-" + Place.Association.Id),
                ("Naam van diegene", "Meneer Vos"),
            ]
        );
        await browser.SubmitAsync("Verstuur");

        Assert.Contains("Uw signaal staat online", browser.Text, StringComparison.Ordinal);
        var signal = await host.DbAsync(db =>
            db.Signals.Include(s => s.Subject).SingleAsync(s => s.Subject.Title == "Bus rijdt niet meer")
        );
        var visitor = await host.Browser().OpenAsync(signal.Address());
        Assert.Contains(
            $"Ingevoerd door {Place.Association.Name}, per telefoon",
            visitor.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Meneer Vos", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Triage_GivesADateThatEverybodySees_AndALateAnswerShows()
    {
        var signal = await Data.SignalAsync(host, Place, Sender);
        var browser = await host.Browser(Place.Liaison).OpenAsync(SignalLinks.Triage(signal.Id));
        var due = host.Today().AddDays(10);
        await browser.SubmitAsync(
            "Geef deze datum",
            fields: ("Uiterlijk wanneer", due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
        );

        var visitor = await host.Browser().OpenAsync(signal.Address());
        Assert.Contains(
            $"De gemeente antwoordt uiterlijk {Brink.Platform.Localisation.Formats.Date(due)}",
            visitor.Text,
            StringComparison.Ordinal
        );
        await MakeLateAsync(signal.Id);
        Assert.Contains(
            "te laat",
            (await host.Browser(Place.Liaison).OpenAsync(SignalLinks.Work)).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Dit antwoord is 2 dagen te laat.",
            (await host.Browser(Sender).OpenAsync(signal.Address())).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Get_Triage_ShowsOpenSignalsThatLookLikeIt()
    {
        await Data.SignalAsync(host, Place, Sender, "Gevaarlijk zebrapad bij de Schoolstraat");
        var second = await Data.SignalAsync(host, Place, Sender, "Het zebrapad is onveilig");

        var page = await host.Browser(Place.Liaison).OpenAsync(SignalLinks.Triage(second.Id));

        Assert.Contains("Gevaarlijk zebrapad bij de Schoolstraat", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Answer_IsSeenFirstAsTheSenderReadsItAndThenSent()
    {
        var signal = await Data.SignalAsync(host, Place, Sender);
        var browser = await host.Browser(Place.Liaison).OpenAsync(SignalLinks.Answer(signal.Id));
        await browser.SubmitAsync(
            "Bekijk hoe de indiener dit leest",
            fields: [("Pakken we op", "ja"), ("Uw antwoord", "Wij **meten** in mei.")]
        );
        Assert.DoesNotContain(
            "meten",
            (await host.Browser().OpenAsync(signal.Address())).Text,
            StringComparison.Ordinal
        );
        await browser.SubmitAsync("Verstuur dit antwoord");

        var visitor = await host.Browser().OpenAsync(signal.Address());
        Assert.Contains("Wij meten in mei.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Pakken we op", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(0, await OpenPromisesAsync(signal.Id));
    }

    [Fact]
    public async Task Post_Forward_ShowsToWhom_AndTheNoteOnlyToWhoWorksOnIt()
    {
        var signal = await TriagedAsync();
        var police = await Data.OrganisationAsync(OrganisationKind.Police);
        var officer = await Data.HolderAsync(Role.ContactPerson, police);
        var browser = await host.Browser(Place.Liaison).OpenAsync(SignalLinks.Forward(signal.Id));
        await browser.SubmitAsync(
            "Stuur door",
            fields: [("Naar wie?", police.Name), ("Wat wilt u erbij schrijven?", "Kunt u meten?")]
        );

        var visitor = await host.Browser().OpenAsync(signal.Address());
        Assert.Contains($"Doorgestuurd naar {police.Name}", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kunt u meten?", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("De gemeente antwoordt uiterlijk", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Kunt u meten?",
            (await host.Browser(officer).OpenAsync(signal.Address())).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "U bent gevraagd te kijken naar",
            (await host.Browser(officer).OpenAsync("/mijn")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_Accept_MovesTheAnswerToThatOrganisation_ByTheSameDate()
    {
        var signal = await TriagedAsync();
        var police = await Data.OrganisationAsync(OrganisationKind.Police);
        var officer = await Data.HolderAsync(Role.ContactPerson, police);
        await host.ActAsync(Place, signal.Id, (s, a) => s.Forward(new SignalForward { OrganisationId = police.Id }, a));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await host.Browser(officer).AskAsync(SignalLinks.Answer(signal.Id))).StatusCode
        );

        await (await host.Browser(officer).OpenAsync(SignalLinks.Accept(signal.Id))).SubmitAsync(
            "Ja, wij geven het antwoord"
        );

        var promise = await host.DbAsync(db =>
            db.Promises.SingleAsync(p => p.SubjectId == signal.Id && p.State == PromiseState.Open)
        );
        Assert.Equal(police.Id, promise.ByOrganisationId);
        Assert.Equal(host.Today().AddDays(20), promise.Due);
        var answering = await host.Browser(officer).OpenAsync(SignalLinks.Answer(signal.Id));
        await answering.SubmitAsync(
            "Bekijk hoe de indiener dit leest",
            fields: [("Pakken we op", "ja"), ("Uw antwoord", "Wij komen meten.")]
        );
        await answering.SubmitAsync("Verstuur dit antwoord");
        Assert.Contains(
            $"Het antwoord van {police.Name}",
            (await host.Browser().OpenAsync(signal.Address())).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await OpenPromisesAsync(signal.Id));
    }

    [Fact]
    public async Task Post_Merge_LinksToTheOther_AndFollowersGoAlong()
    {
        var first = await Data.SignalAsync(host, Place, Sender, "Overstekende reeën bij het bos");
        var elsewhere = await Data.PlaceAsync();
        var neighbour = await Data.PersonAsync("Buurman");
        var second = await Data.SignalAsync(host, elsewhere, neighbour, "Reeën op de weg bij het bos");
        var browser = await host.Browser(Place.Liaison).OpenAsync(SignalLinks.Merge(second.Id));

        await browser.SubmitAsync("Voeg samen", fields: ("Overstekende reeën", "ja"));

        Assert.Contains("Overstekende reeën", browser.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var visitor = await host.Browser().OpenAsync(second.Address());
        Assert.Contains("Dit gaat verder in een ander signaal", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(visitor.Page.QuerySelectorAll("a"), a => a.GetAttribute("href") == first.Address());
        Assert.True(
            await host.DbAsync(db => db.Follows.AnyAsync(f => f.SubjectId == first.Id && f.PersonId == neighbour.Id))
        );
        Assert.Contains(
            elsewhere.Village.Subject!.Title,
            (await host.Browser().OpenAsync(first.Address())).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_Split_MakesASecondSignalOfTheSendersOwnWords()
    {
        var signal = await Data.SignalAsync(host, Place, Sender, "Twee dingen", "De lamp is stuk.\n\nDe sloot stinkt.");
        var browser = await host.Browser(Place.Liaison).OpenAsync(SignalLinks.Split(signal.Id));

        await browser.SubmitAsync(
            "Splits",
            HttpStatusCode.BadRequest,
            ("Het deel", "Staat er niet"),
            ("Titel van het nieuwe", "Sloot")
        );
        Assert.Contains("staat niet precies zo in het signaal", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Splits", fields: ("Het deel", "De sloot stinkt."));

        Assert.Contains("Sloot", browser.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("De gemeente pakt dit uiterlijk", browser.Text, StringComparison.Ordinal);
        var first = await host.Browser().OpenAsync(signal.Address());
        Assert.DoesNotContain("De sloot stinkt.", first.Text, StringComparison.Ordinal);
        Assert.Contains("Hieruit gehaald: Sloot", first.Text, StringComparison.Ordinal);
        Assert.Equal(
            2,
            await host.DbAsync(db =>
                db.Follows.CountAsync(f => f.PersonId == Sender.Id && f.Subject!.Kind == SubjectKind.Signal)
            )
        );
    }

    [Fact]
    public async Task Post_Hide_TakesTheWordsAwayEverywhere_AndTheJournalHoldsNoWords()
    {
        var signal = await Data.SignalAsync(
            host,
            Place,
            Sender,
            "Overlast van Kwakernaat",
            "Vooral kwakernaat op nummer 12."
        );
        var browser = await host.Browser(Place.Liaison).OpenAsync(SignalLinks.Hide(signal.Id));
        await browser.SubmitAsync(
            "Haal deze woorden weg",
            fields: [("Welke woorden", "Kwakernaat"), ("Een naam van iemand", "ja")]
        );

        var slug = await host.DbAsync(db =>
            db.Subjects.Where(s => s.Id == signal.Id).Select(s => s.Slug).SingleAsync()
        );
        foreach (
            var address in new[]
            {
                SignalLinks.Show(signal.Id, slug),
                "/signalen",
                "/signalen?zoek=kwakernaat",
                "/api/v1/signalen",
                "/zoeken?q=overlast",
                PlacesLinks.Village(Place.Village.Id, Place.Village.Subject!.Slug),
            }
        )
        {
            var body = (await host.Browser().OpenAsync(address)).Body;
            Assert.DoesNotContain(
                "kwakernaat",
                body.Replace("value=\"kwakernaat\"", "", StringComparison.Ordinal)
                    .Replace("zoek=kwakernaat", "", StringComparison.Ordinal),
                StringComparison.OrdinalIgnoreCase
            );
        }

        Assert.Contains(
            Signal.HiddenMark,
            (await host.Browser().OpenAsync(SignalLinks.Show(signal.Id, slug))).Text,
            StringComparison.Ordinal
        );
        var line = await host.DbAsync(db =>
            db.Set<JournalEntry>().SingleAsync(e => e.SubjectId == signal.Id && e.Verb == SignalVerbs.DetailHidden)
        );
        Assert.Equal(Place.Liaison.Id, line.PersonId);
        Assert.Contains("Name", line.About, StringComparison.Ordinal);
        Assert.DoesNotContain("wakernaat", line.About, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("bekijken")]
    [InlineData("doorsturen")]
    [InlineData("antwoord")]
    [InlineData("samenvoegen")]
    [InlineData("splitsen")]
    [InlineData("weghalen")]
    [InlineData("intrekken")]
    public async Task Get_OfAnAct_IsForThoseWhoMayAndForNobodyElse(string act)
    {
        var signal = await TriagedAsync();
        var people = new Dictionary<string, Person>(StringComparer.Ordinal)
        {
            ["liaison"] = Place.Liaison,
            ["sender"] = Sender,
            ["contact person"] = Place.ContactPerson,
            ["official"] = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality),
            ["somebody"] = await Data.PersonAsync(),
        };
        var may = act == "intrekken" ? "sender" : "liaison";
        foreach (var (name, person) in people)
        {
            Assert.Equal(
                name == may ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                (await host.Browser(person).AskAsync($"/signalen/{signal.Id}/{act}")).StatusCode
            );
        }
    }

    private Task<string> LinkAsync(long personId, long subjectId) =>
        host.DbAsync(async db =>
        {
            var (link, secret) = AccessLink.Make(
                LinkPurpose.ConfirmHandIn,
                personId,
                subjectId,
                host.Time.GetUtcNow(),
                TimeSpan.FromDays(1)
            );
            db.AccessLinks.Add(link);
            await db.SaveChangesAsync();
            return secret;
        });

    private async Task<Signal> TriagedAsync()
    {
        var signal = await Data.SignalAsync(host, Place, Sender);
        await host.ActAsync(Place, signal.Id, (s, a) => s.Triage(host.Today().AddDays(20), a));
        return signal;
    }

    private Task<int> OpenPromisesAsync(long id) =>
        host.DbAsync(db => db.Promises.CountAsync(p => p.SubjectId == id && p.State == PromiseState.Open));

    /// <summary>Two days past the date that was given, without moving the clock of the other tests.</summary>
    private Task MakeLateAsync(long id) =>
        host.DbAsync(db =>
            db.Promises.Where(p => p.SubjectId == id && p.State == PromiseState.Open)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.Due, host.Today().AddDays(-2)))
        );
}
