using System.Globalization;
using System.Numerics;

namespace Brink.Features.Places;

/// <summary>An international bank account number (ISO 13616): the check digits must come out.</summary>
public readonly record struct Iban
{
    private const int Shortest = 15;
    private const int Longest = 34;
    private const int DutchLength = 18;

    private Iban(string text) => Text = text;

    /// <summary>Without spaces, in capitals.</summary>
    public string Text { get; }

    /// <summary>In groups of four, as people read it.</summary>
    public string Grouped => string.Join(' ', Text.Chunk(4).Select(group => new string(group)));

    /// <returns>Null when it is none.</returns>
    public static Iban? Read(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(sign => !char.IsWhiteSpace(sign) && sign is not ('.' or '-')))
            .ToUpperInvariant();
        return
            text.Length is >= Shortest and <= Longest
            && text.All(char.IsAsciiLetterOrDigit)
            && char.IsAsciiLetter(text[0])
            && char.IsAsciiLetter(text[1])
            && char.IsAsciiDigit(text[2])
            && char.IsAsciiDigit(text[3])
            && (!text.StartsWith("NL", StringComparison.Ordinal) || text.Length == DutchLength)
            && ComesOut(text)
            ? new Iban(text)
            : null;
    }

    /// <summary>Country and check digits last, letters as 10 to 35, and the remainder by 97 is 1.</summary>
    private static bool ComesOut(string text) =>
        BigInteger.Parse(
            string.Concat(
                (text[4..] + text[..4]).Select(sign =>
                    char.IsAsciiDigit(sign) ? sign.ToString() : (sign - 'A' + 10).ToString(CultureInfo.InvariantCulture)
                )
            ),
            CultureInfo.InvariantCulture
        ) % 97
        == 1;
}
