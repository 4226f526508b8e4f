using Brink.Features.Promises;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Browser.Support;

public sealed partial class AwkwardData
{
    /// <summary>Asked of the municipality, with no answer yet.</summary>
    public Promise AskedPromise { get; private set; } = null!;

    /// <summary>Moved once, and now another day is proposed again.</summary>
    public Promise MovedPromise { get; private set; } = null!;
    public long LiaisonHoldingId { get; private set; }

    private async Task FillPromisesAsync()
    {
        var today = DutchTime.Today(host.Time);
        LiaisonHoldingId = await host.DbAsync(db =>
            db.RoleHoldings.Where(h => h.PersonId == Full.Liaison.Id).Select(h => h.Id).FirstAsync()
        );
        await data.SaveAsync(async db =>
        {
            var subject = await db.Subjects.SingleAsync(s => s.Id == Rich.Id);
            var (municipality, association) = (
                new Party(Full.Municipality.Id, Full.Liaison.Id),
                new Party(Full.Association.Id, Full.ContactPerson.Id)
            );
            AskedPromise = Promise.Ask(
                subject,
                municipality with
                {
                    PersonId = null,
                },
                association,
                today.AddDays(12),
                data.Now(Full.ContactPerson.Id),
                LongWord + " bij de brug",
                "dorpsoverleg in de grote zaal"
            );
            MovedPromise = Promise.Make(
                subject,
                PromiseKind.Agreed,
                municipality,
                association,
                today.AddDays(3),
                data.Now(Full.Liaison.Id),
                "De gemeente zet lantaarnpalen langs het hele pad van de brug naar de school"
            );
            MovedPromise.ProposeMove(
                PromiseSide.By,
                today.AddDays(10),
                "De kabels waren op.",
                data.Now(Full.Liaison.Id)
            );
            MovedPromise.AgreeToMove(PromiseSide.To, data.Now(Full.ContactPerson.Id));
            MovedPromise.ProposeMove(PromiseSide.By, today.AddDays(24), "Er is vorst.", data.Now(Full.Liaison.Id));
            var kept = Promise.Make(
                subject,
                PromiseKind.Agreed,
                association,
                municipality,
                today.AddDays(3),
                data.Now(Full.ContactPerson.Id),
                "De vereniging maait het veld"
            );
            return kept.Keep(data.Now(Full.ContactPerson.Id), "Gedaan.", "https://voorbeeld.example/maaien");
        });
    }
}
