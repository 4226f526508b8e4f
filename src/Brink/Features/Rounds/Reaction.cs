using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Rounds;

public enum ReactionKind
{
    Reaction,
    Question,

    /// <summary>Other words for what stands there.</summary>
    Suggestion,
}

public enum ReactionState
{
    /// <summary>Written by somebody who has yet to press the link in the mail; seen by nobody else.</summary>
    AwaitingConfirmation,

    /// <summary>Everybody reads it; it waits for an answer.</summary>
    Standing,
    Answered,
    Withdrawn,
}

/// <summary>What somebody says, typed and checked.</summary>
/// <param name="Proposed">The other words, for a suggestion; else empty.</param>
public sealed record ReactionWords(ReactionKind Kind, string Text, string Proposed);

/// <summary>What it is about: a section as it read then, and maybe words in it.</summary>
/// <param name="Anchor">0 for the whole.</param>
/// <param name="Quote">The chosen words; empty for the section.</param>
/// <param name="QuoteAt">Where they begin in the section's plain text, in signs.</param>
public sealed record ReactionPlace(long? SectionId, int Anchor, string Quote, int QuoteAt)
{
    public static readonly ReactionPlace Whole = new(null, 0, "", 0);
}

/// <summary>
/// What somebody, or an association, says in a round (C4). It can be changed and taken back until the round closes, and
/// gets an answer of its own (C6).
/// </summary>
public class Reaction : ITenantEntity, IHoldsFile
{
    public const int LongestText = 5000;
    public const int LongestProposed = 3000;
    public const int LongestQuote = 600;
    public const int LongestOwnWords = 1000;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long RoundId { get; private set; }
    public Round? Round { get; private set; }
    public long PersonId { get; private set; }
    public Person? Person { get; private set; }

