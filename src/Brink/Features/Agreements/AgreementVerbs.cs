namespace Brink.Features.Agreements;

public static class AgreementVerbs
{
    public const string Drafted = "agreement.drafted";
    public const string Edited = "agreement.edited";
    public const string EvaluationPlanned = "agreement.evaluation-planned";
    public const string EvaluationCancelled = "agreement.evaluation-cancelled";
    public const string SentRound = "agreement.sent-round";
    public const string TakenBack = "agreement.taken-back";
    public const string Answered = "agreement.answered";
    public const string AnswerEntered = "agreement.answer-entered";
    public const string CameIntoForce = "agreement.came-into-force";
    public const string Recorded = "agreement.recorded";
    public const string Renewed = "agreement.renewed";
    public const string Ended = "agreement.ended";
}
