using System.Net;
using System.Text.RegularExpressions;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.Support;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives.Support;

/// <summary>Concerns and backings along the mail, and the mails that come of them.</summary>
public sealed partial class ConcernTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;

    [Fact]
    public async Task Concern_IsHeardByInitiatorsAtOnce_AnsweredInWords_AndToldToWhoVoicedIt()
    {
        var (initiative, place, initiator) = await InitiativeAsync();
        var person = await Data.PersonAsync("Mevrouw Stil");
        var follower = await FollowerAsync(initiative.Id);
        await host.ForgetAsync();
        await VoiceAsync(person, initiative.Id, place, "Wordt het niet te laat in de avond?");
        await host.EmptyAsync();

        Assert.Empty(host.Mail.To(follower));
        var mail = Assert.Single(host.Mail.To(initiator));
        Assert.Contains("Wordt het niet te laat in de avond?", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mevrouw Stil", mail.Text, StringComparison.Ordinal);
        var visitor = await ShowAsync(initiative);
        Assert.Contains("Wordt het niet te laat", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Nog geen antwoord.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mevrouw Stil", visitor.Text, StringComparison.Ordinal);

        using var browser = host.Brink.Browser();
        await browser.OpenAsync(Link(mail.Text, "/inloggen/link/"));
        await browser.SubmitAsync("Nu inloggen");
        await browser.SubmitAsync("Geef dit antwoord", fields: ("Uw antwoord", "Om tien uur gaat het licht uit."));
        await host.EmptyAsync();

        var answer = Assert.Single(host.Mail.To(person));
        Assert.Contains("Om tien uur gaat het licht uit.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("omdat u een zorg schreef", answer.Text, StringComparison.Ordinal);
        visitor = await ShowAsync(initiative);
        Assert.Contains("Om tien uur gaat het licht uit.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog geen antwoord", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(host.Mail.To(follower));
    }

    [Fact]
    public async Task Concern_WithoutAnswer_ShowsForHowLong()
    {
        var (initiative, place, _) = await InitiativeAsync();
        await VoiceAsync(await Data.PersonAsync(), initiative.Id, place, "Wie betaalt de stroom?");
        host.Brink.Time.Advance(TimeSpan.FromDays(9));

        var text = (await ShowAsync(initiative)).Text;

        Assert.Contains("Nog geen antwoord, al 9 dagen.", text, StringComparison.Ordinal);
        Assert.Contains("1 zorg heeft nog geen antwoord.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concern_WaitsOnMijnBrinkOfItsInitiators_AndOfNobodyElse()
    {
        var (initiative, place, initiator) = await InitiativeAsync();
        var person = await Data.PersonAsync();
        await VoiceAsync(person, initiative.Id, place, "Waar laat u de fietsen?");

        Assert.Contains(
            "Waar laat u de fietsen?",
            (await host.Brink.Browser(initiator).OpenAsync("/mijn")).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Waar laat u de fietsen?",
            (await host.Brink.Browser(person).OpenAsync("/mijn")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Concern_CanBeEditedUntilItIsAnswered_ByWhoVoicedItOnly()
    {
        var (initiative, place, initiator) = await InitiativeAsync();
        var person = await Data.PersonAsync();
        var browser = await VoiceAsync(person, initiative.Id, place, "Te druk.");
        await browser.SubmitAsync("Bewaar de nieuwe tekst", fields: ("Uw zorg", "Te druk met auto's."));
        Assert.Contains("Te druk met auto's.", (await ShowAsync(initiative)).Text, StringComparison.Ordinal);
        var id = await ConcernAsync(initiative.Id);
        var address = SupportLinks.OwnConcern(initiative.Id, id);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Brink.Browser(initiator).AskAsync(address)).StatusCode);

        await AnswerAsync(initiator, initiative.Id, id, "Er komt een parkeerplek.");
        await browser.SubmitAsync(
            "Bewaar de nieuwe tekst",
            HttpStatusCode.BadRequest,
            ("Uw zorg", "Toch iets heel anders.")
        );

        Assert.Contains("Uw zorg heeft intussen een antwoord.", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(address);
        await browser.SubmitAsync("Trek mijn zorg in");
        Assert.DoesNotContain("auto's", (await ShowAsync(initiative)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ToWordsThatChangedMeanwhile_IsRefusedAndKept()
    {
        var (initiative, place, initiator) = await InitiativeAsync();
        var voice = await VoiceAsync(await Data.PersonAsync(), initiative.Id, place, "Te hoog.");
        var answer = await host
            .Brink.Browser(initiator)
            .OpenAsync(SupportLinks.AnswerConcern(initiative.Id, await ConcernAsync(initiative.Id)));
        await voice.SubmitAsync("Bewaar de nieuwe tekst", fields: ("Uw zorg", "Te laag."));

        await answer.SubmitAsync(
            "Geef dit antwoord",
            HttpStatusCode.BadRequest,
            ("Uw antwoord", "We maken het lager.")
        );

        Assert.Contains("De zorg is intussen aangepast.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Te laag.", answer.Text, StringComparison.Ordinal);
        Assert.Contains(
            "We maken het lager.",
            answer.Page.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
        await answer.SubmitAsync("Geef dit antwoord");
    }

    [Fact]
    public async Task ConcernByMail_IsReadByNobodyUntilTheLinkIsPressed_AndIsTheSamePersonsLater()
    {
        var (initiative, place, _) = await InitiativeAsync();
        var address = $"zorgen{initiative.Id}@voorbeeld.example";
        using var browser = host.Brink.Browser();
        await browser.OpenAsync(SupportLinks.Voice(initiative.Id));
        await browser.SubmitAsync(
            "Mail mij een link",
            fields:
            [
                ("Uw zorg", "Waar moet de speeltuin dan heen?"),
                ("Waar woont u?", place.Village.Subject!.Title),
                ("Uw mailadres", address),
            ]
        );
        Assert.Contains("Kijk in uw mail", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("speeltuin", (await ShowAsync(initiative)).Text, StringComparison.Ordinal);
        await host.EmptyAsync();
        var link = Link(Assert.Single(host.Mail.Sent, m => m.ToAddress == address).Text, "/zorg/bevestigen/");

        await browser.OpenAsync(link);
        Assert.Contains("Waar moet de speeltuin dan heen?", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Ja, plaats mijn zorg", fields: ("Uw naam", "Jo de Vries"));

        Assert.Contains("Er wacht niets meer op u", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Jo de Vries uit", (await ShowAsync(initiative)).Text, StringComparison.Ordinal);
        var person = await host.Brink.DbAsync(db => db.People.SingleAsync(p => p.Email == address));
        Assert.True(person.EmailConfirmed);
        // Later with an account: it is this person's own.
        var own = await host
            .Brink.Browser(person)
            .OpenAsync(SupportLinks.OwnConcern(initiative.Id, await ConcernAsync(initiative.Id)));
        Assert.Contains("Bewaar de nieuwe tekst", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConcernByMail_NotConfirmed_IsTakenAwayWithItsWords()
    {
        var (initiative, place, _) = await InitiativeAsync();
        using var browser = host.Brink.Browser();
        await browser.OpenAsync(SupportLinks.Voice(initiative.Id));
        await browser.SubmitAsync(
            "Mail mij een link",
            fields:
            [
                ("Uw zorg", "Nooit bevestigd."),
                ("Waar woont u?", place.Village.Subject!.Title),
                ("Uw mailadres", $"nooit{initiative.Id}@voorbeeld.example"),
            ]
        );
        await host.Brink.DbAsync(db => new UnconfirmedConcerns(host.Brink.Time).RunAsync(db, default));
        Assert.Equal(1, await CountAsync(initiative.Id));
        host.Brink.Time.Advance(UnconfirmedConcerns.Stay + TimeSpan.FromHours(1));

        await host.Brink.DbAsync(db => new UnconfirmedConcerns(host.Brink.Time).RunAsync(db, default));

        Assert.Equal(0, await CountAsync(initiative.Id));
    }

    [Fact]
    public async Task ConcernTypedUnderSomebodysAddress_CanBeRefusedByWhoseItIs()
    {
        var (initiative, place, _) = await InitiativeAsync();
        var victim = await Data.PersonAsync("Mevrouw Onwetend");
        using var stranger = host.Brink.Browser();
        await stranger.OpenAsync(SupportLinks.Voice(initiative.Id));
        await stranger.SubmitAsync(
            "Mail mij een link",
            fields:
            [
                ("Uw zorg", "Dit vond zij nooit."),
                ("Waar woont u?", place.Village.Subject!.Title),
                ("Uw mailadres", victim.Email!),
            ]
        );
        Assert.DoesNotContain("Onwetend", stranger.Text, StringComparison.Ordinal);
        await host.EmptyAsync();
        using var browser = host.Brink.Browser();
        await browser.OpenAsync(Link(host.Mail.To(victim)[^1].Text, "/zorg/bevestigen/"));

        await browser.SubmitAsync("Haal dit weg: het is niet van mij");

        Assert.DoesNotContain("Dit vond zij nooit", (await ShowAsync(initiative)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackingByMail_ThenByAnAccount_CountsOnce()
    {
        var (initiative, place, _) = await InitiativeAsync();
        var address = $"steun{initiative.Id}@voorbeeld.example";
        using var browser = host.Brink.Browser();
        await browser.OpenAsync(SupportLinks.Back(initiative.Id));
        await browser.SubmitAsync("Mail mij een link", fields: ("Uw mailadres", address));
        Assert.Contains("Kijk in uw mail", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Nog niemand.", (await ShowAsync(initiative)).Text, StringComparison.Ordinal);
        await host.EmptyAsync();
        await browser.OpenAsync(
            Link(Assert.Single(host.Mail.Sent, m => m.ToAddress == address).Text, "/steun/bevestigen/")
        );
        await browser.SubmitAsync("Ja, ik steun dit", fields: ("Waar woont u?", place.Village.Subject!.Title));
        Assert.Contains("Uw steun telt mee", browser.Text, StringComparison.Ordinal);

        var person = await host.Brink.DbAsync(db => db.People.SingleAsync(p => p.Email == address));
        var account = await host.Brink.Browser(person).OpenAsync(SupportLinks.Back(initiative.Id));
        Assert.Contains("U steunt dit initiatief", account.Text, StringComparison.Ordinal);
        await account.SubmitAsync("Bewaar mijn keuze");

        Assert.Contains("1 mens steunt dit.", (await ShowAsync(initiative)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackingByMail_OfAnInitiator_CountsNot()
    {
        var (initiative, place, initiator) = await InitiativeAsync();
        using var browser = host.Brink.Browser();
        await browser.OpenAsync(SupportLinks.Back(initiative.Id));
        await browser.SubmitAsync("Mail mij een link", fields: ("Uw mailadres", initiator.Email!));
        await host.EmptyAsync();

        await browser.OpenAsync(
            Link(string.Join(' ', host.Mail.To(initiator).Select(mail => mail.Text)), "/steun/bevestigen/")
        );

        Assert.Contains("Dit is uw eigen initiatief", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(place);
    }

    [Fact]
    public async Task Endorsement_SpeaksAsTheAssociation_AndItsConcernIsAnswered()
    {
        var (initiative, _, initiator) = await InitiativeAsync();
        var other = await Data.PlaceAsync();
        var address = SupportLinks.Endorse(initiative.Id);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Brink.Browser(initiator).AskAsync(address)).StatusCode);
        var browser = await host.Brink.Browser(other.ContactPerson).OpenAsync(address);
        await browser.SubmitAsync(
            "Bewaar wat de vereniging vindt",
            fields: [("De vereniging steunt dit", "ja"), ("In uw eigen woorden", "Dit wil het hele dorp.")]
        );
        var visitor = await ShowAsync(initiative);
        Assert.Contains(
            other.Association.Name + " steunt dit. Dit wil het hele dorp.",
            visitor.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(other.ContactPerson.Name, visitor.Text, StringComparison.Ordinal);

        await browser.SubmitAsync(
            "Bewaar wat de vereniging vindt",
            fields: [("De vereniging heeft een zorg", "ja"), ("In uw eigen woorden", "Wie onderhoudt het straks?")]
        );
        visitor = await ShowAsync(initiative);
        Assert.Contains(other.Association.Name + " heeft een zorg.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(other.Association.Name + " schreef op", visitor.Text, StringComparison.Ordinal);
        await AnswerAsync(initiator, initiative.Id, await ConcernAsync(initiative.Id), "Wij zelf.");
        Assert.Contains("Wij zelf.", (await ShowAsync(initiative)).Text, StringComparison.Ordinal);

        await browser.SubmitAsync(
            "Bewaar wat de vereniging vindt",
            fields: ("De vereniging zegt hier niets (meer) over", "ja")
        );
        visitor = await ShowAsync(initiative);
        Assert.DoesNotContain("Wie onderhoudt het straks?", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await host.Brink.DbAsync(db => db.Endorsements.CountAsync(e => e.InitiativeId == initiative.Id))
        );
    }

    [Fact]
    public async Task Endorsement_IsNotGivenByTheAssociationThatBroughtItIn()
    {
        var place = await Data.PlaceAsync();
        var initiative = await Data.SaveAsync(async db =>
        {
            var village = await db.Villages.Include(v => v.Subject).FirstAsync(v => v.Id == place.Village.Id);
            var actor = Data.Now(place.ContactPerson.Id) with { OnBehalfOfId = place.Association.Id };
            var contribution = new Contribution
            {
                ByPersonId = place.ContactPerson.Id,
                OnBehalfOfId = place.Association.Id,
                Channel = Channel.Web,
                At = actor.At,
            };
            var made = Initiative.HandIn(TestData.Idea("Van de vereniging"), village, contribution, actor);
            made.Confirm(actor, new ServiceTerms(place.Municipality.Id, null, actor.Today, actor.Today));
            db.Initiatives.Add(made);
            return made;
        });

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await host.Brink.Browser(place.ContactPerson).AskAsync(SupportLinks.Endorse(initiative.Id))).StatusCode
        );
    }

    [Fact]
    public async Task ManyConcerns_StandOnPagesOfTheirOwn()
    {
        var (initiative, place, _) = await InitiativeAsync();
        for (var number = 1; number <= 23; number++)
        {
            await VoiceAsync(await Data.PersonAsync(), initiative.Id, place, $"Zorg nummer {number}.");
            host.Brink.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var visitor = await ShowAsync(initiative);
        Assert.Equal(5, visitor.Page.QuerySelectorAll("section[aria-labelledby=zorgen] article").Length);
        Assert.Contains("Zorg nummer 23.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Lees alle 23 zorgen", visitor.Text, StringComparison.Ordinal);
        await visitor.OpenAsync(SupportLinks.AllConcerns(initiative.Id, 2));
        Assert.Equal(3, visitor.Page.QuerySelectorAll("article").Length);
        Assert.Contains("Zorg nummer 1.", visitor.Text, StringComparison.Ordinal);
    }

    private async Task<(Initiative, Place, Person)> InitiativeAsync()
    {
        var place = await Data.PlaceAsync();
        var initiator = await Data.PersonAsync("Bewoner met een idee");
        return (await Data.InitiativeAsync(place, initiator), place, initiator);
    }

    private async Task<Person> FollowerAsync(long subject)
    {
        var person = await Data.PersonAsync("Volger");
        await host.Brink.DbAsync(async db =>
        {
            db.Follows.Add(
                new Follow
                {
                    SubjectId = subject,
                    PersonId = person.Id,
                    Frequency = Frequency.AtOnce,
                    Since = host.Brink.Time.GetUtcNow(),
                }
            );
            await db.SaveChangesAsync();
        });
        return person;
    }

    private async Task<TestBrowser> VoiceAsync(Person person, long initiative, Place place, string text)
    {
        var browser = await host.Brink.Browser(person).OpenAsync(SupportLinks.Voice(initiative));
        return await browser.SubmitAsync(
            "Plaats mijn zorg",
            fields: [("Uw zorg", text), ("Waar woont u?", place.Village.Subject!.Title)]
        );
    }

    private async Task AnswerAsync(Person initiator, long initiative, long concern, string text)
    {
        var browser = await host.Brink.Browser(initiator).OpenAsync(SupportLinks.AnswerConcern(initiative, concern));
        await browser.SubmitAsync("Geef dit antwoord", fields: ("Uw antwoord", text));
    }

    private Task<TestBrowser> ShowAsync(Initiative initiative) =>
        host.Brink.Browser().OpenAsync(InitiativeLinks.Show(initiative.Id, initiative.Subject.Slug));

    private Task<long> ConcernAsync(long initiative) =>
        host.Brink.DbAsync(db =>
            db.Concerns.Where(c => c.InitiativeId == initiative)
                .OrderByDescending(c => c.Id)
                .Select(c => c.Id)
                .FirstAsync()
        );

    private Task<int> CountAsync(long initiative) =>
        host.Brink.DbAsync(db => db.Concerns.CountAsync(c => c.InitiativeId == initiative));

    private static string Link(string text, string begin)
    {
        var found = Address()
            .Matches(text)
            .Select(m => m.Groups["path"].Value)
            .First(p => p.StartsWith(begin, StringComparison.Ordinal));
        return found;
    }

    [GeneratedRegex(@"https?://[^/\s]+(?<path>/\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
