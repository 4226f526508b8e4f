namespace Brink.Features.Advice;

/// <summary>An advice in its points, as pages show it, with what the municipality says to each.</summary>
/// <param name="IsOwed">A point without an answer is shown as waiting for one.</param>
public sealed record AdviceText(string Text, IReadOnlyList<PointView> Points, bool IsOwed)
{
    /// <param name="answer">The answer to show with it; null for none.</param>
    public static AdviceText Of(AdviceCase advice, AdviceAnswer? answer) =>
        new(
            advice.Text,
            [
                .. advice
                    .Points.OrderBy(point => point.Number)
                    .Select(point => new PointView(
                        point.Number,
                        point.Text,
                        answer?.VerdictOf(point.Id),
                        answer?.BecauseOf(point.Id) ?? ""
                    )),
            ],
            advice.State == AdviceState.Given && answer is null
        );
}

public sealed record PointView(int Number, string Text, PointVerdict? Verdict, string Because);
