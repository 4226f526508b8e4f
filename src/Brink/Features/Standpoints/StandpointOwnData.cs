using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Standpoints;

/// <summary>
/// What somebody wrote for the umbrella or for an association. These tables know a person only by the contribution; when
/// that forgets who it was, the words stay, for they are the organisation's and not the person's.
/// </summary>
public sealed class StandpointOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers => [];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var reactions = await db
            .Signatures.AsNoTracking()
            .Where(s => s.Contribution!.ByPersonId == personId || s.Contribution.EnteredById == personId)
            .OrderByDescending(s => s.At)
            .Select(s => new
            {
                s.At,
                s.Contribution!.Subject!.Title,
                Association = s.Contribution.OnBehalfOf!.Name,
                s.Stance,
                s.Words,
            })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Uw reacties op standpunten"],
            "reacties-op-standpunten",
            [
                .. reactions.Select(r =>
                    new OwnFact[]
                    {
                        new(T["Wanneer"], Formats.Moment(r.At)),
                        new(T["Standpunt"], r.Title),
                        new(T["Namens"], r.Association),
                        new(T["Reactie"], r.Stance == Stance.TakenBack ? T["Teruggenomen"] : T.StatusOf(r.Stance).Text),
                        new(T["Woorden"], r.Words),
                    }
                ),
            ]
        );
    }

    public override Task EraseAsync(
        BrinkDb db,
        long personId,
        bool wordsToo,
        Actor actor,
        CancellationToken cancellation
    ) => Task.CompletedTask;
}
