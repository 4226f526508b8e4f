namespace Brink.Features.Agreements;

/// <summary>What is 'aside' is between the parties, of a text that does not hold yet: never on a public timeline.</summary>
public static class AgreementVerbs
{
    public const string Drafted = "agreement.drafted";
    public const string Edited = "agreement.aside-edited";
    public const string EvaluationPlanned = "agreement.evaluation-planned";
    public const string EvaluationCancelled = "agreement.evaluation-cancelled";
    public const string SentRound = "agreement.sent-round";
    public const string TakenBack = "agreement.aside-taken-back";
    public const string Answered = "agreement.aside-answered";
    public const string AnswerEntered = "agreement.aside-answer-entered";
    public const string CameIntoForce = "agreement.came-into-force";
    public const string Recorded = "agreement.recorded";
    public const string Renewed = "agreement.renewed";
    public const string Ended = "agreement.ended";
}
