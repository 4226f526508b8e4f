using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice;

/// <summary>
/// What somebody asked or answered for the municipality, or gave for an association. These tables know a person only by the
/// contribution; when that forgets who it was, the words stay, for they are the organisation's and not the person's.
/// </summary>
public sealed class AdviceOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers => [];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var advices = await db
            .Advices.AsNoTracking()
            .Select(a => new
            {
                a.Id,
                a.Subject.Title,
                a.Adviser!.Name,
                Asked = a.AskContribution!.ByPersonId == personId,
                Gave = a.GivenContribution!.ByPersonId == personId || a.GivenContribution.EnteredById == personId,
                Answered = a.Answers.Any(answer => answer.Contribution!.ByPersonId == personId),
            })
            .Where(a => a.Asked || a.Gave || a.Answered)
            .OrderByDescending(a => a.Id)
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Adviezen waaraan u werkte"],
            "adviezen",
            [
                .. advices.Select(a =>
                    (IReadOnlyList<OwnFact>)
                        [
                            new(T["Advies"], a.Title),
                            new(T["Van"], a.Name),
                            new(T["U vroeg het"], a.Asked ? T["ja"] : T["nee"]),
                            new(T["U gaf het of voerde het in"], a.Gave ? T["ja"] : T["nee"]),
                            new(T["U gaf antwoord"], a.Answered ? T["ja"] : T["nee"]),
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
