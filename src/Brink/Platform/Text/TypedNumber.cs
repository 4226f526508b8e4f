using System.Globalization;
using System.Text.RegularExpressions;

namespace Brink.Platform.Text;

/// <summary>Numbers as people type them and spreadsheets write them, whatever the language of the page.</summary>
public static partial class TypedNumber
{
    /// <summary>665, 1.234 or 1 234; null when it is no whole number.</summary>
    public static int? Whole(string text)
    {
        var digits = Grouped().IsMatch(text.Trim()) ? Separator().Replace(text, "") : text.Trim();
        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>52,87 or 52.87; null when it is no number.</summary>
    public static double? Fraction(string text) =>
        double.TryParse(
            text.Trim().Replace(',', '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        ) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>Groups of three with the same sign between: 1.234.567.</summary>
    [GeneratedRegex(@"^-?[0-9]{1,3}(?<sign>[.,\s])[0-9]{3}(\k<sign>[0-9]{3})*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[.,\s]", RegexOptions.None, 1000)]
    private static partial Regex Separator();
}
