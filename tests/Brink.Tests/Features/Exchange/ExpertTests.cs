using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Exchange;
using Brink.Features.Exchange.Experts;
using Brink.Features.Places;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Exchange;

/// <summary>Finding and asking somebody who knows (X1).</summary>
public sealed class ExpertTests(NoticesHost host) : IClassFixture<NoticesHost>, IAsyncLifetime
{
    private TestData Data => host.Data;
    private Place place = null!;
    private Person knower = null!;
    private Person asker = null!;

    public async ValueTask InitializeAsync()
    {
        place = await Data.PlaceAsync();
        knower = await Data.PersonAsync("Kenner Kennersma");
        asker = await Data.PersonAsync("Vrager Vraagstra");
        await host.ForgetAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Join_ChangeAndLeave_AreTheKeepersOwn()
    {
        var browser = await host.Brink.Browser(knower).OpenAsync("/wie-weet-het/nieuw");
        await browser.SubmitAsync(
            "Bewaar",
            fields:
            [
                ("Naam op de lijst", "Kenner K."),
                ("Waar weet u veel van?", "vleermuizen, marterkasten"),
                (place.Village.Subject!.Title, "ja"),
            ]
        );
        Assert.Contains("vleermuizen, marterkasten", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Bijgewerkt op 2 november 2026.", browser.Text, StringComparison.Ordinal);
        var address = browser.Address;
        var id = await IdOfAsync("Kenner K.");
        await host.Brink.Browser(asker).OpenAsync(ExchangeLinks.EditExpert(id), HttpStatusCode.Forbidden);

        await browser.OpenAsync(ExchangeLinks.EditExpert(id));
        await browser.SubmitAsync("Bewaar", fields: ("Wat mag iemand u vragen?", "Alles over zolders."));
        Assert.Contains("Alles over zolders.", browser.Text, StringComparison.Ordinal);

        await browser.OpenAsync(ExchangeLinks.LeaveExperts(id));
        await browser.SubmitAsync("Ja, haal mij van de lijst");
        await host.Brink.Browser().OpenAsync(address, HttpStatusCode.Gone);
        Assert.False(
            await host.Brink.DbAsync(db =>
                db.Experts.AnyAsync(e => e.Id == id && (e.Topics != "" || e.CanAsk != "" || e.Subject.Title != ""))
            )
        );
    }

    [Fact]
    public async Task List_FindsByWordFormsAndVillage()
    {
        var elsewhere = await Data.PlaceAsync();
        await Data.ExpertAsync(knower, "Weet van daken", "daken en zonnepanelen", [place.Village.Id]);
        await Data.ExpertAsync(knower, "Weet van daken elders", "dak", [elsewhere.Village.Id]);
        await Data.ExpertAsync(knower, "Weet overal van daken", "daken");
        await Data.ExpertAsync(knower, "Weet van schapen", "schapen", [place.Village.Id]);

        var list = await host.Brink.Browser().OpenAsync($"/wie-weet-het?zoek=dak&dorp={place.Village.Id}");

        Assert.Contains("Weet van daken", list.Text, StringComparison.Ordinal);
        Assert.Contains("Weet overal van daken", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Weet van daken elders", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Weet van schapen", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(knower.Email!, list.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_GoesAndComesBackWithoutAnAddress()
    {
        var expert = await Data.ExpertAsync(knower);
        await host.ForgetAsync();
        var asking = await host.Brink.Browser(asker).OpenAsync(ExchangeLinks.AskExpert(expert.Id));
        await asking.SubmitAsync("Verstuur mijn vraag", fields: ("Uw vraag", "Welke subsidie is er voor ons dak?"));
        await host.EmptyAsync();
        var toKnower = Assert.Single(host.Mail.To(knower));
        Assert.Contains("Welke subsidie is er voor ons dak?", toKnower.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(asker.Email!, toKnower.Text, StringComparison.Ordinal);
        host.Mail.Clear();

        var answering = await host.Brink.Browser().OpenAsync(ExchangeMade.LinkIn(toKnower.Text, "/inloggen/link/"));
        await answering.SubmitAsync("Nu inloggen");
        await answering.SubmitAsync(
            "Verstuur mijn antwoord",
            fields: ("Uw antwoord", "De provincie heeft een regeling.")
        );

        await host.EmptyAsync();
        var toAsker = Assert.Single(host.Mail.To(asker));
        Assert.Contains("De provincie heeft een regeling.", toAsker.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(knower.Email!, toAsker.Text, StringComparison.Ordinal);
        var read = await host.Brink.Browser(asker).OpenAsync(asking.Address);
        Assert.Contains("De provincie heeft een regeling.", read.Text, StringComparison.Ordinal);
        await host.Brink.Browser(place.Liaison).OpenAsync(asking.Address.Split('?')[0], HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Question_ByAStranger_ReachesTheKnowerOnlyAfterTheMailIsConfirmed()
    {
        var expert = await Data.ExpertAsync(knower);
        await host.ForgetAsync();
        var asking = await host.Brink.Browser().OpenAsync(ExchangeLinks.AskExpert(expert.Id));
        await asking.SubmitAsync(
            "Verstuur mijn vraag",
            fields:
            [
                ("Uw naam", "Piet"),
                ("Uw mailadres", "piet1@voorbeeld.example"),
                ("Uw vraag", "Mag ik iets vragen?"),
            ]
        );
        await host.EmptyAsync();
        Assert.Empty(host.Mail.To(knower));
        var mail = Assert.Single(host.Mail.Sent, m => m.ToAddress == "piet1@voorbeeld.example");

        var confirming = await host.Brink.Browser().OpenAsync(ExchangeMade.LinkIn(mail.Text, "/hulp/bevestigen/"));
        await confirming.SubmitAsync("Ja, verstuur mijn bericht");

        await host.EmptyAsync();
        Assert.Single(host.Mail.To(knower));
    }

    [Fact]
    public async Task Questions_OfOnePersonInADay_AreBounded()
    {
        var expert = await Data.ExpertAsync(knower);
        for (var number = 0; number < AskModel.MostOfOne; number++)
        {
            var asking = await host.Brink.Browser(asker).OpenAsync(ExchangeLinks.AskExpert(expert.Id));
            await asking.SubmitAsync("Verstuur mijn vraag", fields: ("Uw vraag", $"Vraag {number}"));
        }

        var toomuch = await host.Brink.Browser(asker).OpenAsync(ExchangeLinks.AskExpert(expert.Id));
        await toomuch.SubmitAsync("Verstuur mijn vraag", HttpStatusCode.BadRequest, ("Uw vraag", "Nog een"));

        Assert.Contains("U stelde vandaag al 5 vragen.", toomuch.Text, StringComparison.Ordinal);
        Assert.Contains("Nog een", toomuch.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Specialist_IsChosenByTheAssociation_AndEitherSideEndsIt()
    {
        var expert = await Data.ExpertAsync(knower);
        await host.Brink.Browser(asker).OpenAsync(ExchangeLinks.MarkExpert(expert.Id), HttpStatusCode.Forbidden);
        var board = await host.Brink.Browser(place.ContactPerson).OpenAsync(ExchangeLinks.MarkExpert(expert.Id));
        await board.SubmitAsync("Kies als specialist van " + place.Association.Name);

        var show = await host.Brink.Browser().OpenAsync(ExchangeLinks.Expert(expert.Id, expert.Subject.Slug));
        Assert.Contains("Specialist van " + place.Association.Name, show.Text, StringComparison.Ordinal);

        var own = await host.Brink.Browser(knower).OpenAsync(ExchangeLinks.MarkExpert(expert.Id));
        await own.SubmitAsync("Stop hiermee: " + place.Association.Name);
        show = await host.Brink.Browser().OpenAsync(ExchangeLinks.Expert(expert.Id, expert.Subject.Slug));
        Assert.DoesNotContain("Specialist van", show.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Specialist_OfAnAssociationThatOneDoesNotSpeakFor_IsRefused()
    {
        var (expert, other) = (await Data.ExpertAsync(knower), await Data.PlaceAsync());
        var board = await host.Brink.Browser(place.ContactPerson).OpenAsync(ExchangeLinks.MarkExpert(expert.Id));

        await board.SubmitAsync(
            "Kies als specialist van " + place.Association.Name,
            HttpStatusCode.BadRequest,
            ("OrganisationId", other.Association.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );

        Assert.False(await host.Brink.DbAsync(db => db.ExpertMarks.AnyAsync(m => m.ExpertId == expert.Id)));
    }

    [Fact]
    public async Task Official_MayOfferKnowledgeForTheMunicipality()
    {
        var browser = await host.Brink.Browser(place.Liaison).OpenAsync("/wie-weet-het/nieuw");

        await browser.SubmitAsync(
            "Bewaar",
            fields:
            [
                ("Namens " + place.Municipality.Name, "ja"),
                ("Naam op de lijst", "Vergunningen bij de gemeente"),
                ("Waar weet u veel van?", "vergunningen"),
            ]
        );

        Assert.Contains("Van " + place.Municipality.Name, browser.Text, StringComparison.Ordinal);
    }

    private Task<long> IdOfAsync(string name) =>
        host.Brink.DbAsync(db =>
            db.Experts.Where(e => e.Subject.Title == name).OrderByDescending(e => e.Id).Select(e => e.Id).FirstAsync()
        );
}
