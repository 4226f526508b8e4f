using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Promises;

public enum PromiseState
{
    Open,
    Kept,

    /// <summary>Set free, with a reason that everyone can read.</summary>
    Released,

    /// <summary>Asked, and not accepted yet: it binds nobody, counts nowhere and is never late.</summary>
    Proposed,

    /// <summary>It will not be promised: an ordinary outcome that needs no reason.</summary>
    Declined,
}

/// <summary>Who does it, or for whom it is done.</summary>
public enum PromiseSide
{
    By,
    To,
}

/// <summary>A promise to nobody in particular: to whom it is then.</summary>
public enum PromiseGroup
{
    None,

    /// <summary>All who reacted to a plan, now or later.</summary>
    WhoReacted,

    /// <summary>The villages it is about.</summary>
    Villages,
}

/// <summary>What a promise is about, so that a feature can find its own.</summary>
public enum PromiseKind
{
    /// <summary>The municipality takes in what was handed in.</summary>
    TakeIn,

    /// <summary>The municipality answers.</summary>
    Answer,

    /// <summary>Something agreed in words.</summary>
    Agreed,
}

/// <summary>
/// Someone will do something for someone by a date. Made by the feature it belongs to or by hand, kept here; public
/// where its subject is public. Overdue is never stored: it is a fact about the date that is agreed now.
/// </summary>
public partial class Promise : ITenantEntity
{
    public const int LongestWhat = 300;
    public const int LongestWhere = 200;

    /// <summary>Of a proof, or of a reason.</summary>
    public const int LongestText = 2000;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long SubjectId { get; set; }
    public Subject? Subject { get; set; }
    public PromiseKind Kind { get; private set; }

    /// <summary>In words, for what was agreed by hand; empty for kinds that speak for themselves.</summary>
    public string What { get; private set; } = "";

    /// <summary>Where it was said: 'het dorpsoverleg van 3 november'. May be empty.</summary>
    public string Where { get; private set; } = "";

    /// <summary>The organisation that promised. A promise belongs to the organisation and survives a change of persons.</summary>
    public long? ByOrganisationId { get; private set; }
    public Organisation? ByOrganisation { get; private set; }

    /// <summary>The person who promised, or who does it now for the organisation.</summary>
    public long? ByPersonId { get; private set; }
    public Accounts.Person? ByPerson { get; private set; }
    public long? ToOrganisationId { get; private set; }
    public Organisation? ToOrganisation { get; private set; }
    public long? ToPersonId { get; private set; }
    public Accounts.Person? ToPerson { get; private set; }

    /// <summary>To whom, where it is promised to nobody in particular.</summary>
    public PromiseGroup ToGroup { get; private set; }

