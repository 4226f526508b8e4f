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
/// Someone will do something for someone by a date. Made by the feature it belongs to, kept here; public where its
/// subject is public. Overdue is never stored: it is a fact about the date.
/// </summary>
public class Promise : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long SubjectId { get; set; }
    public Subject? Subject { get; set; }
    public PromiseKind Kind { get; private set; }

    /// <summary>In words, for what was agreed by hand; empty for kinds that speak for themselves.</summary>
    public string What { get; private set; } = "";

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
    public DateTimeOffset MadeAt { get; private set; }
    public DateOnly Due { get; private set; }
    public PromiseState State { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was released, or what shows that it was kept.</summary>
    public string Ending { get; private set; } = "";

    /// <summary>The last day a reminder went out.</summary>
    public DateOnly? RemindedOn { get; private set; }
    public uint Version { get; private set; }

    /// <summary>Late on this day: open and past its date.</summary>
    public bool IsOverdue(DateOnly today) => State == PromiseState.Open && today > Due;

    public static Promise Make(
        Subject subject,
        PromiseKind kind,
        Party by,
        Party to,
        DateOnly due,
        Actor actor,
        string what = ""
    )
    {
        var promise = new Promise
        {
            Subject = subject,
            Kind = kind,
            What = what,
            ByOrganisationId = by.OrganisationId,
            ByPersonId = by.PersonId,
            ToOrganisationId = to.OrganisationId,
            ToPersonId = to.PersonId,
            MadeAt = actor.At,
            Due = due,
        };
        subject.Promises.Add(promise);
        subject.Happened(PromiseVerbs.Made, actor, ("kind", kind), ("due", due));
        return promise;
    }

    public Outcome Keep(Actor actor, string proof = "")
    {
        if (State != PromiseState.Open)
        {
            return Outcome.Refuse("", "Deze toezegging is al afgerond.");
        }

        State = PromiseState.Kept;
        EndedAt = actor.At;
        Ending = proof;
        Subject!.Happened(PromiseVerbs.Kept, actor, ("promise", Id), ("kind", Kind), ("late", IsLateAt(actor.Today)));
        return Outcome.Done;
    }

    public Outcome Release(Actor actor, string reason)
    {
        if (State != PromiseState.Open)
        {
            return Outcome.Refuse("", "Deze toezegging is al afgerond.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refuse("Reason", "Schrijf waarom de toezegging vervalt. Iedereen kan dit lezen.");
        }

        State = PromiseState.Released;
        EndedAt = actor.At;
        Ending = reason.Trim();
        Subject!.Happened(PromiseVerbs.Released, actor, ("promise", Id), ("kind", Kind));
        return Outcome.Done;
    }

    /// <summary>A reminder went out; the journal knows of it, so that nobody has to be believed.</summary>
    public void Remind(Actor actor)
    {
        RemindedOn = actor.Today;
        Subject!.Happened(
            PromiseVerbs.Reminded,
            actor,
            ("promise", Id),
            ("kind", Kind),
            ("late", IsLateAt(actor.Today))
        );
    }

    private bool IsLateAt(DateOnly day) => day > Due;
}

/// <summary>One side of a promise: an organisation, a person, or a person for an organisation.</summary>
public sealed record Party(long? OrganisationId, long? PersonId);

public static class PromiseVerbs
{
    public const string Made = "promise.made";
    public const string Kept = "promise.kept";
    public const string Released = "promise.released";
    public const string Reminded = "promise.reminded";
}
