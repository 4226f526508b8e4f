using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Promises;

public enum PromiseMoveState
{
    /// <summary>The other side has not answered.</summary>
    Open,
    Agreed,
    Refused,

    /// <summary>By who proposed it.</summary>
    TakenBack,

    /// <summary>The promise ended before anybody answered.</summary>
    Lapsed,
}

/// <summary>A proposal to do it by another day. One at a time is open, which the database guards.</summary>
public class PromiseMove : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long PromiseId { get; set; }
    public Promise? Promise { get; set; }

    /// <summary>The day that was agreed when this was proposed.</summary>
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }

    /// <summary>Why another day; everyone can read it.</summary>
    public string Reason { get; private set; } = "";
    public PromiseSide ProposedBy { get; private set; }
    public long? ProposedById { get; private set; }
    public Accounts.Person? ProposedByPerson { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    public PromiseMoveState State { get; private set; }
    public long? DecidedById { get; private set; }
    public Accounts.Person? DecidedByPerson { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public uint Version { get; private set; }

    public static PromiseMove Propose(DateOnly from, DateOnly to, string reason, PromiseSide side, Actor actor) =>
        new()
        {
            From = from,
            To = to,
            Reason = reason,
            ProposedBy = side,
            ProposedById = actor.PersonId,
            ProposedAt = actor.At,
        };

    /// <summary>Changed by who promised, where the other side's consent isn't asked.</summary>
    public static PromiseMove Alone(DateOnly from, DateOnly to, string reason, Actor actor)
    {
        var move = Propose(from, to, reason, PromiseSide.By, actor);
        (move.State, move.DecidedById, move.DecidedAt) = (PromiseMoveState.Agreed, actor.PersonId, actor.At);
        return move;
    }

    public Outcome Agree(PromiseSide side, Actor actor) =>
        To < actor.Today && State == PromiseMoveState.Open && side != ProposedBy
            ? Outcome.Refuse("", "De voorgestelde dag is voorbij. Stel een andere dag voor.")
            : Decide(side != ProposedBy, PromiseMoveState.Agreed, actor);

    public Outcome Refuse(PromiseSide side, Actor actor) => Decide(side != ProposedBy, PromiseMoveState.Refused, actor);

    public Outcome TakeBack(PromiseSide side, Actor actor) =>
        Decide(side == ProposedBy, PromiseMoveState.TakenBack, actor);

    public Outcome Lapse(Actor actor) => Decide(true, PromiseMoveState.Lapsed, actor);

    internal void TakeWordsAway() => Reason = "";

    internal void Forget(long personId)
    {
        ProposedById = ProposedById == personId ? null : ProposedById;
        DecidedById = DecidedById == personId ? null : DecidedById;
    }

    private Outcome Decide(bool isForThisSide, PromiseMoveState state, Actor actor)
    {
        if (State != PromiseMoveState.Open)
        {
            return Outcome.Refuse("", "Over dit voorstel is al besloten.");
        }

        if (!isForThisSide)
        {
            return Outcome.Refuse("", "Hierover beslist de andere partij.");
        }

        State = state;
        DecidedById = actor.PersonId;
        DecidedAt = actor.At;
        return Outcome.Done;
    }
}

/// <summary>Another day, with a reason and the consent of the other side.</summary>
public partial class Promise
{
    /// <summary>Further away is no promise but a hope.</summary>
    public const int MostYearsAhead = 10;

    public PromiseMove? OpenMove => Moves.FirstOrDefault(m => m.State == PromiseMoveState.Open);

    public Outcome ProposeMove(PromiseSide side, DateOnly? to, string reason, Actor actor)
    {
        if (State != PromiseState.Open)
        {
            return NotOpen();
        }

        if (Kind != PromiseKind.Agreed)
        {
            return Outcome.Refuse("", "Dit is een vaste termijn van de gemeente. Die verschuift niet.");
        }

        if (OpenMove is not null)
        {
            return Outcome.Refuse(
                "",
                "Er ligt al een voorstel voor een andere dag. Daar moet eerst antwoord op komen."
            );
        }

        var refusals = new List<Refusal>(DayToCome("NewDate", to, actor.Today));
        if (to == Due)
        {
            refusals.Add(new Refusal("NewDate", "Dit is de dag die nu al is afgesproken."));
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            refusals.Add(new Refusal("Reason", "Schrijf waarom het een andere dag wordt. Iedereen kan dit lezen."));
        }

        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        Moves.Add(PromiseMove.Propose(Due, to!.Value, reason.Trim(), side, actor));
        MovesProposed++;
        Tell(PromiseVerbs.MoveProposed, actor, side);
        return Outcome.Done;
    }

    /// <summary>
    /// Another day by the rule of the feature it belongs to, which tells of it: with a reason, without asking the other side.
    /// </summary>
    /// <param name="field">Of the form, for the day.</param>
    public Outcome ChangeDay(string field, DateOnly? to, string reason, Actor actor)
    {
        if (State != PromiseState.Open)
        {
            return NotOpen();
        }

        var refusals = new List<Refusal>(DayToCome(field, to, actor.Today));
        if (to == Due)
        {
            refusals.Add(new Refusal(field, "Dit is de dag die nu al is afgesproken."));
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            refusals.Add(new Refusal("Reason", "Schrijf waarom het een andere dag wordt. Iedereen kan dit lezen."));
        }

        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        Moves.Add(PromiseMove.Alone(Due, to!.Value, reason.Trim(), actor));
        MovesProposed++;
        (Due, RemindedOn, OverdueToldOn) = (to.Value, null, null);
        return Outcome.Done;
    }

    /// <summary>From now on the other day is the agreed one, and reminders begin anew.</summary>
    public Outcome AgreeToMove(PromiseSide side, Actor actor)
    {
        var move = OpenMove;
        var outcome = Of(move, m => m.Agree(side, actor), actor, PromiseVerbs.Moved, side, () => Due = move!.To);
        if (outcome.Succeeded)
        {
            (RemindedOn, OverdueToldOn) = (null, null);
        }

        return outcome;
    }

    public Outcome RefuseMove(PromiseSide side, Actor actor) =>
        Of(OpenMove, m => m.Refuse(side, actor), actor, PromiseVerbs.MoveRefused, side);

    public Outcome TakeMoveBack(PromiseSide side, Actor actor) =>
        Of(OpenMove, m => m.TakeBack(side, actor), actor, PromiseVerbs.MoveTakenBack, side);

    /// <summary>What is wrong with a day by which something must be done.</summary>
    public static IEnumerable<Refusal> DayToCome(string field, DateOnly? day, DateOnly today)
    {
        if (day is null)
        {
            yield return new Refusal(field, "Vul een datum in.");
        }
        else if (day < today)
        {
            yield return new Refusal(field, "Deze dag is voorbij. Kies vandaag of een dag daarna.");
        }
        else if (day > today.AddYears(MostYearsAhead))
        {
            yield return new Refusal(field, "Deze dag is te ver weg. Kies een dag binnen {0} jaar.", MostYearsAhead);
        }
    }

    private Outcome Of(
        PromiseMove? move,
        Func<PromiseMove, Outcome> decide,
        Actor actor,
        string verb,
        PromiseSide side,
        Action? then = null
    )
    {
        if (move is null)
        {
            return Outcome.Refuse("", "Over dit voorstel is al besloten.");
        }

        var outcome = decide(move);
        if (outcome.Succeeded)
        {
            then?.Invoke();
            Tell(verb, actor, side);
        }

        return outcome;
    }
}
