using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Places.Administration;
using Brink.Features.Promises;
using Brink.Features.Syndication;
using Microsoft.Playwright;

namespace Brink.Browser.Support;

/// <param name="Pattern">The address as the program declares it.</param>
/// <param name="By">Who looks; null for a visitor.</param>
/// <param name="First">What must be done before the page can be seen.</param>
/// <param name="Then">What must be done on it to come to the step that is looked at.</param>
public sealed record Visit(
    string Pattern,
    string Address,
    Person? By = null,
    Func<IPage, Task>? First = null,
    Func<IPage, Task>? Then = null
);

/// <summary>Every page there is, filled awkwardly, with those who see it differently.</summary>
public static partial class Visits
{
    private const string Known = "{address:regex(^[0-9]+-)}";
    private const string KnownInitiative = "{address:regex(^[0-9]+-?)}";

    /// <summary>Answers for programs, files, and what no test can stand before.</summary>
    public static readonly IReadOnlySet<string> NoPages = new HashSet<string>
    {
        "/dorpen/{id:long}/foto/{fileId:long}",
        "/dorpen/{id:long}/feed",
        "/initiatieven/feed",
        "/dossiers/feed",
        "/dossiers/{id:long}/feed",
        "/initiatieven/lijst.csv",
        "/initiatieven/{id:long}/feed",
        "/initiatieven/{id:long}/begroting.csv",
        "/initiatieven/{id:long}/foto/{file:long}",
        "/signalen/{id:long}/foto/{file:long}",
        "/toezeggingen/{id:long}/foto",
        "/.well-known/security.txt",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap/{part:int:min(1)}",
        "/logo",
        "/agenda/{secret:length(22)}.ics",
        "/initiatieven/{id:long}/steun/lijsten/{tally:long}/scan",
        "/afspraken/feed",
        "/adviezen/feed",
        "/nieuwsbrieven/feed",
        "/hulp/feed",
        "/standpunten/feed",
        "/verzoeken/feed",
        "/afspraken/{id:long}/scan/{answer:long}",
        "/standpunten/{id:long}/reacties/{signature:long}/scan",
        "/bereik.csv",
        "/dossiers/{id:long}/rondes/{round:long}/verslag.csv",
        "/dossiers/{id:long}/rondes/{round:long}/verslag.pdf",
        "/dossiers/{id:long}/rondes/{round:long}/reacties/{reaction:long}/bijlage",
        "/dossiers/{id:long}/stukken/{document:long}/plaatjes/{picture:long}",
        "/dossiers/{id:long}/stukken/{document:long}/origineel/{file:long}",
        // Takes forms, and leads who just opens it to the page of signing in.
        "/inloggen/passkey",
        "/beheer/inlezen/{what:regex(^(dorpen|organisaties)$)}.csv",
        // On an installation that is still empty: BeginTests.
        "/eerste-beheerder/{secret}",
    };

    public static async Task<IReadOnlyList<Visit>> AllAsync(AwkwardData data) =>
        [
            .. Reading(data),
            .. HandIn(data),
            .. Acting(data),
            .. Agreeing(data),
            .. Places(data),
            .. Own(data),
            .. Administration(data),
            .. Promises(data),
            .. Together(data),
            .. OnPaper(data),
            .. await ExchangeVisits.AllAsync(data),
            .. await SecretsAsync(data),
            .. await OwnDataVisits.AllAsync(data),
            .. await SupportVisits.AllAsync(data),
            .. Signals(data),
            .. await AgendaVisits.AllAsync(data),
            .. Dossiers(data),
            .. Advice(data),
            .. await SecretsAsync(data),
            .. await SignalSecretsAsync(data),
            .. Rounds(data),
            .. await RoundSecretsAsync(data),
            .. await NewslettersAsync(data),
            // Last, since whoever asks for a language keeps it.
            new("/", "/?taal=en"),
        ];

