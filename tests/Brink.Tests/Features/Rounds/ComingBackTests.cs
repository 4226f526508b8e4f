using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Features.Rounds;
using Brink.Tests.Features.Dossiers;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>At each later stage who contributed hears, once, what became of it (C9).</summary>
public sealed class ComingBackTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    [Fact]
    public async Task ALaterStage_TellsEachContributorOnce_WithTheOwnWordsAndTheAnswer()
    {
        var made = await RoundsMade.WithAsync(host.Brink);
        var (one, two, silent) = (
            await made.Data.PersonAsync(),
            await made.Data.PersonAsync(),
            await made.Data.PersonAsync()
        );
        var first = await made.SaidAsync(one, "Dertig is genoeg.", heading: "Verkeer");
        var second = await made.SaidAsync(one, "Meer bomen graag.", heading: "Groen");
        await made.SaidAsync(two, "Iets heel anders.");
        await made.SaidAsync(made.Place.ContactPerson, "Namens ons dorp.", organisation: made.Place.Association.Id);
        await made.CloseNowAsync();
        await made.AnsweredAsync(await made.TakenUpAsync(first.Id, second.Id), AnswerOutcome.Partly);
        await made.ReplaceAsync(RoundsMade.FirstText.Replace("60", "30", StringComparison.Ordinal));
        await host.ForgetAsync();
        var officer = await host.Brink.Browser(made.Officer).OpenAsync(DossierLinks.Move(made.DossierId));
        await officer.SubmitAsync("Zet het in deze stap", HttpStatusCode.BadRequest);
        Assert.Contains("Schrijf wat er met de bijdragen gebeurde.", officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(
            "Zet het in deze stap",
            fields: ("Wat gebeurde er met de bijdragen", "De snelheid gaat omlaag.")
        );
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.To(one));
        foreach (
            var words in new[]
            {
                "De snelheid gaat omlaag.",
                "Dertig is genoeg.",
                "Meer bomen graag.",
                "Deels overgenomen, omdat het klopt wat u zegt. De tekst is veranderd.",
                "omdat u of uw vereniging reageerde",
            }
        )
        {
            Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Iets heel anders.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("u krijgt nog antwoord", Assert.Single(host.Mail.To(two)).Text, StringComparison.Ordinal);
        Assert.Contains(
            "Namens ons dorp.",
            Assert.Single(host.Mail.To(made.Place.ContactPerson)).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(host.Mail.To(silent));
    }

    [Fact]
    public async Task OnePress_StopsIt()
    {
        var made = await RoundsMade.WithAsync(host.Brink);
        var person = await made.Data.PersonAsync();
        await made.SaidAsync(person);
        await host.ForgetAsync();
        await DossierExamples.ChangeAsync(
            host.Brink,
            made.DossierId,
            d => d.GoTo(Stage.Exploration, made.Data.Now(made.Officer.Id), "Wij lezen alles.")
        );
        await host.EmptyAsync();
        var stop = Assert.Single(host.Mail.To(person)).UnsubscribeAddress;
        Assert.NotNull(stop);

        var browser = host.Brink.Browser();
        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(stop!).PathAndQuery));
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        await host.ForgetAsync();
        await DossierExamples.ChangeAsync(
            host.Brink,
            made.DossierId,
            d => d.GoTo(Stage.Draft, made.Data.Now(made.Officer.Id), "Er ligt een ontwerp.")
        );
        await host.EmptyAsync();

        Assert.Empty(host.Mail.To(person));
    }

    [Fact]
    public async Task TheDecision_IsToldToContributors_AndStandsOnOnePageWithWhatChanged()
    {
        var made = await RoundsMade.WithAsync(host.Brink);
        var person = await made.Data.PersonAsync();
        var said = await made.SaidAsync(person, heading: "Verkeer");
        await made.SaidAsync(made.Place.ContactPerson, "Namens ons dorp.", organisation: made.Place.Association.Id);
        await made.CloseNowAsync();
        await made.AnsweredAsync(await made.TakenUpAsync(said.Id));
        await host.ForgetAsync();

        await DossierExamples.ChangeAsync(
            host.Brink,
            made.DossierId,
            d => d.Decide("De raad stemde voor.", made.Data.Now(made.Officer.Id))
        );
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.To(person));
        Assert.Contains("De raad stemde voor.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Overgenomen, omdat het klopt wat u zegt.", mail.Text, StringComparison.Ordinal);
        var whole = await host.Brink.Browser().OpenAsync(DossierLinks.Whole(made.DossierId));
        foreach (
            var words in new[]
            {
                "2 reacties van 1 inwoner en 1 vereniging.",
                "Gehoord: " + made.Place.Association.Name,
                "Wat er veranderde door reacties",
                "1. Verkeer",
                "Wat er is toegezegd",
            }
        )
        {
            Assert.Contains(words, whole.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(person.Name + " reageerde", whole.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnPaper_GetsALetter_WithTheNameForTheOfficerOnly()
    {
        var made = await RoundsMade.WithAsync(host.Brink);
        var neighbour = await made.Data.SaveAsync(db =>
        {
            var person = Person.WithTelephone("Buurvrouw Zonder Mail", "0593 111 222", host.Brink.Time.GetUtcNow());
            db.People.Add(person);
            return Task.FromResult(person);
        });
        await made.SaidAsync(neighbour, "De bus is te vroeg.", enteredBy: made.Place.Liaison.Id);
        var page = await host
            .Brink.Browser(made.Officer)
            .OpenAsync(DossierLinks.Show(made.DossierId, "dorpenbeleid-2027"));
        Assert.Contains("1 brief afdrukken", page.Text, StringComparison.Ordinal);

        await page.OpenAsync(DossierLinks.Letters(made.DossierId));

        Assert.Contains("Buurvrouw Zonder Mail", page.Text, StringComparison.Ordinal);
        Assert.Contains("De bus is te vroeg.", page.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", page.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        foreach (var person in new[] { made.Place.ContactPerson, made.Place.Liaison })
        {
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await host.Brink.Browser(person).AskAsync(DossierLinks.Letters(made.DossierId))).StatusCode
            );
        }
    }

    [Fact]
    public async Task TheStageMovesOnWhileAnAnswerIsGiven_BothHappen_AndNobodyHearsTwiceOfOne()
    {
        for (var round = 0; round < 4; round++)
        {
            var made = await RoundsMade.WithAsync(host.Brink);
            var person = await made.Data.PersonAsync();
            var said = await made.SaidAsync(person);
            await made.CloseNowAsync();
            var answer = await made.OfferedAsync(await made.TakenUpAsync(said.Id));
            await host.ForgetAsync();
            var moving = await host.Brink.Browser(made.Officer).OpenAsync(DossierLinks.Move(made.DossierId));
            var giving = await host
                .Brink.Browser(made.Colleague)
                .OpenAsync(RoundLinks.Answer(made.DossierId, made.RoundId, answer));

            var answers = await Task.WhenAll(
                moving.SubmitOnlyAsync("Zet het in deze stap", ("Wat gebeurde er", "Wij gaan verder.")),
                giving.SubmitOnlyAsync("Geef dit antwoord")
            );
            await host.EmptyAsync();

            Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
            Assert.Equal(ReactionState.Answered, (await made.ReactionAsync(said.Id)).State);
            Assert.Equal(2, host.Mail.To(person).Count);
            Assert.Equal(2, host.Mail.To(person).Select(mail => mail.Subject).Distinct().Count());
        }
    }
}
