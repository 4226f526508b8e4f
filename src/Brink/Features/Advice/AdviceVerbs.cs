namespace Brink.Features.Advice;

/// <summary>What stays between those who write it has 'advice.aside-' before it, and stands on no public timeline.</summary>
public static class AdviceVerbs
{
    public const string Asked = "advice.asked";

    /// <summary>An unasked advice was begun, or words of one that isn't given yet were kept.</summary>
    public const string Written = "advice.aside-written";

    /// <summary>The adviser threw away what it had begun by itself.</summary>
    public const string Dropped = "advice.aside-dropped";

    /// <summary>The adviser asked for another last day.</summary>
    public const string DateProposed = "advice.aside-date-proposed";

    /// <summary>The municipality said which day it is.</summary>
    public const string DateSettled = "advice.aside-date-settled";

    /// <summary>One friendly reminder near the last day.</summary>
    public const string Reminded = "advice.aside-reminded";
    public const string Declined = "advice.declined";

    /// <summary>The municipality took its question back.</summary>
    public const string Withdrawn = "advice.withdrawn";
    public const string Given = "advice.given";
    public const string TakenBack = "advice.taken-back";

    /// <summary>Words of an answer that isn't given yet were kept.</summary>
    public const string AnswerWritten = "advice.aside-answer-written";
    public const string Answered = "advice.answered";
    public const string AnswerCorrected = "advice.answer-corrected";

    /// <summary>The plan it is about is no longer in confidence.</summary>
    public const string Opened = "advice.opened";
}
