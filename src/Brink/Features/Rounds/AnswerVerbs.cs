namespace Brink.Features.Rounds;

/// <summary>About: <c>answer</c>, <c>round</c>.</summary>
public static class AnswerVerbs
{
    public const string TakenUp = "answer.taken-up";
    public const string Added = "answer.added";
    public const string SplitOff = "answer.split-off";
    public const string Written = "answer.written";
    public const string Offered = "answer.offered";
    public const string SentBack = "answer.sent-back";

    /// <summary>About also: <c>person</c>, who deals with it now.</summary>
    public const string HandedOver = "answer.handed-over";
    public const string Published = "answer.published";

    /// <summary>Other words for an answer that was given wait for a colleague.</summary>
    public const string CorrectionOffered = "answer.correction-offered";
    public const string CorrectionDropped = "answer.correction-dropped";

    /// <summary>A given answer was corrected, with a reason; what stood there stays to be read.</summary>
    public const string Corrected = "answer.corrected";
}
