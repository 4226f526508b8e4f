namespace Brink.Platform.Localisation;

public static class Deadline
{
    /// <summary>
    /// How far off a last day is, in calendar days: '6 dagen te laat', 'vandaag', 'morgen', 'over 6 dagen'.
    /// </summary>
    public static string Until(this Texts T, DateOnly lastDay, DateOnly today) =>
        (lastDay.DayNumber - today.DayNumber) switch
        {
            < 0 and var days => T.Count(-days, "1 dag te laat", "{0} dagen te laat"),
            0 => T["vandaag"],
            1 => T["morgen"],
            var days => T.Count(days, "over 1 dag", "over {0} dagen"),
        };
}
