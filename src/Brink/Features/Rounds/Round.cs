using Brink.Features.Dossiers;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Rounds;

/// <summary>What people are asked, as in the walk of a village plan (004, C5).</summary>
public enum RoundKind
{
    /// <summary>Before there is a text: what should be in it?</summary>
    Suggestions,

    /// <summary>On a draft that still changes.</summary>
    Draft,

    /// <summary>On the text that goes to the executive.</summary>
    Reactions,

    /// <summary>On what lies before committee or council.</summary>
    Council,
}

/// <summary>Where a round stands: a fact about the server's clock, and whether it was finished.</summary>
public enum RoundPhase
{
    Planned,
    Open,

    /// <summary>Closed; officers answer. What comes in now is kept and marked as late.</summary>
    Processing,
    Finished,
}

/// <summary>
/// The municipality asks what people think of a document, or of a plan as a whole, from one moment to another (C5). Each
/// reaction gets an answer; the database refuses to finish a round in which one has none (C6).
/// </summary>
public class Round : ITenantEntity
{
    public const int LongestQuestion = 2000;
    public const int LongestReason = 1000;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DossierId { get; private set; }
    public Dossier? Dossier { get; private set; }

    /// <summary>What it is about; null for the plan as a whole.</summary>
    public long? DocumentId { get; private set; }
    public Document? Document { get; private set; }

    /// <summary>The version that lay there when the round was set; a later one may replace it while people react.</summary>
    public int FromVersion { get; private set; }
    public RoundKind Kind { get; private set; }
    public string Question { get; private set; } = "";
    public DateTimeOffset OpensAt { get; private set; }

    /// <summary>The first moment that is too late.</summary>
    public DateTimeOffset ClosesAt { get; private set; }

    /// <summary>Whoever shows that a mail address is theirs may react, without an account.</summary>
    public bool MailIsEnough { get; private set; }

    /// <summary>Everybody has an answer on this day at the latest; the municipality's promise.</summary>
    public DateOnly AnswerBy { get; private set; }
    public long PromiseId { get; private set; }
    public Promise? Promise { get; private set; }

    /// <summary>Everybody has an answer: nothing can be added any more.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>That it opened, or closed, was said in the journal; the clock says it once.</summary>
    public bool OpeningTold { get; private set; }
    public bool ClosingTold { get; private set; }
    public List<RoundExtension> Extensions { get; } = [];
    public uint Version { get; private set; }

    public RoundPhase PhaseAt(DateTimeOffset now) => PhaseOf(OpensAt, ClosesAt, FinishedAt, now);

    public static RoundPhase PhaseOf(
        DateTimeOffset opens,
        DateTimeOffset closes,
        DateTimeOffset? finished,
        DateTimeOffset now
    ) =>
        finished is not null ? RoundPhase.Finished
        : now < opens ? RoundPhase.Planned
        : now < closes ? RoundPhase.Open
        : RoundPhase.Processing;

    /// <summary>What is wrong with a round before it is set.</summary>
    public static IEnumerable<Refusal> Wrong(RoundPlan plan, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(plan.Question))
        {
            yield return new Refusal("Question", "Schrijf wat u wilt weten.");
        }

        if (plan.ClosesAt <= plan.OpensAt || plan.ClosesAt <= now)
        {
            yield return new Refusal("ClosesOn", "De ronde sluit na de opening, en niet in het verleden.");
        }

