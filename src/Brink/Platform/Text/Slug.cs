using System.Globalization;
using System.Text;

namespace Brink.Platform.Text;

/// <summary>The readable part of an address: small letters and digits of ASCII, words joined by a hyphen.</summary>
public static class Slug
{
    public const int Most = 80;
    private const string Nothing = "x";

    /// <summary>'Een beweegtuin voor oud &amp; jong' → 'een-beweegtuin-voor-oud-en-jong'. Never empty.</summary>
    public static string From(string title)
    {
        var slug = new StringBuilder();
        foreach (var sign in TextRules.Scrub(title).Normalize(NormalizationForm.FormKD))
        {
            if (sign == '&')
                Word(slug, "en");
            else if (Letters(sign) is { } letters)
                slug.Append(letters);
            else
                Word(slug, "");
            if (slug.Length > 2 * Most)
                break;
        }
        var words = slug.ToString().Trim('-');
        return words.Length == 0 ? Nothing : Cut(words);
    }

    private static void Word(StringBuilder slug, string word)
    {
        if (slug.Length > 0 && slug[^1] != '-')
            slug.Append('-');
        if (word.Length > 0)
            slug.Append(word).Append('-');
    }

    /// <summary>Null where a word ends.</summary>
    private static string? Letters(char sign) =>
        char.ToLowerInvariant(sign) switch
        {
            var plain and (>= 'a' and <= 'z' or >= '0' and <= '9') => plain.ToString(),
            '€' => "euro",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'þ' => "th",
            'ı' => "i",
            '\'' or '\u2019' or '\u2018' => "",
            var other => CharUnicodeInfo.GetUnicodeCategory(other)
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.Format
                ? ""
                : null,
        };

    private static string Cut(string slug)
    {
        if (slug.Length <= Most)
            return slug;
        var end = slug.LastIndexOf('-', Most);
        return slug[..(end >= Most / 2 ? end : Most)];
    }
}
