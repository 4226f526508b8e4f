using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;

namespace Brink.Features.Standpoints;

public enum RoundEnding
{
    /// <summary>The text changed.</summary>
    Reopened,
    Sent,
    Withdrawn,
}

/// <summary>One version of the text goes round along the associations that were members when it began.</summary>
public class SigningRound : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long StandpointId { get; private set; }
    public Standpoint? Standpoint { get; private set; }

    /// <summary>Counts from 1.</summary>
    public int Number { get; private set; }
    public long VersionId { get; private set; }
    public StandpointVersion? Text { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The last day; it ends when that day ends in the Netherlands.</summary>
    public DateOnly Closes { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public RoundEnding? Ending { get; private set; }

    /// <summary>The day on which those who were silent were reminded; once.</summary>
    public DateOnly? RemindedOn { get; private set; }

    /// <summary>
    /// How often somebody reacted. The database counts (walls.sql), so that whoever ends the round at the same moment
    /// finds out and reads again.
    /// </summary>
    public int Reactions { get; private set; }
    public List<InvitedAssociation> Invited { get; } = [];
    public List<Signature> Signatures { get; } = [];
    public uint Version { get; private set; }

    public bool AllAnswered => Invited.TrueForAll(invited => Current(invited.AssociationId) is not null);

    /// <summary>What the association says now; null is silence, and silence is nothing else.</summary>
    public Signature? Current(long associationId) =>
        Of(associationId).MaxBy(signature => signature.Number) is { Stance: not Stance.TakenBack } last ? last : null;

    /// <summary>The number of the association's last reaction; 0 before the first.</summary>
    public int LastNumber(long associationId) =>
        Of(associationId).Select(signature => signature.Number).DefaultIfEmpty().Max();

    /// <summary>Everything the association said in this round, the newest first.</summary>
    public IEnumerable<Signature> Of(long associationId) =>
        Signatures.Where(signature => signature.AssociationId == associationId).OrderByDescending(s => s.Number);

    public void Remind(DateOnly today) => RemindedOn = today;

    internal static SigningRound Open(
        int number,
        StandpointVersion text,
        IEnumerable<long> members,
        DateOnly closes,
        Actor actor
    )
    {
        var round = new SigningRound
        {
            Number = number,
            VersionId = text.Id,
            Text = text,
            OpenedAt = actor.At,
            Closes = closes,
        };
        round.Invited.AddRange(members.Distinct().Select(id => new InvitedAssociation { AssociationId = id }));
        return round;
    }

    internal void End(RoundEnding ending, Actor actor) => (EndedAt, Ending) = (actor.At, ending);

    internal void Add(
        long associationId,
        Stance stance,
        string words,
        Role role,
        Contribution provenance,
        Subject subject,
        Actor actor,
        ReactionScan? scan
    )
    {
        var verb =
            stance == Stance.TakenBack ? StandpointVerbs.ReactionTakenBack
            : provenance.EnteredById is null ? StandpointVerbs.Reacted
            : StandpointVerbs.ReactionEntered;
        // Not by Subject.Happened: that touches the subject, and all who sign at once would wait for each other.
        var told = JournalEntry.Of(subject, new(verb, actor, [("association", associationId), ("stance", stance)]));
        Signatures.Add(
            new Signature
            {
                AssociationId = associationId,
                Number = LastNumber(associationId) + 1,
                Stance = stance,
                Words = words,
                Role = role,
                On = actor.Today,
                At = actor.At,
                Contribution = provenance,
                JournalEntry = told,
                ScanHash = scan?.Hash ?? "",
                ScanContentType = scan?.ContentType ?? "",
            }
        );
    }
}

/// <summary>Asked in this round because it was a member when the round began.</summary>
public class InvitedAssociation : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long RoundId { get; set; }
    public long AssociationId { get; set; }
    public Organisation? Association { get; set; }
}

public enum Stance
{
    Signed,
    Abstained,
    Dissented,

    /// <summary>An earlier reaction was taken back: the association is silent again.</summary>
    TakenBack,
}

/// <summary>What one association said in one round. Never changed: the next thing it says is the next row.</summary>
public class Signature : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long RoundId { get; set; }
    public long AssociationId { get; set; }

    /// <summary>Counts from 1 within round and association; the last one counts.</summary>
    public int Number { get; set; }
    public Stance Stance { get; set; }

    /// <summary>In the association's own words, as plain text; may be empty.</summary>
    public string Words { get; set; } = "";

    /// <summary>The role of whoever wrote it, at that moment; the database looks whether it is still held.</summary>
    public Role Role { get; set; }

    /// <summary>The day in the Netherlands.</summary>
    public DateOnly On { get; set; }
    public DateTimeOffset At { get; set; }
    public long ContributionId { get; set; }
    public Contribution? Contribution { get; set; }
    public long JournalEntryId { get; set; }
    public JournalEntry? JournalEntry { get; set; }

    /// <summary>Of the paper it was typed over from, in the file store; empty where there is none.</summary>
    public string ScanHash { get; set; } = "";
    public string ScanContentType { get; set; } = "";

    /// <summary>Typed in by the umbrella for the association.</summary>
    public bool IsEntered => Contribution?.EnteredById is not null;
}

/// <summary>The paper on which an association reacted, as it stands in the file store.</summary>
public sealed record ReactionScan(string Hash, string ContentType);

/// <summary>What one association said in what was sent. A copy: it stays as it was sent, whatever happens later.</summary>
public class SentReaction : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long StandpointId { get; set; }
    public long AssociationId { get; set; }

    /// <summary>As the association was called then.</summary>
    public string Name { get; set; } = "";

    /// <summary>Null where it had not reacted.</summary>
    public Stance? Stance { get; set; }
    public string Words { get; set; } = "";
    public Role? Role { get; set; }
    public bool WasEntered { get; set; }

    internal static SentReaction Of(InvitedAssociation invited, Signature? said) =>
        new()
        {
            AssociationId = invited.AssociationId,
            Name = invited.Association!.Name,
            Stance = said?.Stance,
            Words = said?.Words ?? "",
            Role = said?.Role,
            WasEntered = said?.IsEntered ?? false,
        };
}