    private static IEnumerable<Visit> Reading(AwkwardData data)
    {
        var (village, empty) = (data.Full.Village, data.Empty.Village);
        yield return new("/", "/");
        yield return new("/", "/", data.Full.Liaison);
        yield return new("/contact", PlacesLinks.Contacts);
        yield return new("/contact", PlacesLinks.Contact(village.Id));
        yield return new("/dorpen", PlacesLinks.Villages);
        yield return new("/dorpen/kaart", PlacesLinks.Map);
        yield return new($"/dorpen/{Known}", PlacesLinks.Village(village.Id, village.Subject!.Slug));
        yield return new($"/dorpen/{Known}", PlacesLinks.Village(empty.Id, empty.Subject!.Slug));
        yield return new(
            $"/dorpen/{Known}",
            PlacesLinks.Village(village.Id, village.Subject.Slug),
            data.Full.ContactPerson
        );
        yield return new("/dorpen/{id:long}/overzicht", PlacesLinks.File(village.Id), data.Full.Liaison);
        yield return new("/dorpen/{id:long}/overzicht", PlacesLinks.File(empty.Id), data.Full.Liaison);
        yield return new($"/dorpen/{Known}/insluiten", PlacesLinks.Embed(village.Id, village.Subject.Slug));
        yield return new("/insluiten/dorpen/{id:long}", FeedLinks.Block(village.Id));
        yield return new("/insluiten/dorpen/{id:long}", FeedLinks.Block(empty.Id));
        yield return new("/feeds", FeedLinks.List);
        yield return new("/fout/{status:int}", "/fout/404");
        yield return new("/fout/{status:int}", "/fout/500");
        yield return new("/hoe-werkt-het", "/hoe-werkt-het");
        yield return new("/privacy", "/privacy");
        yield return new("/toegankelijkheid", "/toegankelijkheid");
        yield return new("/initiatieven", InitiativeLinks.List);
        yield return new("/initiatieven", InitiativeLinks.List + "?pagina=2");
        yield return new("/initiatieven", InitiativeLinks.List + "?zoek=bestaatniet");
        yield return new("/initiatieven/kaart", InitiativeLinks.Map);
        foreach (var initiative in new[] { data.Rich, data.Answered, data.Fresh })
        {
            yield return new(
                $"/initiatieven/{KnownInitiative}",
                InitiativeLinks.Show(initiative.Id, initiative.Subject.Slug)
            );
        }

        yield return new("/initiatieven/{id:long}/poster", InitiativeLinks.Poster(data.Rich.Id));
        yield return new("/organisaties", PlacesLinks.Organisations);
        yield return new(
            $"/organisaties/{Known}",
            PlacesLinks.Organisation(data.Full.Association.Id, data.Full.Association.Name)
        );
        yield return new("/postvak", "/postvak");
        yield return new("/toezeggingen", PromiseLinks.List);
        yield return new("/toezeggingen/{id:long}", PromiseLinks.Show(data.Promise.Id));
        yield return new("/zoeken", "/zoeken");
        yield return new("/zoeken", "/zoeken?q=bankje");
        yield return new("/zoeken", "/zoeken?q=bestaatnergens");
    }

    private static IEnumerable<Visit> HandIn(AwkwardData data)
    {
        foreach (
            var step in new[]
            {
                "",
                "/dorp",
                "/eigenaar",
                "/samen",
                "/plek",
                "/fotos",
                "/bereikbaar",
                "/controle",
                "/papier",
            }
        )
        {
            yield return new("/idee" + step, "/idee" + step);
        }

        yield return new("/idee", "/idee", data.Full.ContactPerson);
        yield return new("/idee/voor-iemand-anders", "/idee/voor-iemand-anders", data.Full.ContactPerson);
        yield return new(
            "/initiatieven/{id:long}/bevestigen",
            InitiativeLinks.Confirm(data.Unconfirmed.Id),
            data.Full.ContactPerson
        );
    }

