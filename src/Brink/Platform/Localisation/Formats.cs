using System.Globalization;

namespace Brink.Platform.Localisation;

/// <summary>
/// Dates, times, numbers and money as people write them, in the language of
/// <see cref="CultureInfo.CurrentUICulture"/>. Dutch and English are spelled out here, so a page reads the same on
/// every machine; other languages follow their culture. Between a sign and its number stands a no-break space.
/// </summary>
public static class Formats
{
    private const string NoBreak = "\u00A0";
    private static readonly CultureInfo Dutch = Own(
        "nl-NL",
        [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
        ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
        ",",
        "."
    );
    private static readonly CultureInfo English = Own(
        "en-GB",
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        ".",
        ","
    );

    private static CultureInfo Culture =>
        Languages.CurrentCode switch
        {
            "nl" => Dutch,
            "en" => English,
            _ => CultureInfo.CurrentUICulture,
        };

    /// <summary>21 november 2026</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", Culture);

    /// <summary>zaterdag 21 november 2026</summary>
    public static string DateWithDay(DateOnly date) => date.ToString("dddd d MMMM yyyy", Culture);

    /// <summary>21 november, where the year is plain.</summary>
    public static string DayAndMonth(DateOnly date) => date.ToString("d MMMM", Culture);

    /// <summary>november 2026</summary>
    public static string Month(DateOnly date) => date.ToString("MMMM yyyy", Culture);

    /// <summary>21-11-2026; in English 21/11/2026.</summary>
    public static string ShortDate(DateOnly date) =>
        date.ToString(Languages.CurrentCode == "en" ? "dd'/'MM'/'yyyy" : "dd-MM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>19.30 uur; in English 19:30.</summary>
    public static string Time(TimeOnly time) =>
        Languages.CurrentCode == "nl"
            ? time.ToString("H.mm", CultureInfo.InvariantCulture) + NoBreak + "uur"
            : time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>21 november 2026, 19.30 uur, on the clock in the Netherlands.</summary>
    public static string Moment(DateTimeOffset instant)
    {
        var local = DutchTime.Local(instant);
        return $"{Date(DateOnly.FromDateTime(local.DateTime))}, {Time(TimeOnly.FromDateTime(local.DateTime))}";
    }

    /// <summary>34.092</summary>
    public static string Number(long number) => Minus(number.ToString("N0", Culture));

    /// <summary>1,2 MB; below a tenth of that 12 kB.</summary>
    public static string Size(long bytes) =>
        bytes >= 100_000
            ? Number(bytes / 1_000_000m, 1) + NoBreak + "MB"
            : Number(Math.Max(1, bytes / 1000)) + NoBreak + "kB";

    /// <summary>1.234,5 with exactly <paramref name="decimals"/> decimals, half away from zero.</summary>
    public static string Number(decimal number, int decimals) =>
        Minus(Rounded(number, decimals).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture));

    /// <summary>3,3 %; in English 3.3%.</summary>
    /// <param name="percentage">3.3 for 3,3 %, not 0.033.</param>
    public static string Percentage(decimal percentage, int decimals = 1) =>
        Number(percentage, decimals) + (Languages.CurrentCode == "en" ? "%" : NoBreak + "%");

    /// <summary>€ 1.250,00; in English €1,250.00. Rounded to whole cents, half away from zero.</summary>
    public static string Money(decimal euros) =>
        (euros < 0 && Rounded(euros, 2) != 0 ? "\u2212" : "")
        + (Languages.CurrentCode == "en" ? "€" : "€" + NoBreak)
        + Math.Abs(Rounded(euros, 2)).ToString("N2", Culture);

    /// <summary>1234 AB, or the text as it came when it is no Dutch postcode.</summary>
    public static string Postcode(string text)
    {
        var signs = string.Concat(text.Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();
        return
            signs.Length == 6
            && signs[0] != '0'
            && signs.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
            && signs.AsSpan(4).IndexOfAnyExceptInRange('A', 'Z') < 0
            ? signs[..4] + NoBreak + signs[4..]
            : text.Trim();
    }

    private static decimal Rounded(decimal number, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero);

    private static string Minus(string number) => number.Replace('-', '\u2212');

    private static CultureInfo Own(string name, string[] months, string[] days, string point, string thousands)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.DateTimeFormat.MonthNames = [.. months, ""];
        culture.DateTimeFormat.MonthGenitiveNames = [.. months, ""];
        culture.DateTimeFormat.DayNames = days;
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = thousands;
        culture.NumberFormat.NumberGroupSizes = [3];
        culture.NumberFormat.NegativeSign = "-";
        culture.NumberFormat.NumberNegativePattern = 1;
        return CultureInfo.ReadOnly(culture);
    }
}
