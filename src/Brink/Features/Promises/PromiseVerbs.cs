namespace Brink.Features.Promises;

/// <summary>
/// What happens to a promise. About: <c>promise</c>, <c>kind</c>, and <c>side</c> for which side did it.
/// </summary>
public static class PromiseVerbs
{
    public const string Made = "promise.made";
    public const string Proposed = "promise.proposed";
    public const string Accepted = "promise.accepted";
    public const string Declined = "promise.declined";
    public const string Kept = "promise.kept";
    public const string Released = "promise.released";
    public const string Reminded = "promise.reminded";
    public const string MoveProposed = "promise.move-proposed";
    public const string Moved = "promise.moved";
    public const string MoveRefused = "promise.move-refused";
    public const string MoveTakenBack = "promise.move-taken-back";

    /// <summary>About: <c>organisation</c>, and <c>person</c>, the successor, 0 for the organisation's list.</summary>
    public const string HandedOver = "promise.handed-over";
    public const string PersonRemoved = "promise.person-removed";
    public const string CalendarOpened = "promise.calendar-opened";
    public const string CalendarClosed = "promise.calendar-closed";
}
