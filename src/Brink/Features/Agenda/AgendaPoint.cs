using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;

namespace Brink.Features.Agenda;

public enum AgendaState
{
    Open,

    /// <summary>It was talked about, on a day.</summary>
    DealtWith,
    TakenOff,
}

/// <summary>Something a board will talk about at its next meeting: a subject in Brink, or a point of its own (S5, M2).</summary>
public class AgendaPoint : ITenantEntity
{
    public const int LongestTitle = 200;
    public const int LongestRemark = 2000;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long OrganisationId { get; private set; }
    public Organisation? Organisation { get; private set; }

    /// <summary>What it is about; null for a point of its own.</summary>
    public long? SubjectId { get; private set; }
    public Subject? Subject { get; private set; }

    /// <summary>As it was called when it was put here, so that an agenda stays as it was printed.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Plain text; may be empty.</summary>
    public string Remark { get; private set; } = "";

    /// <summary>Who put it here; null once that person is erased.</summary>
    public long? AddedById { get; private set; }
    public Person? AddedBy { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }
    public AgendaState State { get; private set; }

    /// <summary>The day of the meeting, or the day it was taken off; null as long as it is open.</summary>
    public DateOnly? EndedOn { get; private set; }
    public bool IsExample { get; private set; }
    public uint Version { get; private set; }

    /// <param name="title">One line, not empty.</param>
    public static AgendaPoint Put(
        long organisationId,
        long? subjectId,
        string title,
        string remark,
        Actor actor,
        bool isExample = false
    ) =>
        new()
        {
            OrganisationId = organisationId,
            SubjectId = subjectId,
            Title = title,
            Remark = remark,
            AddedById = actor.PersonId,
            AddedAt = actor.At,
            IsExample = isExample,
        };

    /// <param name="day">Of the meeting.</param>
    public Outcome DealWith(DateOnly day, Actor actor)
    {
        if (State != AgendaState.Open)
        {
            return Ended();
        }

        if (day > actor.Today)
        {
            return Outcome.Refuse("Day", "Deze dag moet nog komen. Vink het punt af na de vergadering.");
        }

        (State, EndedOn) = (AgendaState.DealtWith, day);
        return Outcome.Done;
    }

    public Outcome TakeOff(Actor actor)
    {
        if (State != AgendaState.Open)
        {
            return Ended();
        }

        (State, EndedOn) = (AgendaState.TakenOff, actor.Today);
        return Outcome.Done;
    }

    /// <summary>Who put it here is no longer known; the point is the board's and stays.</summary>
    /// <param name="wordsToo">The remark goes too.</param>
    public void Forget(bool wordsToo)
    {
        AddedById = null;
        Remark = wordsToo ? "" : Remark;
    }

    private Outcome Ended() =>
        State == AgendaState.DealtWith
            ? Outcome.Refuse("", "Dit punt is al afgevinkt: besproken op {0}.", Formats.Date(EndedOn!.Value))
            : Outcome.Refuse("", "Dit punt is al van de agenda gehaald op {0}.", Formats.Date(EndedOn!.Value));
}

public static class AgendaVerbs
{
    public const string Put = "agenda.put";
    public const string DealtWith = "agenda.dealt-with";
    public const string TakenOff = "agenda.taken-off";
}
