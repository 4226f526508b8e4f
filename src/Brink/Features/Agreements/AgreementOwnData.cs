using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agreements;

/// <summary>
/// What somebody signed for a party. These tables know a person only by the contribution; the signature is the party's
/// and stays when the contribution forgets who put it.
/// </summary>
public sealed class AgreementOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers => [];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var answers = await db
            .AgreementAnswers.AsNoTracking()
            .Where(a => a.Contribution!.ByPersonId == personId || a.Contribution.EnteredById == personId)
            .OrderByDescending(a => a.At)
            .Select(a => new
            {
                a.At,
                a.Contribution!.Subject!.Title,
                Organisation = a.Contribution.OnBehalfOf!.Name,
                a.Kind,
                a.Words,
            })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Wat u tekende"],
            "handtekeningen",
            [
                .. answers.Select(a =>
                    new OwnFact[]
                    {
                        new(T["Wanneer"], Formats.Moment(a.At)),
                        new(T["Afspraken"], a.Title),
                        new(T["Namens"], a.Organisation),
                        new(
                            T["Antwoord"],
                            a.Kind == AnswerKind.TakesBack ? T["Teruggenomen"] : T.StatusOf(a.Kind).Text
                        ),
                        new(T["Woorden"], a.Words),
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
