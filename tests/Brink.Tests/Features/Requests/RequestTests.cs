using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Requests;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Requests;

/// <summary>The municipality asks, the association says yes, no or otherwise, through its pages (I12).</summary>
public sealed class RequestTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private TestData Data { get; } = new(host);

    [Fact]
    public async Task Asking_ShowsTheLoadFirst_AndWaitsWithoutPressing()
    {
        var place = await Data.PlaceAsync();
        await AskedAsync(place, hours: 6, department: "Groen");
        var official = await Data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var asking = await host.Browser(official).OpenAsync(RequestLinks.Choose);
        await asking.SubmitAsync("Verder", fields: ("Vereniging", place.Association.Name));
        Assert.Contains("1 verzoek wacht op antwoord.", asking.Text, StringComparison.Ordinal);
        Assert.Contains("Groen 1 6,0", asking.Text, StringComparison.Ordinal);

        await asking.SubmitAsync("Verder", HttpStatusCode.BadRequest, ("Wat vraagt u?", "Meelezen met het plan"));
        Assert.Contains("Schrijf waarom u dit vraagt.", asking.Text, StringComparison.Ordinal);
        await asking.SubmitAsync(
            "Verder",
            fields:
            [
                ("Waarom?", "Dan klopt het plan."),
                ("Namens welke afdeling?", "Verkeer"),
                ("Wanneer zou het zijn?", "2026-12-10"),
                ("Hoeveel uur", "2,5"),
                ("Antwoord graag", "2026-11-30"),
                ("Wie kan men bellen?", official.Name),
            ]
        );
        Assert.Contains("Klopt dit?", asking.Text, StringComparison.Ordinal);
        await asking.SubmitAsync("Verstuur dit verzoek");

        Assert.Contains("Uw verzoek is verstuurd.", asking.Text, StringComparison.Ordinal);
        Assert.Contains("heeft nog niet gereageerd", asking.Text, StringComparison.Ordinal);
        Assert.Contains("2 verzoeken wachten op antwoord.", asking.Text, StringComparison.Ordinal);
        var address = asking.Address.Split('?')[0];
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().AskAsync(address)).StatusCode);
        foreach (var party in new[] { place.Liaison, place.ContactPerson })
        {
            await host.Browser(party).OpenAsync(address);
        }
    }

    [Fact]
    public async Task No_NeedsNoReason_AndIsShownNeutrally()
    {
        var place = await Data.PlaceAsync();
        var request = await AskedAsync(place);
        var contact = await host.Browser(place.ContactPerson).OpenAsync(RequestLinks.Answer(request.Id));

        await contact.SubmitAsync("Verstuur dit antwoord", fields: ("Nee, dat doen wij niet", "ja"));

        var visitor = await host.Browser().OpenAsync(Address(request));
        Assert.Contains("Gaat niet door", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("weiger", visitor.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await host.DbAsync(db => db.Promises.CountAsync(p => p.SubjectId == request.Id)));
    }

    [Fact]
    public async Task Words_AreForBothParties_AndNotForOthers()
    {
        var place = await Data.PlaceAsync();
        var request = await AskedAsync(place);
        var contact = await host.Browser(place.ContactPerson).OpenAsync(RequestLinks.Answer(request.Id));

        await contact.SubmitAsync(
            "Verstuur dit antwoord",
            fields: [("Nee, dat doen wij niet", "ja"), ("Wilt u er iets bij zeggen?", "Ons bestuur is nu te klein.")]
        );

        Assert.Contains("Ons bestuur is nu te klein.", contact.Text, StringComparison.Ordinal);
        var liaison = await host.Browser(place.Liaison).OpenAsync(Address(request));
        Assert.Contains("Ons bestuur is nu te klein.", liaison.Text, StringComparison.Ordinal);
        foreach (var other in new[] { null, (await Data.PlaceAsync()).ContactPerson })
        {
            var browser = await host.Browser(other).OpenAsync(Address(request));
            Assert.DoesNotContain("Ons bestuur is nu te klein.", browser.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Yes_IsAPromise_ThatTheAssociationKeepsOrReleases()
    {
        var place = await Data.PlaceAsync();
        var request = await AskedAsync(place);
        var contact = await host.Browser(place.ContactPerson).OpenAsync(RequestLinks.Answer(request.Id));
        await contact.SubmitAsync("Verstuur dit antwoord", fields: ("Ja, dat doen wij", "ja"));
        var promise = await host.DbAsync(db => db.Promises.SingleAsync(p => p.SubjectId == request.Id));

        await contact.OpenAsync(PromiseLinks.Show(promise.Id));
        await contact.OpenAsync(PromiseLinks.Release(promise.Id));
        await contact.SubmitAsync("Laat vervallen", fields: ("Waarom", "Onze voorzitter is ziek."));

        Assert.Equal(
            PromiseState.Released,
            await host.DbAsync(db => db.Promises.Where(p => p.Id == promise.Id).Select(p => p.State).SingleAsync())
        );
    }

    [Fact]
    public async Task Otherwise_IsAgreedByTheMunicipality()
    {
        var place = await Data.PlaceAsync();
        var request = await AskedAsync(place);
        var contact = await host.Browser(place.ContactPerson).OpenAsync(RequestLinks.Answer(request.Id));
        await contact.SubmitAsync(
            "Verstuur dit antwoord",
            HttpStatusCode.BadRequest,
            ("Wij doen een ander voorstel", "ja")
        );
        Assert.Contains("Schrijf hoe uw vereniging het wel zou doen.", contact.Text, StringComparison.Ordinal);
        await contact.SubmitAsync(
            "Verstuur dit antwoord",
            fields: [("Wilt u er iets bij zeggen?", "Liever in het voorjaar."), ("Op een andere dag?", "2027-03-20")]
        );
        var mine = await host.Browser(place.Liaison).OpenAsync("/mijn");
        Assert.Contains("deed een ander voorstel", mine.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().AskAsync(Address(request))).StatusCode);

        var liaison = await host.Browser(place.Liaison).OpenAsync(RequestLinks.Settle(request.Id));
        await liaison.SubmitAsync("Akkoord met dit voorstel");

        var due = await host.DbAsync(db =>
            db.Promises.Where(p => p.SubjectId == request.Id).Select(p => p.Due).SingleAsync()
        );
        Assert.Equal(new DateOnly(2027, 3, 20), due);
        Assert.Contains("Gaat door", liaison.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Access_IsForThoseWhoMay_AndForNobodyElse()
    {
        var place = await Data.PlaceAsync();
        var request = await AskedAsync(place);
        var policy = await Data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var councillor = await Data.HolderAsync(Role.Councillor, place.Municipality);
        (string Address, Person Person, HttpStatusCode Expected)[] cases =
        [
            (RequestLinks.Answer(request.Id), place.ContactPerson, HttpStatusCode.OK),
            (RequestLinks.Answer(request.Id), place.Liaison, HttpStatusCode.Forbidden),
            (RequestLinks.Answer(request.Id), councillor, HttpStatusCode.NotFound),
            (RequestLinks.Settle(request.Id), place.Liaison, HttpStatusCode.OK),
            (RequestLinks.Settle(request.Id), policy, HttpStatusCode.Forbidden),
            (RequestLinks.Settle(request.Id), place.ContactPerson, HttpStatusCode.Forbidden),
            (RequestLinks.Choose, place.ContactPerson, HttpStatusCode.Forbidden),
            (RequestLinks.Choose, councillor, HttpStatusCode.Forbidden),
            (RequestLinks.Choose, policy, HttpStatusCode.OK),
            (RequestLinks.Ask(place.Association.Id), policy, HttpStatusCode.OK),
            (RequestLinks.Ask(place.Municipality.Id), policy, HttpStatusCode.NotFound),
        ];
        foreach (var (address, person, expected) in cases)
        {
            var answer = await host.Browser(person).AskAsync(address);
            Assert.True(answer.StatusCode == expected, $"{person.Name} at {address}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task TheList_ShowsOfficialsEachAssociation_AndAnAssociationItsOwn()
    {
        var (place, other) = (await Data.PlaceAsync(), await Data.PlaceAsync());
        var (mine, theirs) = (await AskedAsync(place), await AskedAsync(other));

        var official = await host.Browser(place.Liaison).OpenAsync(RequestLinks.Of(other.Association.Id));
        Assert.Contains(Address(theirs), official.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Address(mine), official.Body, StringComparison.Ordinal);
        Assert.Contains("Wat al gevraagd is", official.Text, StringComparison.Ordinal);
        var contact = await host.Browser(place.ContactPerson).OpenAsync(RequestLinks.List);
        Assert.Contains(Address(mine), contact.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Address(theirs), contact.Body, StringComparison.Ordinal);
        var visitor = await host.Browser().OpenAsync(RequestLinks.List);
        Assert.DoesNotContain(Address(mine), visitor.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoOfTheBoardAtOnce_GiveOneAnswer_AndLoseNoWords()
    {
        for (var round = 0; round < 5; round++)
        {
            var place = await Data.PlaceAsync();
            var chair = await Data.HolderAsync(Role.Chair, place.Association);
            var request = await AskedAsync(place);
            var browsers = new[] { host.Browser(place.ContactPerson), host.Browser(chair) };
            foreach (var browser in browsers)
            {
                await browser.OpenAsync(RequestLinks.Answer(request.Id));
            }

            var answers = await Task.WhenAll(
                browsers[0]
                    .SubmitOnlyAsync("Verstuur dit antwoord", ("Ja, dat doen wij", "ja"), ("Wilt u er", "Woorden 0")),
                browsers[1]
                    .SubmitOnlyAsync(
                        "Verstuur dit antwoord",
                        ("Nee, dat doen wij niet", "ja"),
                        ("Wilt u er", "Woorden 1")
                    )
            );

            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
            var lost = Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
            Assert.Contains("Dit verzoek heeft al een antwoord.", browsers[lost].Text, StringComparison.Ordinal);
            Assert.Contains($"Woorden {lost}", browsers[lost].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AnsweredWhileItIsTakenBack_HasOneOutcome()
    {
        for (var round = 0; round < 5; round++)
        {
            var place = await Data.PlaceAsync();
            var request = await AskedAsync(place);
            var answering = await host.Browser(place.ContactPerson).OpenAsync(RequestLinks.Answer(request.Id));
            var settling = await host.Browser(place.Liaison).OpenAsync(RequestLinks.Settle(request.Id));

            var answers = await Task.WhenAll(
                answering.SubmitOnlyAsync("Verstuur dit antwoord", ("Ja, dat doen wij", "ja")),
                settling.SubmitOnlyAsync("Neem het verzoek terug")
            );

            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
            var now = await host.DbAsync(db => db.VillageRequests.SingleAsync(r => r.Id == request.Id));
            Assert.Equal(
                answers[0].StatusCode == HttpStatusCode.Redirect ? RequestState.Accepted : RequestState.Withdrawn,
                now.State
            );
        }
    }

    private Task<VillageRequest> AskedAsync(Place place, decimal hours = 3, string department = "Verkeer") =>
        RequestExamples.AskedAsync(Data, place, hours, department);

    private static string Address(VillageRequest request) => RequestLinks.Show(request.Id, request.Subject.Slug);
}
