using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds;

/// <summary>
/// What rounds keep of a person. Erased, a reaction stays as that of 'een inwoner', or its words go by choice; one that had
/// its answer keeps counting. What an association said, and what officers answered, stays theirs.
/// </summary>
public sealed class RoundsOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers =>
        [typeof(Reaction), typeof(RoundAnswer), typeof(AnswerCorrection)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var reactions = await db
            .Reactions.AsNoTracking()
            .Where(r => r.PersonId == personId)
            .OrderByDescending(r => r.At)
            .ThenByDescending(r => r.Id)
            .Select(r => new
            {
                r.Id,
                r.At,
                r.Text,
                r.Proposed,
                r.State,
                r.Organisation!.Name,
                r.Contribution!.NameIsPublic,
                r.Round!.Dossier!.Subject.Title,
            })
            .ToArrayAsync(cancellation);
        var answers = await db
            .RoundAnswers.AsNoTracking()
            .Where(a =>
                a.HandledById == personId
                || a.WrittenById == personId
                || a.Corrections.Any(c => c.WrittenById == personId)
            )
            .OrderByDescending(a => a.Id)
            .Select(a => new { a.Round!.Dossier!.Subject.Title, a.Because })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Wat u zei over plannen van de gemeente"],
            "reacties",
            [
                .. reactions.Select(r =>
                    (IReadOnlyList<OwnFact>)
                        [
                            new(T["Plan"], r.Title),
                            new(T["Nummer"], RoundWords.NumberOf(r.Id)),
                            new(T["Wanneer"], Formats.Date(DutchTime.DateOf(r.At))),
                            new(T["Uw tekst"], r.Text),
                            new(T["De woorden die u voorstelt"], r.Proposed),
                            new(T["Namens"], r.Name ?? T["Mijzelf"]),
                            new(T["Naam zichtbaar"], r.NameIsPublic ? T["ja"] : T["nee"]),
                            new(T["Ingetrokken"], r.State == ReactionState.Withdrawn ? T["ja"] : T["nee"]),
                        ]
                ),
                .. answers.Select(a =>
                    (IReadOnlyList<OwnFact>)
                        [new(T["Plan"], a.Title), new(T["Een antwoord waaraan u werkte"], a.Because)]
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
        foreach (
            var reaction in await db
                .Reactions.Include(r => r.Contribution)
                .Include(r => r.Round)
                .Where(r => r.PersonId == personId && r.OrganisationId == null)
                .ToArrayAsync(cancellation)
        )
        {
            reaction.Erase(wordsToo);
            db.Journal.Add(
                JournalEntry.Beside(
                    reaction.Round!.DossierId,
                    reaction.State == ReactionState.Withdrawn ? ReactionVerbs.Withdrawn : ReactionVerbs.Edited,
                    actor,
                    ("reaction", reaction.Id),
                    ("round", reaction.RoundId)
                )
            );
        }

        foreach (
            var answer in await db
                .RoundAnswers.Include(a => a.Corrections)
                .Where(a =>
                    a.HandledById == personId
                    || a.WrittenById == personId
                    || a.Corrections.Any(c => c.WrittenById == personId)
                )
                .ToArrayAsync(cancellation)
        )
        {
            answer.Forget(personId);
        }
    }
}
