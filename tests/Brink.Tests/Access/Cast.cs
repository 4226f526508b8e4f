using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Platform.Tenancy;
using Brink.Tests.Features.Exchange;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Access;

/// <summary>Everyone who may come by, and everything they may come to, once.</summary>
public sealed class Cast
{
    /// <summary>By role, in the order of the columns; null is nobody.</summary>
    public required IReadOnlyList<(string Role, Person? Person)> People { get; init; }

    /// <summary>Numbers and slugs of what there is: by kind, then by state.</summary>
    public required IReadOnlyDictionary<
        string,
        IReadOnlyList<(string State, long Id, string Slug)>
    > Things { get; init; }

    private Func<Task<Own>> RenewInitiatives { get; init; } = null!;

    /// <summary>Makes new things of a kind, as nothing happened to them yet, for the same people.</summary>
    private IReadOnlyDictionary<string, Renewal> Renewals { get; init; } = null!;

    public Person? this[string role] => People.First(one => one.Role == role).Person;

    public static async Task<Cast> GatherAsync(BrinkHost host, TenantInfo elsewhere)
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var otherPlace = await data.PlaceAsync();
        var initiator = await data.PersonAsync("Initiatiefnemer");
        var colleague = await data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var former = await data.HolderAsync(Role.PolicyOfficer, place.Municipality, to: data.Now().Today.AddDays(-1));
        Person[] broughtIn = [colleague, former];
        var board = await data.PersonAsync("Koepelbestuurder");
        var own = await InitiativesAsync(host, place, initiator, broughtIn);
        var help = await data.HelpAsync(place, initiator);
        var expert = await data.ExpertAsync(initiator);
        var foreignData = new TestData(host, elsewhere);
        var foreignPlace = await foreignData.PlaceAsync();
        var foreignPerson = await foreignData.PersonAsync("Iemand elders");
        var foreign = await foreignData.InitiativeAsync(foreignPlace, foreignPerson);
        var renewals = new Dictionary<string, Renewal>(StringComparer.Ordinal)
        {
            ["signal"] = () => CastSignals.OfAsync(host, elsewhere, place, foreignPlace, initiator, foreignPerson),
            ["standpoint"] = () => CastTogether.StandpointsAsync(host, place, foreignData, board),
            ["check"] = () => CastOnPaper.ChecksAsync(host, data, foreignData),
            ["agreement"] = () => CastOnPaper.AgreementsAsync(data, place, foreignData, foreignPlace),
            ["request"] = () => CastTogether.RequestsAsync(data, place, foreignData, foreignPlace),
            ["dossier"] = () => CastDossiers.OfAsync(data, place, colleague, foreignData, foreignPlace),
            ["advice"] = () => CastAdvice.OfAsync(host, place, colleague, foreignData, foreignPlace),
            [CastRounds.Kind] = () =>
                CastRounds.OfAsync(host, place, initiator, foreignData, foreignPlace, foreignPerson),
            [CastNewsletters.Kind] = () => CastNewsletters.OfAsync(host, place, foreignData, foreignPlace),
        };
        return new Cast
        {
            RenewInitiatives = () => InitiativesAsync(host, place, initiator, broughtIn),
            Renewals = renewals,
            People =
            [
                ("anonymous", null),
                ("resident", await data.PersonAsync()),
                ("initiator", initiator),
                ("contact", place.ContactPerson),
                ("other-contact", otherPlace.ContactPerson),
                ("liaison", place.Liaison),
                ("colleague", colleague),
                ("former", former),
                ("policy", await data.HolderAsync(Role.PolicyOfficer, place.Municipality)),
                ("community", await data.HolderAsync(Role.CommunityWorker, otherPlace.Association)),
                ("umbrella", board),
                ("administrator", await data.AdministratorAsync()),
                ("elsewhere", foreignPlace.Liaison),
            ],
            Things = new Dictionary<string, IReadOnlyList<(string, long, string)>>(StringComparer.Ordinal)
            {
                ["initiative"] = [.. own.Initiatives, ("foreign", foreign.Id, foreign.Subject.Slug)],
                ["signal"] = await renewals["signal"](),
                ["village"] =
                [
                    ("public", place.Village.Id, place.Village.Subject!.Slug),
                    ("foreign", foreignPlace.Village.Id, foreignPlace.Village.Subject!.Slug),
                ],
                ["organisation"] =
                [
                    ("public", place.Association.Id, Brink.Platform.Text.Slug.From(place.Association.Name)),
                    (
                        "foreign",
                        foreignPlace.Association.Id,
                        Brink.Platform.Text.Slug.From(foreignPlace.Association.Name)
                    ),
                ],
                ["promise"] = own.Promises,
                ["standpoint"] = await renewals["standpoint"](),
                ["request"] = await renewals["request"](),
                ["agreement"] = await renewals["agreement"](),
                ["check"] = await renewals["check"](),
                ["dossier"] = await renewals["dossier"](),
                [CastRounds.Kind] = await renewals[CastRounds.Kind](),
                [CastNewsletters.Kind] = await renewals[CastNewsletters.Kind](),
                ["advice"] = await renewals["advice"](),
                ["help"] = [("public", help.Id, help.Subject.Slug)],
                ["expert"] = [("public", expert.Id, expert.Subject.Slug)],
                ["person"] = [("own", initiator.Id, ""), ("foreign", foreignPerson.Id, "")],
            },
        };
    }

    /// <summary>The same people in the same village, with things of a kind to which nothing happened yet.</summary>
    /// <returns>Null for a kind that comes only with everything else.</returns>
    public async Task<Cast?> WithNewAsync(string? kind)
    {
        var things = new Dictionary<string, IReadOnlyList<(string, long, string)>>(Things, StringComparer.Ordinal);
        if (kind is "initiative" or "promise")
        {
            var own = await RenewInitiatives();
            things["initiative"] = [.. own.Initiatives, Things["initiative"].Last()];
            things["promise"] = own.Promises;
        }
        else if (kind is not null && Renewals.TryGetValue(kind, out var renew))
        {
            things[kind] = await renew();
        }
        else
        {
            return null;
        }

        return new Cast
        {
            RenewInitiatives = RenewInitiatives,
            Renewals = Renewals,
            People = People,
            Things = things,
        };
    }

    private static async Task<Own> InitiativesAsync(BrinkHost host, Place place, Person initiator, Person[] broughtIn)
    {
        var data = new TestData(host);
        var open = await data.InitiativeAsync(place, initiator);
        var unconfirmed = await data.UnconfirmedInitiativeAsync(place, initiator);
        var withdrawn = await data.InitiativeAsync(place, initiator, "Toch maar niet");
        var promise = await host.DbAsync(async db =>
        {
            var both = await db
                .Initiatives.Include(i => i.Colleagues)
                .Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .Where(i => i.Id == open.Id || i.Id == withdrawn.Id)
                .ToDictionaryAsync(i => i.Id);
            foreach (var colleague in broughtIn)
            {
                both[open.Id].BringIn(colleague.Id, "", data.Now(place.Liaison.Id));
                both[withdrawn.Id].BringIn(colleague.Id, "", data.Now(place.Liaison.Id));
            }

            both[withdrawn.Id].Withdraw(data.Now(initiator.Id));
            await db.SaveChangesAsync();
            return both[open.Id].Subject.Promises.First(p => p.Kind == Brink.Features.Promises.PromiseKind.Answer).Id;
        });
        var (asked, agreed) = await CastPromises.AddAsync(data, place, open.Id);
        return new Own(
            [
                ("public", open.Id, open.Subject.Slug),
                ("unconfirmed", unconfirmed.Id, unconfirmed.Subject.Slug),
                ("withdrawn", withdrawn.Id, withdrawn.Subject.Slug),
            ],
            [("public", promise, ""), ("asked", asked, ""), ("agreed", agreed, "")]
        );
    }

    /// <summary>The states in which an address can be tried; one empty state where it is about nothing in particular.</summary>
    public IReadOnlyList<(string State, string Address)> Fill(Address address) =>
        KindOf(address.Pattern) is { } kind
            ? [.. Things[kind].Select(thing => (thing.State, Fill(address, thing.Id, thing.Slug)))]
            : [("-", Fill(address, null, ""))];

    /// <summary>What an address is about; null for nothing in particular.</summary>
    public static string? KindOf(string pattern) =>
        pattern.Contains('{', StringComparison.Ordinal)
            ? pattern.Replace("/api/v1", "", StringComparison.Ordinal).Split('/')[1..] switch
            {
                ["initiatieven", ..]
                or ["volgen", "{id:long}", ..]
                or ["volgen", "{subjectId:long}", ..]
                or ["verbinden", ..] => "initiative",
                ["signalen", "{id:long}", ..] or ["signalen", "{address:regex(^[0-9]+-)}"] => "signal",
                ["dorpen", ..] or ["insluiten", "dorpen", ..] or [_, "dorpen", ..] => "village",
                ["hulp", "bevestigen", ..] or ["wie-weet-het", "vraag", ..] => null,
                ["hulp", ..] => "help",
                ["wie-weet-het", ..] => "expert",
                ["doelgroepen", ..] => "initiative",
                ["organisaties", ..] or [_, "organisaties", ..] => "organisation",
                ["toezeggingen", "van", ..] => "organisation",
                ["toezeggingen", ..] => "promise",
                ["dossiers", "{id:long}", "stukken" or "rondes", ..] => CastRounds.Kind,
                ["standpunten", ..] => "standpoint",
                ["nieuwsbrieven", ..] => CastNewsletters.Kind,
                ["adviezen", "vragen", ..] => "organisation",
                ["adviezen", ..] => "advice",
                ["afspraken", ..] => "agreement",
                ["kanaal", ..] => "initiative",
                ["samen-terugkijken", "{id:long}", ..] => "check",
                ["verzoeken", "nieuw", ..] => "organisation",
                ["verzoeken", ..] => "request",
                ["dossiers", ..] => "dossier",
                [_, "mensen", ..] => "person",
                _ => null,
            }
            : null;

    private static string Fill(Address address, long? id, string slug)
    {
        var parts = address.Pattern.Split('/').Select(part => Part(part, id, slug, address));
        return string.Join('/', parts) + (address.Handler is null ? "" : "?handler=" + address.Handler);
    }

    /// <exception cref="InvalidOperationException">A part that nobody told the matrix about.</exception>
    private static string Part(string part, long? id, string slug, Address address)
    {
        if (!part.StartsWith('{'))
        {
            return part;
        }

        var number = (id ?? 1).ToString(CultureInfo.InvariantCulture);
        return part.Trim('{', '}').Split(':')[0] switch
        {
            "id" or "subjectId" => number,
            "code" => "account",
            "address" => number + "-" + slug,
            "secret" or "token" => "AAAAAAAAAAAAAAAAAAAAAA",
            "status" => "404",
            "what" => "dorpen",
            "kind" => "kosten",
            var name when CastRounds.Part(name, id ?? 0) is { } of => of.ToString(CultureInfo.InvariantCulture),
            _ when part.Contains(":long", StringComparison.Ordinal)
                    || part.Contains(":int", StringComparison.Ordinal) => "1",
            _ => throw new InvalidOperationException($"Tell Cast what to fill in for {part} of {address.Pattern}."),
        };
    }

    private delegate Task<IReadOnlyList<(string State, long Id, string Slug)>> Renewal();

    private sealed record Own(
        IReadOnlyList<(string State, long Id, string Slug)> Initiatives,
        IReadOnlyList<(string State, long Id, string Slug)> Promises
    );
}