    private static IEnumerable<Visit> Acting(AwkwardData data)
    {
        var (liaison, initiator, id) = (data.Full.Liaison, data.Initiator, data.Rich.Id);
        var show = InitiativeLinks.Show(id, data.Rich.Subject.Slug);
        yield return new($"/initiatieven/{KnownInitiative}", show, liaison);
        yield return new($"/initiatieven/{KnownInitiative}", show, initiator);
        yield return new("/initiatieven/intake", InitiativeLinks.Intake, liaison);
        yield return new("/initiatieven/intake", InitiativeLinks.Intake, data.Empty.Liaison);
        yield return new("/initiatieven/{id:long}/oppakken", InitiativeLinks.TakeIn(data.Fresh.Id), liaison);
        yield return new("/initiatieven/{id:long}/collega", InitiativeLinks.BringIn(id), liaison);
        yield return new("/initiatieven/{id:long}/vraag", InitiativeLinks.Ask(id), liaison);
        yield return new("/initiatieven/{id:long}/nodig", InitiativeLinks.Need(id), liaison);
        yield return new("/initiatieven/{id:long}/antwoord", InitiativeLinks.Answer(id), liaison);
        yield return new("/initiatieven/{id:long}/fase", InitiativeLinks.Phase(id), initiator);
        yield return new("/initiatieven/{id:long}/bericht", InitiativeLinks.Update(id), initiator);
        yield return new("/initiatieven/{id:long}/fotos", InitiativeLinks.Photos(id), initiator);
        yield return new("/initiatieven/{id:long}/aanpassen", InitiativeLinks.Edit(id), initiator);
        yield return new("/initiatieven/{id:long}/plek", InitiativeLinks.Spot(id), initiator);
        yield return new("/initiatieven/{id:long}/intrekken", InitiativeLinks.Withdraw(id), initiator);
        yield return new(
            "/initiatieven/{id:long}/vraag/{question:long}/antwoord",
            InitiativeLinks.Reply(id, data.Question.Id),
            initiator
        );
        yield return new("/toezeggingen/{id:long}/nagekomen", PromiseLinks.Keep(data.Promise.Id), liaison);
        yield return new("/toezeggingen/{id:long}/vervalt", PromiseLinks.Release(data.Promise.Id), liaison);
    }

    private static IEnumerable<Visit> Places(AwkwardData data)
    {
        var (id, slug, contact) = (data.Full.Village.Id, data.Full.Village.Subject!.Slug, data.Full.ContactPerson);
        yield return new($"/dorpen/{Known}/bewerken", PlacesLinks.EditVillage(id, slug), contact);
        yield return new($"/dorpen/{Known}/foto", PlacesLinks.VillagePhoto(id, slug), contact);
        yield return new($"/dorpen/{Known}/voorzieningen", PlacesLinks.VillageFacilities(id, slug), contact);
        yield return new($"/dorpen/{Known}/voorzieningen/nieuw", PlacesLinks.NewFacility(id, slug), contact);
        yield return new(
            $"/dorpen/{Known}/voorzieningen/{{facilityId:long}}",
            PlacesLinks.Facility(id, slug, data.Facility.Id),
            contact
        );
    }

    private static IEnumerable<Visit> Own(AwkwardData data)
    {
        yield return new("/inloggen", AccountLinks.SignIn);
        yield return new("/inloggen/verstuurd", AccountLinks.LinkSent);
        yield return new("/inloggen/wachtwoord", AccountLinks.Password);
        yield return new("/uitgelogd", AccountLinks.SignedOut);
        yield return new("/uitloggen", AccountLinks.SignOut, data.Initiator);
        yield return new("/volgen/{id:long}", InitiativeLinks.Follow(data.Rich.Id));
        yield return new("/volgen/{id:long}", InitiativeLinks.Follow(data.Rich.Id), data.Initiator);
        foreach (
            var person in new[] { data.Initiator, data.Full.Liaison, data.Empty.ContactPerson, data.Administrator }
        )
        {
            yield return new("/mijn", "/mijn", person);
        }

        yield return new("/mijn/instellingen", AccountLinks.Settings, data.Initiator);
        yield return new("/mijn/instellingen", AccountLinks.Settings, data.Full.Liaison);
        yield return new("/mijn/instellingen/passkeys", AccountLinks.SettingsPasskeys, data.Initiator);
        yield return new("/mijn/instellingen/tweede-stap", AccountLinks.SettingsSecondStep, data.Initiator);
        yield return new("/mijn/instellingen/wachtwoord", AccountLinks.SettingsPassword, data.Initiator);
        yield return new(
            "/mijn/instellingen/opnieuw-inloggen",
            AccountLinks.SignInAgain(AccountLinks.SettingsPassword),
            data.Initiator
        );
    }

