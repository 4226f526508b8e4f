namespace Brink.Features.Exchange;

/// <summary>What happens to needs and offers.</summary>
public static class HelpVerbs
{
    public const string HandedIn = "help.handed-in";
    public const string Confirmed = "help.confirmed";
    public const string Done = "help.done";
    public const string Withdrawn = "help.withdrawn";

    /// <summary>Never confirmed in time: words and sender were taken away.</summary>
    public const string Forgotten = "help.forgotten";

    /// <summary>Somebody without a session answered; the mail that confirms it must go out.</summary>
    public const string ResponseHandedIn = "help.response-handed-in";
    public const string Responded = "help.responded";
    public const string Accepted = "help.accepted";
    public const string Declined = "help.declined";
    public const string SteppedBack = "help.stepped-back";

    /// <summary>The board asks the administrator to give a successor the role.</summary>
    public const string HandoverAsked = "help.handover-asked";

    /// <summary>After some months the telephone numbers and messages were taken away.</summary>
    public const string Cleared = "help.cleared";
}
