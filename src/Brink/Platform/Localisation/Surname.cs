using System.Globalization;
using System.Text;

namespace Brink.Platform.Localisation;

/// <summary>Dutch surnames sort on the main part, the prefix apart: 'van der Veen' stands under V of Veen.</summary>
public static class Surname
{
    // The common ones of table 36 (voorvoegsels) of the Dutch population register, as single words.
    private static readonly HashSet<string> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "aan",
        "af",
        "bij",
        "boven",
        "da",
        "dal",
        "dalla",
        "de",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
        "don",
        "dos",
        "du",
        "el",
        "het",
        "in",
        "la",
        "las",
        "le",
        "les",
        "lo",
        "los",
        "met",
        "onder",
        "op",
        "over",
        "'s",
        "'t",
        "te",
        "ten",
        "ter",
        "to",
        "toe",
        "tot",
        "uijt",
        "uit",
        "van",
        "vanden",
        "vander",
        "ver",
        "vom",
        "von",
        "voor",
        "vor",
        "zu",
        "zum",
        "zur",
    };

    /// <summary>'van der Veen' → ('van der', 'Veen').</summary>
    public static (string Prefix, string Main) Split(string surname)
    {
        var words = surname.Replace('\u2019', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var count = 0;
        while (count < words.Length - 1 && Prefixes.Contains(words[count]))
            count++;
        var prefix = string.Join(' ', words[..count]);
        var main = string.Join(' ', words[count..]);
        return main.StartsWith("d'", StringComparison.OrdinalIgnoreCase) && main.Length > 2
            ? (prefix.Length == 0 ? main[..2] : $"{prefix} {main[..2]}", main[2..])
            : (prefix, main);
    }

    /// <summary>A key to store and order by bytes: 'veen, van der'; without case and diacritics.</summary>
    public static string SortKey(string surname)
    {
        var (prefix, main) = Split(surname);
        return Plain(prefix.Length == 0 ? main : $"{main}, {prefix}");
    }

    private static string Plain(string text) =>
        string.Concat(
            text.Normalize(NormalizationForm.FormD)
                .Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
                .Select(char.ToLowerInvariant)
        );
}
