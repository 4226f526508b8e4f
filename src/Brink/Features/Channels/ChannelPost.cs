using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Channels;

/// <summary>
/// A quick word about a project in hand, between village and officials (U4). Open to all; closed only with a reason that
/// everyone reads, and then only those who work on it read the words.
/// </summary>
public class ChannelPost : ITenantEntity
{
    public const int LongestText = 1000;
    public const int LongestReason = 200;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long SubjectId { get; private set; }
    public Subject? Subject { get; private set; }

    /// <summary>Empty once it was taken away.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Why only those who work on it read it; empty for an open one.</summary>
    public string ClosedBecause { get; private set; } = "";
    public long ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? TakenAwayAt { get; private set; }

    /// <summary>Why somebody else than its writer took it away; empty where the writer did.</summary>
    public string TakenAwayBecause { get; private set; } = "";
    public uint Version { get; private set; }

    public bool IsClosed => ClosedBecause.Length > 0;

    public static ChannelPost Write(
        Subject subject,
        string text,
        string closedBecause,
        Contribution provenance,
        Actor actor
    )
    {
        provenance.Subject = subject;
        var post = new ChannelPost
        {
            Subject = subject,
            SubjectId = subject.Id,
            Text = text.Trim(),
            ClosedBecause = closedBecause.Trim(),
            Contribution = provenance,
            At = actor.At,
        };
        // Known when it is saved.
        Func<long> number = () => post.Id;
        subject.Happened(ChannelVerbs.Posted, actor, ("post", number), ("closed", post.IsClosed));
        return post;
    }

    /// <param name="why">Needed for somebody else's words.</param>
    public Outcome TakeAway(bool byWriter, string why, Actor actor)
    {
        if (TakenAwayAt is not null)
        {
            return Outcome.Refuse("", "Dit bericht is al weggehaald.");
        }

        if (!byWriter && string.IsNullOrWhiteSpace(why))
        {
            return Outcome.Refuse("Why", "Schrijf waarom u dit bericht weghaalt. Iedereen kan dit lezen.");
        }

        (Text, TakenAwayAt, TakenAwayBecause) = ("", actor.At, byWriter ? "" : why.Trim());
        Subject!.Happened(ChannelVerbs.TakenAway, actor);
        return Outcome.Done;
    }

    /// <summary>The writer's words go with the writer's data.</summary>
    internal void Forget(Actor actor) => (Text, TakenAwayAt) = ("", TakenAwayAt ?? actor.At);
}

public static class ChannelVerbs
{
    public const string Posted = "channel.posted";
    public const string TakenAway = "channel.taken-away";
}
