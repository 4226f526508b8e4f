using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Requests;

/// <summary>
/// What somebody asked for the municipality, or is the one to call about. Erased, the request stays the municipality's
/// and names nobody to call.
/// </summary>
public sealed class RequestOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers => [typeof(VillageRequest)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var requests = await db
            .VillageRequests.AsNoTracking()
            .Where(r =>
                r.ToCallId == personId
                || r.Contribution!.ByPersonId == personId
                || r.AnswerContribution!.ByPersonId == personId
            )
            .OrderByDescending(r => r.AskedOn)
            .ThenByDescending(r => r.Id)
            .Select(r => new
            {
                r.AskedOn,
                r.Subject.Title,
                r.Association!.Name,
                Calls = r.ToCallId == personId,
                Answered = r.AnswerContribution!.ByPersonId == personId,
                r.AnswerWords,
            })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Verzoeken aan dorpen"],
            "verzoeken",
            [
                .. requests.Select(r =>
                    new OwnFact[]
                    {
                        new(T["Wanneer"], Formats.Date(r.AskedOn)),
                        new(T["Verzoek"], r.Title),
                        new(T["Aan"], r.Name),
                        new(T["U bent te bellen"], r.Calls ? T["Ja"] : T["Nee"]),
                        new(T["Uw antwoord"], r.Answered ? r.AnswerWords : ""),
                    }
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
        foreach (var request in await db.VillageRequests.Where(r => r.ToCallId == personId).ToArrayAsync(cancellation))
        {
            request.NobodyToCall();
        }
    }
}
