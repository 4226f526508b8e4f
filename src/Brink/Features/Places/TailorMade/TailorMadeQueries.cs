using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.TailorMade;

/// <summary>What suits one village, as pages show it.</summary>
/// <param name="Record">Null when nothing was recorded yet, which is no lack.</param>
public sealed record WhatSuitsView(long VillageId, string Village, string Slug, SuitingRecord? Record);

/// <param name="EnteredFor">The organisation that typed it in for the association; null when it did so itself.</param>
public sealed record SuitingRecord(
    IReadOnlyList<ReachChannel> Channels,
    HowOften HowOften,
    string UnsuitableTimes,
    string Words,
    DateOnly UpdatedOn,
    IReadOnlyList<SuitingTopic> Topics,
    string? EnteredFor,
    Channel Channel
);

public sealed record SuitingTopic(long ThemeId, string Theme, InvolvementLevel Level);

public static class TailorMadeQueries
{
    /// <summary>What suits these villages, one for each that there is, in the order asked. Three queries, however many.</summary>
    public static async Task<IReadOnlyList<WhatSuitsView>> TailorMadeOfAsync(
        this BrinkDb db,
        IReadOnlyCollection<long> villageIds,
        CancellationToken cancellation
    )
    {
        var villages = await db
            .Villages.AsNoTracking()
            .Where(v => villageIds.Contains(v.Id))
            .Select(v => new
            {
                v.Id,
                v.Subject!.Title,
                v.Subject.Slug,
            })
            .ToDictionaryAsync(v => v.Id, cancellation);
        var records = await db
            .WhatSuits.AsNoTracking()
            .Where(w => villageIds.Contains(w.VillageId))
            .Select(w => new
            {
                w.VillageId,
                w.Channels,
                w.HowOften,
                w.UnsuitableTimes,
                w.Words,
                w.UpdatedOn,
                EnteredFor = w.Contribution!.EnteredFor!.Name,
                w.Contribution.Channel,
            })
            .ToDictionaryAsync(w => w.VillageId, cancellation);
        var topics = (
            await db
                .WhatSuitsTopics.AsNoTracking()
                .Where(t => villageIds.Contains(t.VillageId))
                .Join(db.Themes, t => t.ThemeId, theme => theme.Id, (t, theme) => new { Topic = t, Theme = theme })
                .OrderBy(x => x.Theme.Order)
                .Select(x => new
                {
                    x.Topic.VillageId,
                    x.Topic.ThemeId,
                    x.Theme.Subject!.Title,
                    x.Topic.Level,
                })
                .ToArrayAsync(cancellation)
        ).ToLookup(t => t.VillageId, t => new SuitingTopic(t.ThemeId, t.Title, t.Level));
        return
        [
            .. villageIds
                .Where(villages.ContainsKey)
                .Select(id => villages[id])
                .Select(v => new WhatSuitsView(
                    v.Id,
                    v.Title,
                    v.Slug,
                    records.GetValueOrDefault(v.Id) is { } w
                        ? new SuitingRecord(
                            [.. w.Channels.Select(Enum.Parse<ReachChannel>)],
                            w.HowOften,
                            w.UnsuitableTimes,
                            w.Words,
                            w.UpdatedOn,
                            [.. topics[v.Id]],
                            w.EnteredFor,
                            w.Channel
                        )
                        : null
                )),
        ];
    }
}