        if (plan.AnswerBy <= Platform.Localisation.DutchTime.DateOf(plan.ClosesAt))
        {
            yield return new Refusal("AnswerBy", "Kies een dag na de sluiting. Dan heeft iedereen antwoord.");
        }
    }

    /// <summary>
    /// The municipality sets a round and promises everybody an answer. What is in the past opens now.
    /// </summary>
    /// <param name="dossier">With its subject.</param>
    /// <param name="document">Published; null for the plan as a whole.</param>
    public static Round Set(Dossier dossier, Document? document, RoundPlan plan, Actor actor)
    {
        var promise = Promise.Make(
            dossier.Subject,
            PromiseKind.Answer,
            new Party(dossier.OrganisationId, actor.PersonId),
            new Party(null, null, PromiseGroup.WhoReacted),
            plan.AnswerBy,
            actor
        );
        var round = new Round
        {
            MunicipalityId = dossier.MunicipalityId,
            Dossier = dossier,
            DossierId = dossier.Id,
            Document = document,
            DocumentId = document?.Id,
            FromVersion = document?.CurrentNumber ?? 0,
            Kind = plan.Kind,
            Question = plan.Question.Trim(),
            OpensAt = plan.OpensAt > actor.At ? plan.OpensAt : actor.At,
            ClosesAt = plan.ClosesAt,
            MailIsEnough = plan.MailIsEnough,
            AnswerBy = plan.AnswerBy,
            Promise = promise,
        };
        if (round.OpensAt > actor.At)
        {
            round.Tell(RoundVerbs.Set, actor, ("opens", Platform.Localisation.DutchTime.DateOf(round.OpensAt)));
        }
        else
        {
            round.Open(actor);
        }

        return round;
    }

    /// <summary>The clock reached the opening.</summary>
    public void Open(Actor actor)
    {
        if (!OpeningTold)
        {
            OpeningTold = true;
            Tell(RoundVerbs.Opened, actor, ("until", Platform.Localisation.DutchTime.DateOf(ClosesAt)));
        }
    }

    /// <summary>The clock reached the end.</summary>
    public void Close(Actor actor)
    {
        if (!ClosingTold)
        {
            (OpeningTold, ClosingTold) = (true, true);
            Tell(RoundVerbs.Closed, actor);
        }
    }

    /// <summary>It closes later, or opens again; everyone who reacted hears why.</summary>
    public Outcome Extend(DateTimeOffset to, string reason, Actor actor)
    {
        if (FinishedAt is not null)
        {
            return Outcome.Refuse("", "Deze ronde is afgerond. Open een nieuwe.");
        }

        if (to <= ClosesAt || to <= actor.At)
        {
            return Outcome.Refuse("ClosesOn", "Kies een later moment dan nu en dan de sluiting die er staat.");
        }

        if (Platform.Localisation.DutchTime.DateOf(to) >= AnswerBy)
        {
            return Outcome.Refuse("ClosesOn", "Dit is niet voor de dag waarop iedereen antwoord zou hebben.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refuse("Reason", "Schrijf waarom de ronde langer duurt. Iedereen kan dit lezen.");
        }

        Extensions.Add(
            new RoundExtension
            {
                From = ClosesAt,
                To = to,
                Reason = reason.Trim(),
                At = actor.At,
            }
        );
        (ClosesAt, ClosingTold) = (to, false);
        Tell(RoundVerbs.Extended, actor, ("until", Platform.Localisation.DutchTime.DateOf(to)));
        return Outcome.Done;
    }

    /// <summary>Everybody has an answer. The database asks the same, so that nothing slips in at this moment.</summary>
    /// <param name="unanswered">How many wait for an answer now.</param>
    public Outcome Finish(int unanswered, Actor actor)
    {
        if (FinishedAt is not null)
        {
            return Outcome.Refuse("", "Deze ronde is al afgerond.");
        }

        if (PhaseAt(actor.At) != RoundPhase.Processing)
        {
            return Outcome.Refuse("", "De ronde is nog niet gesloten.");
        }

        if (unanswered > 0)
        {
            return Outcome.Refuse("", "Nog niet iedereen heeft antwoord. Er wachten nog {0} reacties.", unanswered);
        }

        FinishedAt = actor.At;
        Tell(RoundVerbs.Finished, actor);
        // Somebody may have let the promise go, with a reason that everyone reads.
        return Promise!.State == PromiseState.Open
            ? Promise.Keep(actor, "", RoundLinks.Report(DossierId, Id))
            : Outcome.Done;
    }

    /// <summary>Whether a reaction may come in now. A late one may.</summary>
    public Outcome CanReact(DateTimeOffset now) =>
        PhaseAt(now) switch
        {
            RoundPhase.Planned => Outcome.Refuse("", "Deze ronde is nog niet open."),
            RoundPhase.Finished => Outcome.Refuse(
                "",
                "Deze ronde is afgerond: iedereen heeft antwoord. Bel de gemeente als u nog iets wilt zeggen."
            ),
            _ => Outcome.Done,
        };

    /// <summary>Whether a letter may have come on this day. On the day the round closes it is still in time.</summary>
    public Outcome CanHaveCome(DateOnly day, DateOnly today) =>
        day > today ? Outcome.Refuse("ReceivedOn", "Deze dag is nog niet geweest.")
        : day < Platform.Localisation.DutchTime.DateOf(OpensAt)
            ? Outcome.Refuse("ReceivedOn", "Toen was de ronde nog niet open. Kies een latere dag.")
        : Outcome.Done;

    private void Tell(string verb, Actor actor, params (string, object)[] about) =>
        Dossier!.Subject.Happened(verb, actor, [("round", (Func<long>)(() => Id)), ("kind", Kind), .. about]);
}
