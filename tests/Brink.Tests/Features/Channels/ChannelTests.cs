using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Channels;
using Brink.Features.Dossiers;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Channels;

/// <summary>Quick words between village and officials about a project in hand (U4).</summary>
public sealed class ChannelTests(NoticesHost notices) : IClassFixture<NoticesHost>
{
    private BrinkHost Host => notices.Brink;

    [Fact]
    public async Task Post_IsReadByAll_AndMailedToWhoWorksOnIt()
    {
        var (place, initiator, id) = await ProjectAsync();
        await notices.EmptyAsync();
        await notices.ForgetAsync();
        var liaison = await Host.Browser(place.Liaison).OpenAsync(ChannelLinks.Show(id));
        await liaison.SubmitAsync("Plaats het bericht", fields: ("Uw bericht", "De grond komt dinsdag."));
        await notices.EmptyAsync();

        var visitor = await Host.Browser().OpenAsync(ChannelLinks.Show(id));
        Assert.Contains("De grond komt dinsdag.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(place.Liaison.Name, visitor.Text, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("main form"));
        Assert.Contains("De grond komt dinsdag.", notices.Mail.To(initiator).Single().Text, StringComparison.Ordinal);
        Assert.Empty(notices.Mail.To(place.Liaison));

        // Two within one tick of the clock: each mail holds its own words.
        await notices.ForgetAsync();
        await liaison.SubmitAsync("Plaats het bericht", fields: ("Uw bericht", "De stenen komen woensdag."));
        await notices.EmptyAsync();
        Assert.Contains(
            "De stenen komen woensdag.",
            notices.Mail.To(initiator).Single().Text,
            StringComparison.Ordinal
        );

        using var answering = await Host.Browser(initiator).OpenAsync(ChannelLinks.Show(id));
        await answering.SubmitAsync("Plaats het bericht", fields: ("Uw bericht", "Fijn, wij staan klaar."));
        await visitor.OpenAsync(ChannelLinks.Show(id) + "?pagina=1");
        Assert.Contains("Een initiatiefnemer", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(initiator.Name + ",", visitor.Text, StringComparison.Ordinal);
        await visitor.OpenAsync(InitiativeLinks.Show(id, "x"));
        Assert.NotNull(visitor.Page.QuerySelector($"a[href='{ChannelLinks.Show(id)}']"));
    }

    [Fact]
    public async Task ClosedPost_NeedsAReason_AndIsReadByWhoWorksOnItOnly_NotByMailEither()
    {
        var (place, initiator, id) = await ProjectAsync();
        var contact = await Host.Browser(place.ContactPerson).OpenAsync(ChannelLinks.Show(id));
        await contact.SubmitAsync(
            "Plaats het bericht",
            HttpStatusCode.BadRequest,
            ("Uw bericht", "De buurman is ziek."),
            ("Alleen voor wie", "ja")
        );
        Assert.Contains("Schrijf waarom niet iedereen dit mag lezen.", contact.Text, StringComparison.Ordinal);
        Assert.Contains("De buurman is ziek.", contact.Body, StringComparison.Ordinal);
        await notices.EmptyAsync();
        await notices.ForgetAsync();
        await contact.SubmitAsync(
            "Plaats het bericht",
            fields: ("Waarom mag niet iedereen", "Het gaat over één persoon.")
        );
        await notices.EmptyAsync();

        Assert.Contains("De buurman is ziek.", contact.Text, StringComparison.Ordinal);
        foreach (var other in new[] { null, await notices.Data.PersonAsync() })
        {
            var reader = await Host.Browser(other).OpenAsync(ChannelLinks.Show(id) + "?pagina=1");
            Assert.Contains("Het gaat over één persoon.", reader.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("buurman", reader.Body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("buurman", notices.Mail.To(initiator).Single().Text, StringComparison.Ordinal);
        var feed = Host.Browser();
        await feed.AskAsync($"/initiatieven/{id}/feed");
        Assert.DoesNotContain("buurman", feed.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakenAway_ByTheWriterWithoutAReason_ByTheLiaisonWithOne_ByNobodyElse()
    {
        var (place, initiator, id) = await ProjectAsync();
        var writer = await Host.Browser(initiator).OpenAsync(ChannelLinks.Show(id));
        await writer.SubmitAsync("Plaats het bericht", fields: ("Uw bericht", "Eerste woorden"));
        await writer.SubmitAsync("Plaats het bericht", fields: ("Uw bericht", "Tweede woorden"));
        var posts = await Host.DbAsync(db =>
            db.ChannelPosts.Where(p => p.SubjectId == id).OrderBy(p => p.Id).Select(p => p.Id).ToArrayAsync()
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Host.Browser(place.ContactPerson).AskAsync(ChannelLinks.TakeAway(id, posts[0]))).StatusCode
        );

        await writer.OpenAsync(ChannelLinks.TakeAway(id, posts[0]));
        await writer.SubmitAsync("Haal dit bericht weg");
        var liaison = await Host.Browser(place.Liaison).OpenAsync(ChannelLinks.TakeAway(id, posts[1]));
        await liaison.SubmitAsync("Haal dit bericht weg", HttpStatusCode.BadRequest);
        await liaison.SubmitAsync("Haal dit bericht weg", fields: ("Waarom haalt u", "Er stond een adres in."));

        Assert.Contains("Er stond een adres in.", liaison.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("woorden", liaison.Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await liaison.AskAsync(ChannelLinks.TakeAway(id, posts[1] + 1_000_000))).StatusCode
        );
    }

    [Fact]
    public async Task Plan_HasAChannelForItsOfficersAndVillages_AndWhatIsNotPublicHasNone()
    {
        var (place, _, _) = await ProjectAsync();
        var officer = await notices.Data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var plan = await notices.Data.SaveAsync(async db =>
        {
            var actor = notices.Data.Now(officer.Id) with { OnBehalfOfId = place.Municipality.Id };
            var dossier = Dossier.Begin(
                new DossierWords(
                    "Een plan",
                    "Iets.",
                    "Daarom.",
                    "de raad",
                    "",
                    "Alles.",
                    Brink.Features.Places.TailorMade.InvolvementLevel.Consult
                ),
                place.Municipality.Id,
                [],
                actor
            );
            dossier.Subject.Villages.Add(new() { VillageId = place.Village.Id });
            db.Dossiers.Add(dossier);
            await Task.CompletedTask;
            return dossier;
        });
        foreach (var person in new[] { officer, place.ContactPerson, place.Liaison })
        {
            var browser = await Host.Browser(person).OpenAsync(ChannelLinks.Show(plan.Id));
            await browser.SubmitAsync("Plaats het bericht", fields: ("Uw bericht", $"Woord van {person.Id}"));
        }

        var resident = await Host.Browser(await notices.Data.PersonAsync()).OpenAsync(ChannelLinks.Show(plan.Id));
        Assert.Contains($"Woord van {place.ContactPerson.Id}", resident.Text, StringComparison.Ordinal);
        Assert.Null(resident.Page.QuerySelector("main form"));
        var unconfirmed = await notices.Data.UnconfirmedInitiativeAsync(place, await notices.Data.PersonAsync());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Host.Browser(place.Liaison).AskAsync(ChannelLinks.Show(unconfirmed.Id))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Host.Browser(place.Liaison).AskAsync(ChannelLinks.Show(place.Village.Id))).StatusCode
        );
    }

    private async Task<(Place Place, Person Initiator, long Id)> ProjectAsync()
    {
        var place = await notices.Data.PlaceAsync();
        var initiator = await notices.Data.PersonAsync("Initiatiefnemer Verborgen");
        return (place, initiator, (await notices.Data.InitiativeAsync(place, initiator)).Id);
    }
}
