using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives;

/// <summary>
/// Initiatives somebody carries, with words and photos. One that others carry as well stays theirs; an open one that
/// nobody else carries goes to the association of the village or is withdrawn, as the person wishes.
/// </summary>
public sealed class InitiativesOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers { get; } = [typeof(Initiator)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var rows = await db
            .Initiatives.AsNoTracking()
            .Where(i => i.Initiators.Any(who => who.PersonId == personId))
            .OrderByDescending(i => i.Id)
            .Select(i => new
            {
                i.Id,
                i.Subject.Title,
                Village = i.Village!.Subject!.Title,
                i.What,
                i.Why,
                i.Companions,
                i.GroupName,
                i.PlaceNote,
                i.Longitude,
                i.Latitude,
                i.NextStep,
                i.NextStepBy,
                i.Lessons,
                i.Phase,
                i.Subject.CreatedAt,
                Photos = i
                    .Subject.Files.Where(f => f.PartId == null)
                    .Select(f => new { f.Id, f.Description })
                    .ToArray(),
            })
            .AsSingleQuery()
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Uw initiatieven"],
            "initiatieven",
            [
                .. rows.Select(
                    IReadOnlyList<OwnFact> (row) =>
                        [
                            new(T["Titel"], row.Title),
                            new(T["Dorp"], row.Village),
                            new(T["Ingeleverd op"], Formats.Moment(row.CreatedAt)),
                            new(T["Wat u wilt"], row.What),
                            new(T["Waarom"], row.Why),
                            new(T["Wie er meedoen"], row.Companions),
                            new(T["Naam van de groep"], row.GroupName),
                            new(T["Waar"], row.PlaceNote),
                            new(T["Plek op de kaart"], Spot(row.Latitude, row.Longitude)),
                            new(T["Fase"], T.NameOf(row.Phase)),
                            new(T["Volgende stap"], row.NextStep),
                            new(T["Wie de volgende stap zet"], row.NextStepBy),
                            new(T["Wat u leerde"], row.Lessons),
                            .. row.Photos.Select(photo => new OwnFact(
                                T["Foto"],
                                $"{InitiativeLinks.Photo(row.Id, photo.Id)} {photo.Description}".Trim()
                            )),
                        ]
                ),
            ]
        );
    }

    public override async Task<IReadOnlyList<LeftBehind>> LeftBehindAsync(
        BrinkDb db,
        long personId,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var open = await CarriedAlone(db, personId)
            .AsNoTracking()
            .Where(i =>
                i.Intake != IntakeState.AwaitingConfirmation
                && i.Intake != IntakeState.Withdrawn
                && i.Phase != Phase.Done
                && i.Phase != Phase.InUpkeep
                && i.Phase != Phase.Stopped
            )
            .OrderBy(i => i.Id)
            .Select(i => new
            {
                i.Subject.Title,
                Association = Associations(db, today)
                    .Where(r => r.VillageId == i.VillageId)
                    .OrderBy(r => r.Id)
                    .Select(r => r.Organisation!.Name)
                    .FirstOrDefault(),
            })
            .ToArrayAsync(cancellation);
        return [.. open.Select(i => new LeftBehind(i.Title, i.Association))];
    }

    public override async Task LeaveAsync(
        BrinkDb db,
        long personId,
        bool handOver,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var alone = await CarriedAlone(db, personId)
            .Include(i => i.Subject.Promises)
            .Include(i => i.Subject.Files)
            .Include(i => i.Contribution)
            .AsSplitQuery()
            .ToArrayAsync(cancellation);
        var villages = alone.Select(i => i.VillageId).ToArray();
        var associations = (
            await Associations(db, actor.Today)
                .AsNoTracking()
                .Where(r => villages.Contains(r.VillageId))
                .OrderBy(r => r.Id)
                .ToArrayAsync(cancellation)
        ).ToLookup(r => r.VillageId, r => r.OrganisationId);
        foreach (var initiative in alone)
        {
            if (initiative.Intake == IntakeState.AwaitingConfirmation)
            {
                // Nobody has seen it, so nobody misses it.
                initiative.Forget(actor);
            }
            else if (!initiative.IsOver && !handOver)
            {
                initiative.Withdraw(actor);
            }
            else if (!initiative.IsOver && associations[initiative.VillageId].Any())
            {
                initiative.HandOver(associations[initiative.VillageId].First(), actor);
            }
        }
    }

    public override async Task EraseAsync(
        BrinkDb db,
        long personId,
        bool wordsToo,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var carried = await db
            .Initiatives.Include(i => i.Subject.Promises)
            .Include(i => i.Subject.Files)
            .Include(i => i.Contribution)
            .Include(i => i.Initiators)
            .Include(i => i.Phases)
            .Where(i => i.Initiators.Any(who => who.PersonId == personId))
            .AsSplitQuery()
            .ToArrayAsync(cancellation);
        foreach (var initiative in carried)
        {
            // What an association brought in for itself, or took over a moment ago, is the association's.
            var own = initiative.Initiators.Count == 1 && initiative.Contribution!.OnBehalfOfId is null;
            initiative.Leave(personId, actor);
            if (wordsToo && own)
            {
                initiative.TakeWordsBack(actor);
            }
        }
    }

    /// <summary>No other person carries it, no association brought it in.</summary>
    private static IQueryable<Initiative> CarriedAlone(BrinkDb db, long personId) =>
        db.Initiatives.Where(i =>
            i.Initiators.Any(who => who.PersonId == personId)
            && i.Initiators.Count == 1
            && i.Contribution!.OnBehalfOfId == null
        );

    private static IQueryable<Representation> Associations(BrinkDb db, DateOnly today) =>
        db.Representations.Where(r =>
            r.Organisation!.Kind == OrganisationKind.Association
            && r.Organisation.EndedAt == null
            && (r.From == null || r.From <= today)
            && (r.To == null || r.To >= today)
        );

    private static string Spot(double? latitude, double? longitude) =>
        latitude is { } north && longitude is { } east
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{north:0.00000}, {east:0.00000}")
            : "";
}
