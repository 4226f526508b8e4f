using System.Globalization;
using Brink.Platform.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Brink.Features.Initiatives;

/// <summary>What somebody wants to see of the list, as it stands in the address.</summary>
public sealed record InitiativeFilter
{
    /// <summary>Where the words stand in the query.</summary>
    public const string WordsName = "zoek";

    /// <summary>Longer than any question people ask; what follows is left off.</summary>
    private const int MostWords = 200;

    public static readonly InitiativeFilter None = new();

    public string Words { get; init; } = "";
    public long? VillageId { get; init; }
    public long? ThemeId { get; init; }
    public Phase? Phase { get; init; }

    /// <summary>Of whom it is; 'unknown' is an answer too, so the choice is one step deeper.</summary>
    public OwnerChoice? Owner { get; init; }
    public bool Waiting { get; init; }

    public bool IsEmpty => this == None;

    public static InitiativeFilter Read(IQueryCollection query) =>
        new()
        {
            Words = TextRules.Clean(Cut(query[WordsName].ToString())),
            VillageId = Number(query["dorp"]),
            ThemeId = Number(query["thema"]),
            Phase = Codes.PhaseOf(query["fase"]),
            Owner = Codes.OwnerOf(query["eigenaar"]),
            Waiting = query["wacht"] == "ja",
        };

    /// <summary>The address of this choice under a page, such as the list or its download.</summary>
    public string Href(string path, int page = 1)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in Fields())
        {
            query[name] = value;
        }

        if (page > 1)
        {
            query["pagina"] = page.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(path, query);
    }

    /// <summary>The list of one village.</summary>
    public string In(long villageId) => (this with { VillageId = villageId }).Href(InitiativeLinks.List);

    /// <summary>The list of one theme.</summary>
    public string About(long themeId) => (this with { ThemeId = themeId }).Href(InitiativeLinks.List);

    public IEnumerable<KeyValuePair<string, string>> Fields()
    {
        if (Words.Length > 0)
        {
            yield return new(WordsName, Words);
        }

        if (VillageId is { } village)
        {
            yield return new("dorp", village.ToString(CultureInfo.InvariantCulture));
        }

        if (ThemeId is { } theme)
        {
            yield return new("thema", theme.ToString(CultureInfo.InvariantCulture));
        }

        if (Phase is { } phase)
        {
            yield return new("fase", Codes.Of(phase));
        }

        if (Owner is { } owner)
        {
            yield return new("eigenaar", Codes.Of(owner));
        }

        if (Waiting)
        {
            yield return new("wacht", "ja");
        }
    }

    private static string Cut(string words) => words.Length > MostWords ? words[..MostWords] : words;

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <param name="Type">Null for 'not agreed yet'.</param>
public readonly record struct OwnerChoice(OwnerType? Type);

/// <summary>Codes in addresses, in Dutch like the rest of the address.</summary>
public static class Codes
{
    private static readonly (Phase Phase, string Code)[] Phases =
    [
        (Phase.Idea, "idee"),
        (Phase.ExploringSupport, "steun-peilen"),
        (Phase.Plan, "plan"),
        (Phase.Funding, "geld-regelen"),
        (Phase.Doing, "uitvoeren"),
        (Phase.Done, "klaar"),
        (Phase.InUpkeep, "in-beheer"),
        (Phase.Paused, "ligt-stil"),
        (Phase.Stopped, "gestopt"),
    ];

    private static readonly (OwnerChoice Owner, string Code)[] Owners =
    [
        (new(OwnerType.Community), "bewoners"),
        (new(OwnerType.CommunityWithPartner), "bewoners-met-hulp"),
        (new(OwnerType.PartnerWithResidents), "partner-met-bewoners"),
        (new(OwnerType.Partner), "partner"),
        (new(null), "onbekend"),
    ];

    public static IEnumerable<OwnerChoice> AllOwners => Owners.Select(o => o.Owner);

    public static string Of(Phase phase) => Phases.First(p => p.Phase == phase).Code;

    public static string Of(OwnerChoice owner) => Owners.First(o => o.Owner == owner).Code;

    public static Phase? PhaseOf(string? code)
    {
        var found = Phases.Where(p => p.Code == code).ToArray();
        return found.Length == 0 ? null : found[0].Phase;
    }

    public static OwnerChoice? OwnerOf(string? code)
    {
        var found = Owners.Where(o => o.Code == code).ToArray();
        return found.Length == 0 ? null : found[0].Owner;
    }
}
