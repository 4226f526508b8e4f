namespace Brink.Features.Signals;

public static class SignalVerbs
{
    public const string Raised = "signal.raised";
    public const string Confirmed = "signal.confirmed";
    public const string Triaged = "signal.triaged";

    /// <summary>The answer comes by another day than was said.</summary>
    public const string AnswerMoved = "signal.answer-moved";
    public const string Forwarded = "signal.forwarded";
    public const string Accepted = "signal.accepted";
    public const string Answered = "signal.answered";
    public const string Merged = "signal.merged";

    /// <summary>Another signal went up in this one.</summary>
    public const string TookIn = "signal.took-in";
    public const string Split = "signal.split";

    /// <summary>Made of a part of another signal.</summary>
    public const string SplitOff = "signal.split-off";
    public const string DetailHidden = "signal.detail-hidden";
    public const string PhotoHidden = "signal.photo-hidden";
    public const string Withdrawn = "signal.withdrawn";

    /// <summary>Never confirmed in time: words, photos and sender were taken away.</summary>
    public const string Forgotten = "signal.forgotten";
}

public static class SharedConcernVerbs
{
    public const string Named = "shared-concern.named";
    public const string Gathered = "shared-concern.gathered";

    /// <summary>A signal turned out to be about something else.</summary>
    public const string LetGo = "shared-concern.let-go";
    public const string Edited = "shared-concern.edited";
}