    private static IEnumerable<Visit> Administration(AwkwardData data)
    {
        var (village, association) = (data.Full.Village.Id, data.Full.Association);
        var addresses = new (string Pattern, string Address)[]
        {
            (AdministrationLinks.Index, AdministrationLinks.Index),
            (AdministrationLinks.Municipality, AdministrationLinks.Municipality),
            (AdministrationLinks.Policy, AdministrationLinks.Policy),
            (AdministrationLinks.Look, AdministrationLinks.Look),
            (AdministrationLinks.Villages, AdministrationLinks.Villages),
            (AdministrationLinks.NewVillage, AdministrationLinks.NewVillage),
            ("/beheer/dorpen/{id:long}", AdministrationLinks.Village(village)),
            ("/beheer/dorpen/{id:long}/inwoners", AdministrationLinks.Inhabitants(village)),
            (AdministrationLinks.Organisations, AdministrationLinks.Organisations),
            (AdministrationLinks.NewOrganisation, AdministrationLinks.NewOrganisation),
            ("/beheer/organisaties/{id:long}", AdministrationLinks.Organisation(association.Id)),
            ("/beheer/organisaties/{id:long}/erkenning", AdministrationLinks.Recognition(association.Id)),
            ("/beheer/organisaties/{id:long}/dorpen", AdministrationLinks.Representation(association.Id)),
            ("/beheer/organisaties/{id:long}/koepel", AdministrationLinks.Membership(association.Id)),
            (AdministrationLinks.People, AdministrationLinks.People),
            (AdministrationLinks.NewPerson, AdministrationLinks.NewPerson),
            ("/beheer/mensen/{id:long}", AdministrationLinks.Person(data.Full.ContactPerson.Id)),
            ("/beheer/mensen/{id:long}/rol", AdministrationLinks.GiveRole(data.Full.ContactPerson.Id)),
            ("/beheer/rollen/{id:long}", AdministrationLinks.EndRole(data.HoldingId)),
            (AdministrationLinks.Contacts, AdministrationLinks.Contacts),
            (AdministrationLinks.Import, AdministrationLinks.Import),
            ("/beheer/inlezen/{what:regex(^(dorpen|organisaties)$)}", AdministrationLinks.ImportOf("dorpen")),
            ("/beheer/inlezen/{what:regex(^(dorpen|organisaties)$)}", AdministrationLinks.ImportOf("organisaties")),
            ("/beheer/mail", "/beheer/mail"),
            (AccountLinks.Journal, AccountLinks.Journal),
            ($"/organisaties/{Known}/rekening", PlacesLinks.BankAccount(association.Id, association.Name)),
        };
        return addresses.Select(address => new Visit(address.Pattern, address.Address, data.Administrator));
    }

    private static async Task<IReadOnlyList<Visit>> SecretsAsync(AwkwardData data)
    {
        var person = data.Initiator;
        return
        [
            new(
                "/afmelden/{secret}",
                "/afmelden/" + await data.LinkAsync(LinkPurpose.Unsubscribe, person, data.Rich.Id)
            ),
            new(
                "/volgen/bevestigen/{secret}",
                "/volgen/bevestigen/" + await data.LinkAsync(LinkPurpose.ConfirmFollow, person, data.Rich.Id)
            ),
            new(
                "/idee/bevestigen/{secret}",
                "/idee/bevestigen/" + await data.LinkAsync(LinkPurpose.ConfirmHandIn, person, data.Unconfirmed.Id)
            ),
            new("/inloggen/link/{secret}", AccountLinks.SignInLink(await data.LinkAsync(LinkPurpose.SignIn, person))),
            new("/idee/ontvangen/{token}", await data.ReceiptAsync(data.Unconfirmed)),
            new("/inloggen/voorbeeld/{secret}", data.ExampleLink(person)),
            new(
                AccountLinks.SecondStep,
                AccountLinks.SecondStep,
                First: page => PassFirstStepAsync(page, data.Halfway)
            ),
        ];
    }

    private static async Task PassFirstStepAsync(IPage page, Person person)
    {
        await page.GotoAsync(AccountLinks.Password);
        await page.GetByLabel("Uw mailadres").FillAsync(person.Email!);
        await page.GetByLabel("Uw wachtwoord").FillAsync(AwkwardData.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Inloggen", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**" + AccountLinks.SecondStep);
    }
}
