using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;

namespace Brink.Features.Standpoints;

/// <summary>Reactions of the associations, sending, and the answer.</summary>
public partial class Standpoint
{
    /// <summary>
    /// An association signs, abstains or dissents in its own words; until the term ends it may change its mind. What it
    /// said before stays in the history.
    /// </summary>
    /// <param name="seen">The number of the reaction the writer knew of: a colleague's newer one is not overwritten unread.</param>
    /// <param name="role">In which role the person who writes it acts, here and now.</param>
    /// <param name="scan">Of the paper it was typed over from; null for none.</param>
    public Outcome React(
        long roundId,
        long associationId,
        int seen,
        Stance stance,
        string words,
        Role role,
        Contribution provenance,
        Actor actor,
        ReactionScan? scan = null
    )
    {
        if (OpenRound is not { } round || round.Id != roundId)
        {
            return Outcome.Refuse("", NotOpen());
        }

        // The moment at which Brink got it counts: through the last day, and not a second after it.
        var maySpeakAfter = stance == Stance.TakenBack && round.Current(associationId) is { IsEntered: true };
        if (actor.Today > round.Closes && !maySpeakAfter)
        {
            return Outcome.Refuse("", "De termijn is voorbij. Uw reactie is niet bewaard.");
        }

        if (!round.Invited.Exists(invited => invited.AssociationId == associationId))
        {
            return Outcome.Refuse("", "Deze vereniging is voor dit standpunt niet gevraagd.");
        }

        if (round.LastNumber(associationId) != seen)
        {
            return Outcome.Refuse(
                "",
                "Iemand anders reageerde intussen voor uw vereniging. U ziet die reactie hieronder."
            );
        }

        if (stance == Stance.TakenBack && round.Current(associationId) is null)
        {
            return Outcome.Refuse("", "Er is geen reactie om in te trekken.");
        }

        provenance.Subject = Subject;
        round.Add(associationId, stance, words.Trim(), role, provenance, Subject, actor, scan);
        return Outcome.Done;
    }

    /// <summary>
    /// To the municipality, after the term or as soon as all have answered. What is sent is what stands here now, and
    /// the municipality owes an answer.
    /// </summary>
    /// <param name="villages">Those it is about: of the signals it is made from.</param>
    public Outcome Send(ServiceTerms terms, IEnumerable<long> villages, Actor actor)
    {
        var can = CanSend(actor.Today);
        if (!can.Succeeded)
        {
            return can;
        }

        var round = OpenRound!;
        SentReactions.AddRange(
            round.Invited.Select(invited => SentReaction.Of(invited, round.Current(invited.AssociationId)))
        );
        round.End(RoundEnding.Sent, actor);
        State = StandpointState.Sent;
        SentAt = actor.At;
        Subject.Villages.AddRange(villages.Distinct().Select(id => new SubjectVillage { VillageId = id }));
        Subject.Show(Visibility.Public);
        Subject.Happened(
            StandpointVerbs.Sent,
            actor,
            ("signed", SentReactions.Count(r => r.Stance == Stance.Signed)),
            ("asked", SentReactions.Count)
        );
        Promise.Make(
            Subject,
            PromiseKind.Answer,
            new Party(terms.MunicipalityOrganisationId, terms.LiaisonId),
            new Party(UmbrellaId, null),
            terms.AnswerBy,
            actor
        );
        return Outcome.Done;
    }

    /// <summary>Whether it could be sent on this day; for who wants to see it first.</summary>
    public Outcome CanSend(DateOnly today) =>
        (State, OpenRound) switch
        {
            (StandpointState.Signing, { } round) when today > round.Closes || round.AllAnswered => Outcome.Done,
            (StandpointState.Signing, { } round) => Outcome.Refuse(
                "",
                "De termijn loopt nog tot en met {0}, en niet iedereen heeft gereageerd.",
                Formats.Date(round.Closes)
            ),
            (StandpointState.Draft, _) => Outcome.Refuse("", "Stuur het standpunt eerst rond langs de verenigingen."),
            _ => Outcome.Refuse("", NoMoreChange()),
        };

    /// <summary>The municipality answers in words, once.</summary>
    public Outcome Answer(string text, Contribution provenance, Actor actor)
    {
        var can = CanAnswer(text);
        if (!can.Succeeded)
        {
            return can;
        }

        provenance.Subject = Subject;
        State = StandpointState.Answered;
        AnswerText = text.Trim();
        AnsweredAt = actor.At;
        AnswerContribution = provenance;
        Subject.Happened(StandpointVerbs.Answered, actor);
        Subject.Promises.Find(p => p.Kind == PromiseKind.Answer && p.State == PromiseState.Open)?.Keep(actor);
        return Outcome.Done;
    }

    public Outcome CanAnswer(string text) =>
        State switch
        {
            StandpointState.Answered => Outcome.Refuse(
                "",
                "Dit standpunt heeft al een antwoord. Een collega was u voor."
            ),
            not StandpointState.Sent => Outcome.Refuse("", "Dit standpunt is nog niet aan de gemeente gestuurd."),
            _ when string.IsNullOrWhiteSpace(text) => Outcome.Refuse("Text", "Schrijf het antwoord van de gemeente."),
            _ => Outcome.Done,
        };

    /// <summary>
    /// The rounds say it, for they are read after the standpoint itself: what was sent between those two readings still
    /// looks as if it were being signed.
    /// </summary>
    private string NotOpen() =>
        Rounds.Exists(round => round.Ending == RoundEnding.Sent) ? AlreadySent()
        : State is StandpointState.Draft or StandpointState.Signing
            ? Texts.Mark(
                "De koepel heeft de tekst intussen veranderd. Uw reactie is niet bewaard. Lees eerst de nieuwe tekst."
            )
        : NoMoreChange();
}
