using System.Globalization;
using System.Text.RegularExpressions;

namespace Brink.Platform.Text;

/// <summary>Amounts and hours as people type them, exact to two decimals, whatever the language of the page.</summary>
public static partial class TypedMoney
{
    /// <summary>
    /// 1250, 1.250, 1.250,50, 1250.5, € 1.250,- ; null when it is no amount, is below zero or has more than two
    /// decimals: those are never rounded off unseen.
    /// </summary>
    public static decimal? Read(string? text)
    {
        var typed = (text ?? "").Replace("€", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim();
        if (typed.EndsWith(",-", StringComparison.Ordinal) || typed.EndsWith(",--", StringComparison.Ordinal))
        {
            typed = typed[..typed.LastIndexOf(',')];
        }

        if (Amount().Match(typed) is not { Success: true } found)
        {
            return null;
        }

        var whole = found.Groups["whole"].Value.Where(char.IsAsciiDigit).ToArray();
        var cents = found.Groups["cents"].Value.PadRight(2, '0');
        return decimal.TryParse($"{new string(whole)}.{cents}", CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
    }

    /// <summary>As it stands in a field to be changed: 1250,50.</summary>
    public static string Write(decimal amount) =>
        amount.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>Whole digits, alone or in groups of three with one sign between; then one or two decimals after the other sign.</summary>
    [GeneratedRegex(
        @"^(?<whole>[1-9][0-9]{0,2}(?<sign>[. ,])[0-9]{3}(\k<sign>[0-9]{3}){0,3}|[0-9]{1,12})((?!\k<sign>)[.,](?<cents>[0-9]{1,2}))?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Amount();
}
