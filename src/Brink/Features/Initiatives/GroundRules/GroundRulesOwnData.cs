using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.GroundRules;

/// <summary>
/// What somebody answered for a party. The rows refer to people through their contribution only; the agreed texts are
/// of the parties together and stay.
/// </summary>
public sealed class GroundRulesOwnData : OwnData
{
    private const int Most = 1000;

    public override IReadOnlyCollection<Type> Covers => [];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var rows = await db
            .GroundRulesResponses.AsNoTracking()
            .Where(r => r.Contribution!.ByPersonId == personId)
            .OrderByDescending(r => r.At)
            .Take(Most)
            .Join(db.GroundRulesVersions, r => r.VersionId, v => v.Id, (r, v) => new { Answer = r, Rules = v })
            .Join(
                db.Subjects,
                x => x.Rules.InitiativeId,
                s => s.Id,
                (x, s) =>
                    new
                    {
                        s.Title,
                        x.Rules.Number,
                        x.Answer.Kind,
                        x.Answer.Words,
                        x.Answer.At,
                    }
            )
            .ToArrayAsync(cancellation);
        return new(
            T["Uw antwoorden op spelregels"],
            "spelregels",
            [
                .. rows.OrderByDescending(r => r.At)
                    .Select(r =>
                        (IReadOnlyList<OwnFact>)
                            [
                                new(T["Initiatief"], r.Title),
                                new(T["Versie"], Formats.Number(r.Number)),
                                new(T["Antwoord"], T.StatusOf(r.Kind).Text),
                                new(T["Toelichting"], r.Words),
                                new(T["Wanneer"], Formats.Moment(r.At)),
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
    )
    {
        if (!wordsToo)
        {
            return;
        }

        var answers = await db
            .GroundRulesResponses.Where(r => r.Contribution!.ByPersonId == personId && r.Words != "")
            .ToArrayAsync(cancellation);
        foreach (var answer in answers)
        {
            answer.Words = "";
        }
    }
}
