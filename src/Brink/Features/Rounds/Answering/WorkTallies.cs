using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Answering;

/// <summary>How many reactions each choice on the working list would leave, given the others.</summary>
public sealed record WorkTallies(
    IReadOnlyDictionary<(WorkStand Stand, WorkWho Who), int> Counted,
    IReadOnlyDictionary<int, int> Parts
)
{
    private static readonly WorkStand[] Stands = [WorkStand.New, WorkStand.Busy, WorkStand.Answered];
    private static readonly WorkWho[] Whos = [WorkWho.Residents, WorkWho.Associations];

    /// <summary>Two queries.</summary>
    public static async Task<WorkTallies> ReadAsync(
        IQueryable<Reaction> reactions,
        WorkFilter filter,
        CancellationToken cancellation
    )
    {
        var counted = await (filter with { Stand = WorkStand.All, Who = WorkWho.All })
            .Of(reactions)
            .GroupBy(r => new
            {
                r.State,
                IsTakenUp = r.AnswerId != null,
                IsAssociation = r.OrganisationId != null,
            })
            .Select(g => new { g.Key, Number = g.Count() })
            .ToArrayAsync(cancellation);
        var parts = await (filter with { Part = null })
            .Of(reactions)
            .GroupBy(r => r.Anchor)
            .Select(g => new { g.Key, Number = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Number, cancellation);
        return new WorkTallies(
            counted
                .GroupBy(row =>
                    (
                        row.Key.State == ReactionState.Answered ? WorkStand.Answered
                        : row.Key.IsTakenUp ? WorkStand.Busy
                        : WorkStand.New,
                        row.Key.IsAssociation ? WorkWho.Associations : WorkWho.Residents
                    )
                )
                .ToDictionary(same => same.Key, same => same.Sum(row => row.Number)),
            parts
        );
    }

    public int Of(WorkStand stand, WorkWho who) =>
        (stand == WorkStand.All ? Stands : [stand]).Sum(s =>
            (who == WorkWho.All ? Whos : [who]).Sum(w => Counted.GetValueOrDefault((s, w)))
        );

    public FilterBar Bar(Texts T, string address, WorkFilter filter, IReadOnlyDictionary<int, KnownSection> sections) =>
        new(
            address,
            filter.Words,
            T["Zoek woorden in reacties"],
            T.Count(Of(filter.Stand, filter.Who), "1 reactie", "{0} reacties"),
            [
                new FilterGroup(
                    T["Waar het staat"],
                    [
                        .. new[] { WorkStand.New, WorkStand.Busy, WorkStand.Answered, WorkStand.All }.Select(
                            stand => new FilterLink(
                                NameOf(T, stand),
                                address + (filter with { Stand = stand }).Query(),
                                Of(stand, filter.Who),
                                stand == filter.Stand
                            )
                        ),
                    ]
                ),
                new FilterGroup(
                    T["Van wie"],
                    [
                        .. new[] { WorkWho.All, WorkWho.Residents, WorkWho.Associations }.Select(who => new FilterLink(
                            NameOf(T, who),
                            address + (filter with { Who = who }).Query(),
                            Of(filter.Stand, who),
                            who == filter.Who
                        )),
                    ]
                ),
                new FilterGroup(
                    T["Paragraaf"],
                    [
                        .. Parts
                            .OrderBy(part => sections.GetValueOrDefault(part.Key)?.Order ?? -1)
                            .Select(part => new FilterLink(
                                T.PartOf(part.Key, sections.GetValueOrDefault(part.Key)?.Heading),
                                address + (filter with { Part = part.Key }).Query(),
                                part.Value,
                                part.Key == filter.Part
                            )),
                    ]
                ),
            ],
            [
                new("stand", WorkFilter.CodeOf(filter.Stand)),
                new("wie", WorkFilter.CodeOf(filter.Who)),
                .. filter.Part is { } chosen
                    ? [new KeyValuePair<string, string>("deel", chosen.ToString(CultureInfo.InvariantCulture))]
                    : Array.Empty<KeyValuePair<string, string>>(),
            ],
            filter.Query().Length > 0 ? address : null
        );

    private static string NameOf(Texts T, WorkStand stand) =>
        stand switch
        {
            WorkStand.New => T["Nog niet opgepakt"],
            WorkStand.Busy => T["In bewerking"],
            WorkStand.Answered => T["Beantwoord"],
            _ => T["Alle"],
        };

    private static string NameOf(Texts T, WorkWho who) =>
        who switch
        {
            WorkWho.Residents => T["Inwoners"],
            WorkWho.Associations => T["Verenigingen"],
            _ => T["Iedereen"],
        };
}
