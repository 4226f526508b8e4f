using System.Globalization;
using Brink.Platform.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Brink.Features.Signals;

/// <summary>What somebody wants to see of the list, as it stands in the address.</summary>
public sealed record SignalFilter
{
    /// <summary>Where the words stand in the query.</summary>
    public const string WordsName = "zoek";
    private const int MostWords = 200;

    public static readonly SignalFilter None = new();

    public string Words { get; init; } = "";
    public long? VillageId { get; init; }
    public long? ThemeId { get; init; }
    public SignalKind? Kind { get; init; }
    public SignalState? State { get; init; }

    public bool IsEmpty => this == None;

    public static SignalFilter Read(IQueryCollection query) =>
        new()
        {
            Words = TextRules.Clean(TextRules.First(query[WordsName].ToString(), MostWords)),
            VillageId = Number(query["dorp"]),
            ThemeId = Number(query["thema"]),
            Kind = SignalCodes.KindOf(query["soort"]),
            State = SignalCodes.StateOf(query["stand"]),
        };

    public string Href(int page = 1)
    {
        var query = Fields().ToDictionary(f => f.Key, f => (string?)f.Value, StringComparer.Ordinal);
        if (page > 1)
        {
            query["pagina"] = page.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(SignalLinks.List, query);
    }

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

        if (Kind is { } kind)
        {
            yield return new("soort", SignalCodes.Of(kind));
        }

        if (State is { } state)
        {
            yield return new("stand", SignalCodes.Of(state));
        }
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
