using Brink.Platform.Database;
using Brink.Platform.Localisation;

namespace Brink.Features.Places.TailorMade;

/// <summary>
/// How one village wants to be invited and informed. Without a record: at once, along any road, about everything.
/// </summary>
/// <param name="Levels">By theme, only those about which the village has a wish.</param>
public sealed record HowToReach(
    long VillageId,
    HowOften HowOften,
    IReadOnlyList<ReachChannel> Channels,
    string UnsuitableTimes,
    IReadOnlyDictionary<long, InvolvementLevel> Levels
)
{
    private static readonly TimeOnly InTheMorning = new(8, 0);

    /// <summary>False only when the village would rather not hear of any of these themes; without a theme it hears.</summary>
    public bool WantsToHearOf(IReadOnlyCollection<long> themeIds) =>
        themeIds.Count == 0 || themeIds.Any(theme => LevelOf(theme) != InvolvementLevel.RatherNot);

    /// <summary>Null where the village has no wish about the theme.</summary>
    public InvolvementLevel? LevelOf(long themeId) => Levels.TryGetValue(themeId, out var level) ? level : null;

    /// <summary>When the next word to the village may leave: now, next Monday, or the first of next month, at eight.</summary>
    public DateTimeOffset NextMoment(DateTimeOffset now)
    {
        var today = DutchTime.DateOf(now);
        return HowOften switch
        {
            HowOften.Weekly => DutchTime.InstantOf(today.AddDays(DaysToMonday(today)), InTheMorning),
            HowOften.Monthly => DutchTime.InstantOf(
                new DateOnly(today.Year, today.Month, 1).AddMonths(1),
                InTheMorning
            ),
            _ => now,
        };
    }

    private static int DaysToMonday(DateOnly day) => 7 - (((int)day.DayOfWeek + 6) % 7);
}

/// <summary>Whom to invite or inform and how: the one place that features ask (P7).</summary>
public static class Invitations
{
    /// <returns>One for each village asked for, also where nothing is recorded. Three queries, however many.</returns>
    public static async Task<IReadOnlyDictionary<long, HowToReach>> HowToReachAsync(
        BrinkDb db,
        IReadOnlyCollection<long> villageIds,
        CancellationToken cancellation
    )
    {
        var known =
            villageIds.Count == 0
                ? []
                : (await db.TailorMadeOfAsync(villageIds, cancellation))
                    .Where(view => view.Record is not null)
                    .ToDictionary(view => view.VillageId, view => view.Record!);
        return villageIds
            .Distinct()
            .ToDictionary(
                id => id,
                id =>
                    known.GetValueOrDefault(id) is { } record
                        ? new HowToReach(
                            id,
                            record.HowOften,
                            record.Channels,
                            record.UnsuitableTimes,
                            record.Topics.ToDictionary(topic => topic.ThemeId, topic => topic.Level)
                        )
                        : new HowToReach(id, HowOften.AtOnce, [], "", new Dictionary<long, InvolvementLevel>())
            );
    }
}