    /// <summary>When it was promised; as long as it is only asked, when it was asked.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>The last day that is agreed now; <see cref="Moves"/> holds those before it.</summary>
    public DateOnly Due { get; private set; }
    public PromiseState State { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The Dutch date of <see cref="EndedAt"/>: kept in time is a fact about two dates.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it was released, or what shows that it was kept.</summary>
    public string Ending { get; private set; } = "";

    /// <summary>A page that shows that it was kept; empty for none.</summary>
    public string ProofHref { get; private set; } = "";

    /// <summary>A photo that shows that it was kept; null for none.</summary>
    public PromisePhoto? Photo { get; private set; }

    /// <summary>The last day a reminder went out.</summary>
    public DateOnly? RemindedOn { get; private set; }

    /// <summary>The day on which the one who waits for it heard that it is late; null as long as it isn't.</summary>
    public DateOnly? OverdueToldOn { get; private set; }
    public List<PromiseMove> Moves { get; } = [];

    /// <summary>How often another date was proposed. Whoever ends it at that moment meets the proposal at this row.</summary>
    public int MovesProposed { get; private set; }
    public uint Version { get; private set; }

    /// <summary>Late on this day: open and past its date.</summary>
    public bool IsOverdue(DateOnly today) => State == PromiseState.Open && today > Due;

    /// <summary>Promised by whoever does it, and open at once.</summary>
    public static Promise Make(
        Subject subject,
        PromiseKind kind,
        Party by,
        Party to,
        DateOnly due,
        Actor actor,
        string what = "",
        string where = ""
    )
    {
        var promise = Of(subject, kind, PromiseState.Open, by, to, due, actor, what, where);
        subject.Happened(PromiseVerbs.Made, actor, ("promise", promise.Number), ("kind", kind), ("due", due));
        return promise;
    }

    /// <summary>Asked by whoever waits for it; nothing is promised until the other side accepts.</summary>
    public static Promise Ask(
        Subject subject,
        Party by,
        Party to,
        DateOnly due,
        Actor actor,
        string what,
        string where = ""
    )
    {
        var promise = Of(subject, PromiseKind.Agreed, PromiseState.Proposed, by, to, due, actor, what, where);
        promise.Tell(PromiseVerbs.Proposed, actor, PromiseSide.To);
        return promise;
    }

    /// <param name="personId">Who does it for the organisation that was asked.</param>
    public Outcome Accept(long? personId, Actor actor)
    {
        if (State != PromiseState.Proposed)
        {
            return Outcome.Refuse("", "Op deze vraag is al geantwoord.");
        }

        if (Due < actor.Today)
        {
            return Outcome.Refuse(
                "",
                "De gevraagde dag is voorbij. Zeg dat het zo niet gaat. Dan kan de ander het opnieuw vragen."
            );
        }

        State = PromiseState.Open;
        ByPersonId = ByOrganisationId is null ? ByPersonId : personId;
        MadeAt = actor.At;
        Tell(PromiseVerbs.Accepted, actor, PromiseSide.By);
        return Outcome.Done;
    }

    /// <param name="side">Who was asked says no, or who asked takes the question back.</param>
    public Outcome Decline(PromiseSide side, Actor actor)
    {
        if (State != PromiseState.Proposed)
        {
            return Outcome.Refuse("", "Op deze vraag is al geantwoord.");
        }

        End(PromiseState.Declined, "", actor);
        Tell(PromiseVerbs.Declined, actor, side);
        return Outcome.Done;
    }

    /// <param name="proof">What shows it, in words.</param>
    /// <param name="proofHref">A page that shows it; empty for none.</param>
    /// <param name="photo">One that shows it; null for none.</param>
    public Outcome Keep(Actor actor, string proof = "", string proofHref = "", PromisePhoto? photo = null)
    {
        if (State != PromiseState.Open)
        {
            return NotOpen();
        }

        End(PromiseState.Kept, proof.Trim(), actor);
        (ProofHref, Photo) = (proofHref, photo);
        Subject!.Happened(
            PromiseVerbs.Kept,
            actor,
            ("promise", Id),
            ("kind", Kind),
            ("late", IsLateAt(actor.Today)),
            ("side", PromiseSide.By)
        );
        return Outcome.Done;
    }

    public Outcome Release(Actor actor, string reason)
    {
        if (State != PromiseState.Open)
        {
            return NotOpen();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refuse("Reason", "Schrijf waarom de toezegging vervalt. Iedereen kan dit lezen.");
        }

        End(PromiseState.Released, reason.Trim(), actor);
        Subject!.Happened(PromiseVerbs.Released, actor, ("promise", Id), ("kind", Kind));
        return Outcome.Done;
    }

    private bool IsEnded => State is PromiseState.Kept or PromiseState.Released or PromiseState.Declined;

    private static Promise Of(
        Subject subject,
        PromiseKind kind,
        PromiseState state,
        Party by,
        Party to,
        DateOnly due,
        Actor actor,
        string what,
        string where
    )
    {
        var promise = new Promise
        {
            Subject = subject,
            Kind = kind,
            State = state,
            What = what,
            Where = where,
            ByOrganisationId = by.OrganisationId,
            ByPersonId = by.PersonId,
            ToOrganisationId = to.OrganisationId,
            ToPersonId = to.PersonId,
            ToGroup = to.Group,
            MadeAt = actor.At,
            Due = due,
        };
        subject.Promises.Add(promise);
        return promise;
    }

    private void End(PromiseState state, string ending, Actor actor)
    {
        State = state;
        EndedAt = actor.At;
        EndedOn = actor.Today;
        Ending = ending;
        OpenMove?.Lapse(actor);
    }

    /// <param name="side">Which side did it: the other hears of it.</param>
    private void Tell(string verb, Actor actor, PromiseSide side) =>
        Subject!.Happened(verb, actor, ("promise", Number), ("kind", Kind), ("due", Due), ("side", side));

    /// <summary>Known when it is saved.</summary>
    private Func<long> Number => () => Id;

    private static Outcome NotOpen() => Outcome.Refuse("", "Deze toezegging is al afgerond.");

    private bool IsLateAt(DateOnly day) => day > Due;
}

/// <summary>One side of a promise: an organisation, a person, or a person for an organisation.</summary>
/// <param name="Group">For a promise to nobody in particular; only on the receiving side.</param>
public sealed record Party(long? OrganisationId, long? PersonId, PromiseGroup Group = PromiseGroup.None);