    /// <summary>The association or umbrella that says it; null for a person's own.</summary>
    public long? OrganisationId { get; private set; }
    public Organisation? Organisation { get; private set; }
    public long ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }
    public ReactionKind Kind { get; private set; }
    public long? SectionId { get; private set; }
    public DocumentSection? Section { get; private set; }

    /// <summary>The section's number in every version; 0 for the whole.</summary>
    public int Anchor { get; private set; }
    public string Quote { get; private set; } = "";
    public int QuoteAt { get; private set; }
    public string Text { get; private set; } = "";
    public string Proposed { get; private set; } = "";
    public ReactionState State { get; private set; }

    /// <summary>When it came in, by the server's clock; what 'late' is measured by.</summary>
    public DateTimeOffset At { get; private set; }
    public bool IsLate { get; private set; }

    /// <summary>The day on which the letter came, where it came on paper; then 'late' is measured by that day.</summary>
    public DateOnly? ReceivedOn { get; private set; }
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>A photo or a scan that belongs to it; seen by who brought it and by officials. Empty for none.</summary>
    public string FileHash { get; private set; } = "";
    public string FileType { get; private set; } = "";

    /// <summary>The answer it is dealt with in, drafted or given.</summary>
    public long? AnswerId { get; private set; }
    public RoundAnswer? Answer { get; private set; }

    /// <summary>What the officer says to this person besides what all in the group read.</summary>
    public string OwnWords { get; private set; } = "";

    /// <summary>Who entered it told the answer to somebody without a mail address.</summary>
    public DateTimeOffset? ToldAt { get; private set; }
    public uint Version { get; private set; }

    /// <summary>Somebody reacts. Everybody reads it at once when it is known whose it is.</summary>
    /// <param name="isKnown">False as long as the mail address is only typed.</param>
    /// <param name="receivedOn">For a letter that somebody types in: the day on which it came.</param>
    public static (Outcome Outcome, Reaction? Reaction) Give(
        Round round,
        ReactionPlace place,
        ReactionWords words,
        Contribution provenance,
        Actor actor,
        bool isKnown,
        DateOnly? receivedOn = null
    )
    {
        var can = round.CanReact(actor.At);
        can = can.Succeeded && receivedOn is { } day ? round.CanHaveCome(day, actor.Today) : can;
        if (!can.Succeeded)
        {
            return (can, null);
        }

        var reaction = new Reaction
        {
            MunicipalityId = round.MunicipalityId,
            RoundId = round.Id,
            Round = round,
            PersonId = actor.PersonId!.Value,
            OrganisationId = actor.OnBehalfOfId,
            Contribution = provenance,
            SectionId = place.SectionId,
            Anchor = place.Anchor,
            Quote = place.Quote,
            QuoteAt = place.QuoteAt,
            State = isKnown ? ReactionState.Standing : ReactionState.AwaitingConfirmation,
            At = actor.At,
            IsLate = receivedOn is { } came
                ? came > Platform.Localisation.DutchTime.DateOf(round.ClosesAt)
                : round.PhaseAt(actor.At) == RoundPhase.Processing,
            ReceivedOn = receivedOn,
        };
        reaction.Say(words);
        return (Outcome.Done, reaction);
    }

    /// <summary>
    /// Whose mail address it is says that it is meant. It counts from when it was written: who pressed the link late is
    /// not late.
    /// </summary>
    public Outcome Confirm(bool nameIsPublic, Actor actor)
    {
        if (State != ReactionState.AwaitingConfirmation)
        {
            return Outcome.Refuse("", "Deze reactie is al bevestigd of ingetrokken.");
        }

        var can = Round!.CanReact(actor.At);
        if (!can.Succeeded)
        {
            return can;
        }

        State = ReactionState.Standing;
        Contribution!.NameIsPublic = nameIsPublic;
        return Outcome.Done;
    }

    /// <summary>Until the round closes, whoever said it says it otherwise.</summary>
    public Outcome Edit(ReactionWords words, Actor actor)
    {
        var can = CanChange(actor);
        if (!can.Succeeded)
        {
            return can;
        }

        Say(words);
        ChangedAt = actor.At;
        return Outcome.Done;
    }

    /// <summary>Until the round closes, whoever said it takes it back. Nobody reads it any more.</summary>
    public Outcome Withdraw(Actor actor)
    {
        var can = State == ReactionState.AwaitingConfirmation ? Outcome.Done : CanChange(actor);
        if (!can.Succeeded)
        {
            return can;
        }

        State = ReactionState.Withdrawn;
        Contribution!.NameIsPublic = false;
        (AnswerId, OwnWords, FileHash, FileType) = (null, "", "", "");
        return Outcome.Done;
    }

    public Outcome CanChange(Actor actor) =>
        State switch
        {
            ReactionState.Withdrawn => Outcome.Refuse("", "Deze reactie is al ingetrokken."),
            ReactionState.AwaitingConfirmation => Outcome.Refuse("", "Bevestig deze reactie eerst."),
            // A round that was made longer after answers were given.
            ReactionState.Answered => Outcome.Refuse(
                "",
                "Deze reactie heeft al een antwoord. Zij blijft zoals zij is."
            ),
            _ when Round!.PhaseAt(actor.At) != RoundPhase.Open => Outcome.Refuse(
                "",
                "De ronde is gesloten. Uw reactie blijft zoals zij is."
            ),
            _ => Outcome.Done,
        };

    public void Attach(string hash, string contentType) => (FileHash, FileType) = (hash, contentType);

    /// <summary>An officer takes it up, alone or with others that say the same.</summary>
    internal bool Join(RoundAnswer answer)
    {
        if (State != ReactionState.Standing || AnswerId is not null)
        {
            return false;
        }

        (Answer, AnswerId) = (answer, answer.Id == 0 ? null : answer.Id);
        return true;
    }

    internal void Leave() => (Answer, AnswerId, OwnWords) = (null, null, "");

    internal void SayBesides(string words) => OwnWords = words.Trim();

    internal void AnswerIsGiven() => State = ReactionState.Answered;

    public Outcome Told(Actor actor)
    {
        if (State != ReactionState.Answered || ToldAt is not null)
        {
            return Outcome.Refuse("", "Dit is al verteld, of er is nog geen antwoord.");
        }

        ToldAt = actor.At;
        return Outcome.Done;
    }

    /// <summary>
    /// The person asked to be erased: the name goes. With the words, what had no answer yet is taken back; what had one
    /// stays in the count without them.
    /// </summary>
    public void Erase(bool wordsToo)
    {
        Contribution!.NameIsPublic = false;
        OwnWords = "";
        if (!wordsToo && State != ReactionState.AwaitingConfirmation)
        {
            return;
        }

        (Text, Proposed, Quote, FileHash, FileType) = ("", "", "", "", "");
        if (State != ReactionState.Answered)
        {
            (State, AnswerId) = (ReactionState.Withdrawn, null);
        }
    }

    private void Say(ReactionWords words) =>
        (Kind, Text, Proposed) = (
            words.Kind,
            words.Text.Trim(),
            words.Kind == ReactionKind.Suggestion ? words.Proposed.Trim() : ""
        );
}

/// <summary>About: <c>reaction</c>, <c>round</c>. Reactions stand on the round's page, so the timeline leaves them out.</summary>
public static class ReactionVerbs
{
    public const string LinkAsked = "reaction.link-asked";
    public const string Given = "reaction.given";
    public const string Edited = "reaction.edited";
    public const string Withdrawn = "reaction.withdrawn";
    public const string Attached = "reaction.attached";

    /// <summary>Never confirmed in time: the words were taken away.</summary>
    public const string Forgotten = "reaction.forgotten";

    /// <summary>Who entered it told the answer to somebody without a mail address.</summary>
    public const string Told = "reaction.told";
}
