using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals;

/// <summary>The signals somebody raised, and those that were passed on to somebody (P8).</summary>
public sealed class SignalOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers => [typeof(SignalForward)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var raised = await db
            .Signals.AsNoTracking()
            .Where(s => s.Contribution!.ByPersonId == personId)
            .OrderByDescending(s => s.Contribution!.At)
            .Select(s => new
            {
                s.Subject.Title,
                s.Text,
                s.PlaceNote,
                Village = s.Village!.Subject!.Title,
                s.Contribution!.At,
                s.State,
            })
            .ToArrayAsync(cancellation);
        var asked = await db
            .SignalForwards.Where(f => f.PersonId == personId)
            .Join(db.Subjects, f => f.SignalId, s => s.Id, (f, s) => new { f.At, s.Title })
            .OrderByDescending(f => f.At)
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Uw signalen"],
            "signalen",
            [
                .. raised.Select(s =>
                    (IReadOnlyList<OwnFact>)
                        [
                            new(T["Titel"], s.Title),
                            new(T["Tekst"], s.Text),
                            new(T["Plek"], s.PlaceNote),
                            new(T["Dorp"], s.Village),
                            new(T["Verteld op"], Formats.Date(DutchTime.DateOf(s.At))),
                            new(T["Hoe ver het is"], T.NameOf(s.State)),
                        ]
                ),
                .. asked.Select(f =>
                    (IReadOnlyList<OwnFact>)
                        [new(T["Aan u doorgestuurd"], f.Title), new(T["Op"], Formats.Date(DutchTime.DateOf(f.At)))]
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
    )
    {
        foreach (var forward in await db.SignalForwards.Where(f => f.PersonId == personId).ToArrayAsync(cancellation))
        {
            // That somebody at the municipality was asked stays true.
            forward.PersonId = null;
        }

        var own = await db
            .Signals.Include(s => s.Subject.Promises)
            .Include(s => s.Subject.Files)
            .Include(s => s.Contribution)
            .Where(s => s.Contribution!.ByPersonId == personId && s.Contribution.OnBehalfOfId == null)
            .AsSplitQuery()
            .ToArrayAsync(cancellation);
        foreach (var signal in own)
        {
            signal.Contribution!.NameIsPublic = false;
            if (wordsToo)
            {
                signal.Erase(actor);
            }
        }
    }
}
