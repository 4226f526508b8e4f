namespace Brink.Features.Rounds;

/// <summary>An answer as it stood before it was corrected, with when it was given and why it changed.</summary>
public sealed record EarlierAnswer(
    AnswerOutcome Verdict,
    string Because,
    DateTimeOffset GivenAt,
    string Reason,
    DateTimeOffset CorrectedAt
)
{
    public static EarlierAnswer Of(AnswerCorrection correction) =>
        new(
            correction.BeforeVerdict,
            correction.BeforeBecause,
            correction.BeforeAt,
            correction.Reason,
            correction.GivenAt ?? correction.WrittenAt
        );
}
