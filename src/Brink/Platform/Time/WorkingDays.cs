namespace Brink.Platform.Time;

/// <summary>
/// Working days: Monday to Friday, except the days of the Algemene termijnenwet. Article 3(1) names 'de Nieuwjaarsdag,
/// de Christelijke tweede Paas- en Pinksterdagen, de beide Kerstdagen, de Hemelvaartsdag, de dag waarop de verjaardag
/// van de Koning wordt gevierd en de vijfde mei'; article 3(2) equates 'de Goede Vrijdag' with them. Days that the
/// government equates by decree (article 3(3)), and days a town hall closes of its own accord, are not counted in.
/// </summary>
public static class WorkingDays
{
    /// <summary>More would be a mistake: no term in this program is longer than some years.</summary>
    public const int MostDays = 10_000;

    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(date);

    public static bool IsHoliday(DateOnly date) =>
        (date.Month, date.Day) is (1, 1) or (5, 5) or (12, 25) or (12, 26)
        || date == RoyalBirthday(date.Year)
        || (date.DayNumber - Easter(date.Year).DayNumber) is -2 or 1 or 39 or 50;

    /// <summary>The holidays of a year in order; some may fall in a weekend, two may coincide.</summary>
    public static IReadOnlyList<DateOnly> Holidays(int year)
    {
        var easter = Easter(year);
        return
        [
            .. new HashSet<DateOnly>
            {
                new(year, 1, 1),
                easter.AddDays(-2),
                easter.AddDays(1),
                RoyalBirthday(year),
                new(year, 5, 5),
                easter.AddDays(39),
                easter.AddDays(50),
                new(year, 12, 25),
                new(year, 12, 26),
            }.Order(),
        ];
    }

    /// <summary>
    /// The last day of a term: <paramref name="days"/> working days after <paramref name="from"/>, whose own day does
    /// not count. With 0 the day itself, or the first working day after it (article 1(1) of the law). Negative counts
    /// back, for reminders.
    /// </summary>
    public static DateOnly Add(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)days), MostDays, nameof(days));
        var date = from;
        if (days == 0)
            while (!IsWorkingDay(date))
                date = date.AddDays(1);
        for (var left = Math.Abs(days); left > 0; )
        {
            date = date.AddDays(Math.Sign(days));
            if (IsWorkingDay(date))
                left--;
        }
        return date;
    }

    /// <summary>
    /// Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when
    /// <paramref name="to"/> is earlier.
    /// </summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -Between(to, from);
        var count = 0;
        for (var day = from.DayNumber + 1; day <= to.DayNumber; day++)
            if (IsWorkingDay(DateOnly.FromDayNumber(day)))
                count++;
        return count;
    }

    /// <summary>
    /// Koningsdag, 27 April, or the 26th when that is a Sunday; until 2013 Koninginnedag, 30 April, or the 29th.
    /// </summary>
    private static DateOnly RoyalBirthday(int year)
    {
        var date = new DateOnly(year, 4, year >= 2014 ? 27 : 30);
        return date.DayOfWeek == DayOfWeek.Sunday ? date.AddDays(-1) : date;
    }

    /// <summary>Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher).</summary>
    internal static DateOnly Easter(int year)
    {
        var (century, inCentury) = Math.DivRem(year, 100);
        var golden = year % 19;
        var correction = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var (month, day) = Math.DivRem(epact + weekday - 7 * late + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
