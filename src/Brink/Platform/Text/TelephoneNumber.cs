using System.Text.RegularExpressions;

namespace Brink.Platform.Text;

/// <summary>A telephone number as people write it.</summary>
public static partial class TelephoneNumber
{
    public const int Longest = 30;

    public static bool IsOne(string text) =>
        text.Length <= Longest
        && text.All(sign => char.IsAsciiDigit(sign) || sign is '+' or ' ' or '-' or '(' or ')' or '.')
        && (text.Count(char.IsAsciiDigit) is >= 8 and <= 15 || OfMunicipality().IsMatch(text));

    /// <summary>Municipalities have short numbers: 14 and their area code.</summary>
    [GeneratedRegex("^14 ?0[0-9]{2,3}$", RegexOptions.None, 1000)]
    private static partial Regex OfMunicipality();
}
