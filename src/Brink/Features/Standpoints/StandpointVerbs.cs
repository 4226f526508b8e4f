namespace Brink.Features.Standpoints;

public static class StandpointVerbs
{
    public const string Written = "standpoint.written";
    public const string Edited = "standpoint.edited";
    public const string SourceAdded = "standpoint.source-added";
    public const string SourceRemoved = "standpoint.source-removed";
    public const string SigningOpened = "standpoint.signing-opened";

    /// <summary>The text changed while it was being signed.</summary>
    public const string Reopened = "standpoint.reopened";
    public const string Reacted = "standpoint.reacted";

    /// <summary>The umbrella typed in what an association sent on paper or told.</summary>
    public const string ReactionEntered = "standpoint.reaction-entered";
    public const string ReactionTakenBack = "standpoint.reaction-taken-back";

    /// <summary>Those who had not answered were reminded, once.</summary>
    public const string Reminded = "standpoint.reminded";
    public const string Sent = "standpoint.sent";
    public const string Answered = "standpoint.answered";
    public const string Withdrawn = "standpoint.withdrawn";
}
