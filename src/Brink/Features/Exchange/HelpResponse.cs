using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;

namespace Brink.Features.Exchange;

public enum ResponseState
{
    /// <summary>Typed with a mail address that is not shown to be the sender's yet.</summary>
    Unconfirmed,
    Waiting,
    Accepted,
    Declined,
    SteppedBack,
}

/// <summary>How somebody wants to be reached by the other side.</summary>
public enum Road
{
    Mail,
    Telephone,
}

/// <summary>
/// 'Ik help mee': an answer to a need or an offer. No address is shown before the asker accepted, and then only the one
/// that each side chose.
/// </summary>
public class HelpResponse : ITenantEntity
{
    public const int LongestMessage = 2000;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long HelpId { get; private set; }
    public Help? Help { get; private set; }
    public long PersonId { get; private set; }
    public Person? Person { get; private set; }
    public long ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }

    /// <summary>As the sender wrote it for this answer; whose mail address it is, is not told from it.</summary>
    public string Name { get; private set; } = "";
    public string Message { get; private set; } = "";
    public Road Road { get; private set; }

    /// <summary>Empty where the road is mail.</summary>
    public string Telephone { get; private set; } = "";
    public ResponseState State { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>What the asker wrote with the acceptance or the thanks.</summary>
    public string Reply { get; private set; } = "";
    public Road? AskerRoad { get; private set; }
    public string AskerTelephone { get; private set; } = "";

    /// <summary>Who accepted: the mail address that goes to the other is this person's.</summary>
    public long? DecidedById { get; private set; }
    public Person? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public uint Version { get; private set; }

    public static HelpResponse To(
        Help help,
        ResponseWords words,
        long personId,
        Contribution contribution,
        Actor actor
    ) =>
        new()
        {
            HelpId = help.Id,
            PersonId = personId,
            Contribution = contribution,
            Name = words.Name,
            Message = words.Message,
            Road = words.Road,
            Telephone = words.Road == Road.Telephone ? words.Telephone : "",
            State = ResponseState.Unconfirmed,
            At = actor.At,
        };

    /// <summary>
    /// It is meant. Journaled beside the subject and not as a change of it: fifty people may answer in the same second.
    /// </summary>
    public Outcome Confirm(BrinkDb db, Subject about, Actor actor)
    {
        if (State != ResponseState.Unconfirmed)
        {
            return Outcome.Refuse("", NotNow());
        }

        State = ResponseState.Waiting;
        db.Journal.Add(JournalEntry.Of(about, new Happening(HelpVerbs.Responded, actor, [("response", Id)])));
        return Outcome.Done;
    }

    internal void Accepted(Decision decision, Actor actor)
    {
        State = ResponseState.Accepted;
        Reply = decision.Reply;
        AskerRoad = decision.Road;
        AskerTelephone = decision.Road == Exchange.Road.Telephone ? decision.Telephone : "";
        (DecidedById, DecidedAt) = (actor.EnteredById ?? actor.PersonId, actor.At);
    }

    internal void Declined(string reply, Actor actor)
    {
        State = ResponseState.Declined;
        Reply = reply;
        (DecidedById, DecidedAt) = (actor.EnteredById ?? actor.PersonId, actor.At);
    }

    internal void SteppedBack(Actor actor)
    {
        State = ResponseState.SteppedBack;
        DecidedAt = actor.At;
        Clear();
    }

    /// <summary>The words and numbers go; that somebody answered stays true.</summary>
    public void Clear()
    {
        (Message, Telephone, Reply, AskerTelephone) = ("", "", "", "");
    }

    /// <summary>The sender wants to be known no more.</summary>
    public void ForgetSender()
    {
        Clear();
        Name = "";
    }

    /// <summary>The asker wants to be known no more.</summary>
    public void ForgetAsker() => (Reply, AskerTelephone) = ("", "");

    internal string NotNow() =>
        State switch
        {
            ResponseState.Unconfirmed => Texts.Mark("Deze reactie is nog niet bevestigd."),
            ResponseState.Waiting => Texts.Mark("Deze reactie is al bevestigd."),
            ResponseState.Accepted => Texts.Mark("Deze reactie is al aangenomen."),
            ResponseState.Declined => Texts.Mark("Voor deze reactie is al bedankt."),
            _ => Texts.Mark("Deze persoon trok de reactie in."),
        };
}

/// <param name="Telephone">Empty where the road is mail.</param>
public sealed record ResponseWords(string Name, string Message, Road Road, string Telephone);

/// <param name="Road">How the asker may be reached.</param>
public sealed record Decision(string Reply, Road Road, string Telephone);
