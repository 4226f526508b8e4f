using System.Globalization;
using System.Text.Json;

namespace Brink.Features.Notices;

/// <summary>What a journal line was about: its references and codes, read back.</summary>
public sealed class JournalFacts
{
    private readonly Dictionary<string, JsonElement> facts;

    private JournalFacts(Dictionary<string, JsonElement> facts) => this.facts = facts;

    public static JournalFacts Of(string about) =>
        new(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(about) ?? []);

    public long? Number(string name) =>
        facts.TryGetValue(name, out var fact) && fact.ValueKind == JsonValueKind.Number ? fact.GetInt64() : null;

    public DateOnly? Date(string name) =>
        DateOnly.TryParseExact(
            Text(name),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;

    public bool Is(string name) => facts.TryGetValue(name, out var fact) && fact.ValueKind == JsonValueKind.True;

    public T? Code<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(Text(name), out var code) ? code : null;

    private string? Text(string name) =>
        facts.TryGetValue(name, out var fact) && fact.ValueKind == JsonValueKind.String ? fact.GetString() : null;
}
