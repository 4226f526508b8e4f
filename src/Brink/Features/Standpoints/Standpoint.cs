using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;

namespace Brink.Features.Standpoints;

public enum StandpointState
{
    /// <summary>The umbrella works on the text; its members read along.</summary>
    Draft,

    /// <summary>The text is frozen and the invited associations react, until the last day of the term.</summary>
    Signing,

    /// <summary>Gone to the municipality with the exact state of that moment.</summary>
    Sent,
    Answered,
    Withdrawn,
}

/// <summary>
/// What associations say together (S4). The umbrella writes, each member association reacts for itself, and nobody
/// speaks for an association that is silent. State and rules; who may do what is in StandpointAccess.
/// </summary>
public partial class Standpoint : ITenantEntity
{
    /// <summary>Nobody waits longer than this for an answer of a neighbour.</summary>
    public const int LongestTerm = 180;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;
    public long UmbrellaId { get; private set; }
    public Organisation? Umbrella { get; private set; }
    public StandpointState State { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>What the municipality answered, as Markdown.</summary>
    public string AnswerText { get; private set; } = "";
    public DateTimeOffset? AnsweredAt { get; private set; }
    public long? AnswerContributionId { get; private set; }
    public Contribution? AnswerContribution { get; private set; }
    public bool IsExample { get; private set; }

    /// <summary>
    /// How often text or sources changed. Each change touches this row, so that sending round at the same moment finds
    /// out: nobody is asked to sign a text that is changing.
    /// </summary>
    public int Changes { get; private set; }
    public List<StandpointVersion> Versions { get; } = [];
    public List<SigningRound> Rounds { get; } = [];
    public List<StandpointSource> Sources { get; } = [];

    /// <summary>The reactions as they were sent; empty before that.</summary>
    public List<SentReaction> SentReactions { get; } = [];
    public uint Version { get; private set; }

    public StandpointVersion Latest => Versions.MaxBy(version => version.Number)!;

    public SigningRound? OpenRound => Rounds.Find(round => round.EndedAt is null);

    /// <summary>The umbrella writes a first text. Only the umbrella and its members see it.</summary>
    public static Standpoint Write(
        long umbrellaId,
        Wording words,
        Contribution provenance,
        Actor actor,
        bool isExample = false
    )
    {
        var subject = Subject.Create(SubjectKind.Standpoint, words.Title, Visibility.Restricted, actor.At);
        provenance.Subject = subject;
        var standpoint = new Standpoint
        {
            Subject = subject,
            UmbrellaId = umbrellaId,
            IsExample = isExample,
        };
        standpoint.Versions.Add(StandpointVersion.Of(1, words, provenance, actor));
        standpoint.Describe();
        subject.Happened(StandpointVerbs.Written, actor);
        return standpoint;
    }

    /// <summary>
    /// Other words. A text that somebody could sign is never changed: it makes a new version, and signing that is open
    /// ends. What was signed stays with its version and doesn't count for the new one.
    /// </summary>
    public Outcome Edit(Wording words, Contribution provenance, Actor actor)
    {
        if (State is not (StandpointState.Draft or StandpointState.Signing))
        {
            return Outcome.Refuse("", NoMoreChange());
        }

        if (words == Latest.Words)
        {
            return Outcome.Refuse("", "U hebt niets veranderd.");
        }

        provenance.Subject = Subject;
        var round = OpenRound;
        if (Rounds.Exists(r => r.Text == Latest))
        {
            Versions.Add(StandpointVersion.Of(Latest.Number + 1, words, provenance, actor));
        }
        else
        {
            Latest.Rewrite(words, provenance, actor);
        }

        Subject.Rename(words.Title);
        Describe();
        round?.End(RoundEnding.Reopened, actor);
        State = StandpointState.Draft;
        Changes++;
        Subject.Happened(
            round is null ? StandpointVerbs.Edited : StandpointVerbs.Reopened,
            actor,
            ("version", Latest.Number)
        );
        return Outcome.Done;
    }

    /// <summary>Names a signal or shared concern that it is made from; as frozen as the text.</summary>
    public Outcome Cite(long subjectId, Actor actor)
    {
        if (State != StandpointState.Draft)
        {
            return Outcome.Refuse("", NotADraft());
        }

        if (Sources.Exists(source => source.SubjectId == subjectId))
        {
            return Outcome.Refuse("Pasted", "Dit staat er al bij.");
        }

        Sources.Add(new StandpointSource { SubjectId = subjectId });
        Changes++;
        Subject.Happened(StandpointVerbs.SourceAdded, actor, ("source", subjectId));
        return Outcome.Done;
    }

    public Outcome Uncite(long subjectId, Actor actor)
    {
        if (State != StandpointState.Draft)
        {
            return Outcome.Refuse("", NotADraft());
        }

        if (Sources.RemoveAll(source => source.SubjectId == subjectId) > 0)
        {
            Changes++;
            Subject.Happened(StandpointVerbs.SourceRemoved, actor, ("source", subjectId));
        }

        return Outcome.Done;
    }

    /// <summary>The text goes round: from here on it can't change under those who sign.</summary>
    /// <param name="members">The associations that are members today; they are the ones that are asked.</param>
    /// <param name="closes">The last day of the term.</param>
    public Outcome OpenSigning(IReadOnlyCollection<long> members, DateOnly? closes, Actor actor)
    {
        if (State != StandpointState.Draft)
        {
            return Outcome.Refuse("", NotADraft());
        }

        if (members.Count == 0)
        {
            return Outcome.Refuse("", "De koepel heeft nog geen leden in Brink. Bel de beheerder.");
        }

        if (closes is not { } last || last <= actor.Today)
        {
            return Outcome.Refuse("Closes", "Kies een dag na vandaag.");
        }

        if (last > actor.Today.AddDays(LongestTerm))
        {
            return Outcome.Refuse("Closes", "Kies een dag binnen een half jaar.");
        }

        State = StandpointState.Signing;
        Rounds.Add(SigningRound.Open(Rounds.Count + 1, Latest, members, last, actor));
        Subject.Happened(StandpointVerbs.SigningOpened, actor, ("version", Latest.Number), ("until", last));
        return Outcome.Done;
    }

    /// <summary>The umbrella takes back what it has not sent yet.</summary>
    public Outcome Withdraw(Actor actor)
    {
        if (State is not (StandpointState.Draft or StandpointState.Signing))
        {
            return Outcome.Refuse("", NoMoreChange());
        }

        OpenRound?.End(RoundEnding.Withdrawn, actor);
        State = StandpointState.Withdrawn;
        Subject.Show(Visibility.Withdrawn);
        Subject.Happened(StandpointVerbs.Withdrawn, actor);
        return Outcome.Done;
    }

    private void Describe() => Subject.Describe(string.Join('\n', Latest.Text, Latest.Asks));

    private string NotADraft() =>
        State == StandpointState.Signing ? Texts.Mark("Het standpunt is al rondgestuurd.") : NoMoreChange();

    private string NoMoreChange() =>
        State == StandpointState.Withdrawn ? Texts.Mark("Dit standpunt is ingetrokken.") : AlreadySent();

    private static string AlreadySent() => Texts.Mark("Dit standpunt is al aan de gemeente gestuurd.");
}
