using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places;

/// <summary>
/// The roles somebody holds and held. That an office was held from a day to a day is history of the organisation and
/// stays, without a name: the timeline says 'de dorpscontactambtenaar' by it.
/// </summary>
public sealed class PlacesOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers { get; } = [typeof(RoleHolding)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var rows = await db
            .RoleHoldings.AsNoTracking()
            .Where(h => h.PersonId == personId)
            .OrderByDescending(h => h.From)
            .ThenByDescending(h => h.Id)
            .Select(h => new
            {
                h.Role,
                Organisation = h.Organisation!.Name,
                Village = h.Village!.Subject!.Title,
                h.Topics,
                h.From,
                h.To,
            })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Uw taken"],
            "taken",
            [
                .. rows.Select(
                    IReadOnlyList<OwnFact> (row) =>
                        [
                            new(T["Rol"], T.NameOf(row.Role)),
                            new(T["Organisatie"], row.Organisation),
                            new(T["Dorp"], row.Village ?? ""),
                            new(T["Onderwerpen"], row.Topics),
                            new(T["Eerste dag"], Formats.Date(row.From)),
                            new(T["Laatste dag"], row.To is { } last ? Formats.Date(last) : ""),
                        ]
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
