using Brink.Features.Accounts;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Subjects;

/// <summary>What somebody brought in or typed in for another. The words themselves are with their own feature.</summary>
public sealed class ContributionsOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers { get; } = [typeof(Contribution)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var rows = await db
            .Contributions.AsNoTracking()
            .Where(c => c.ByPersonId == personId || c.EnteredById == personId)
            .OrderByDescending(c => c.At)
            .ThenByDescending(c => c.Id)
            .Select(c => new
            {
                c.Subject!.Title,
                c.At,
                c.NameIsPublic,
                IsOwn = c.ByPersonId == personId,
            })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Wat u inbracht"],
            "inbreng",
            [
                .. rows.Select(
                    IReadOnlyList<OwnFact> (row) =>
                        [
                            new(T["Over"], row.Title),
                            new(T["Wanneer"], Formats.Moment(row.At)),
                            new(T["Van wie"], row.IsOwn ? T["van u"] : T["van een ander, door u ingevoerd"]),
                            new(T["Iedereen ziet uw naam erbij"], row.IsOwn && row.NameIsPublic ? T["Ja"] : T["Nee"]),
                        ]
                ),
            ]
        );
    }

    public override async Task EraseAsync(
        BrinkDb db,
        long personId,
        bool wordsToo,
        Actor actor,
        CancellationToken cancellation
    ) =>
        await db
            .Contributions.Where(c => c.ByPersonId == personId && c.NameIsPublic)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.NameIsPublic, false), cancellation);
}

public sealed class FollowsOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers { get; } = [typeof(Follow)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var rows = await db
            .Follows.AsNoTracking()
            .Where(f => f.PersonId == personId)
            .OrderByDescending(f => f.Since)
            .ThenBy(f => f.SubjectId)
            .Select(f => new
            {
                f.Subject!.Title,
                f.Since,
                f.Frequency,
            })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Wat u volgt"],
            "volgt",
            [
                .. rows.Select(
                    IReadOnlyList<OwnFact> (row) =>
                        [
                            new(T["Onderwerp"], row.Title),
                            new(T["Sinds"], Formats.Moment(row.Since)),
                            new(
                                T["Mail"],
                                row.Frequency switch
                                {
                                    Frequency.AtOnce => T["meteen"],
                                    Frequency.Daily => T["één keer per dag"],
                                    _ => T["geen mail"],
                                }
                            ),
                        ]
                ),
            ]
        );
    }

    public override async Task EraseAsync(
        BrinkDb db,
        long personId,
        bool wordsToo,
        Actor actor,
        CancellationToken cancellation
    ) => await db.Follows.Where(f => f.PersonId == personId).ExecuteDeleteAsync(cancellation);
}
