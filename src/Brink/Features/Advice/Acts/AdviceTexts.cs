using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;

namespace Brink.Features.Advice.Acts;

/// <summary>What was typed of an advice, checked.</summary>
internal static class AdviceTexts
{
    /// <summary>Empty fields that a form has beside the points that are there.</summary>
    public const int Spare = 3;

    public static Refusal[] Missing(string field, string? text, string message) =>
        string.IsNullOrWhiteSpace(text) ? [new Refusal(field, message)] : [];

    /// <summary>As many fields as there are points, and some to add.</summary>
    public static string[] Fields(IEnumerable<string?> points)
    {
        var said = points.Select(p => p ?? "").Where(p => p.Length > 0).Take(AdviceCase.MostPoints).ToArray();
        return [.. said, .. Enumerable.Repeat("", Math.Min(Spare, AdviceCase.MostPoints - said.Length))];
    }

    /// <param name="points">As many as the form sent; empty ones count for nothing.</param>
    public static Outcome Check(string? text, IReadOnlyList<string?> points) =>
        Outcome.Of([
            .. Typed.Fits("Text", text, AdviceCase.LongestText, AdviceCase.LongestText * 3),
            .. points.SelectMany(
                (point, at) => Typed.Fits($"Points[{at}]", point, AdviceCase.LongestPoint, AdviceCase.LongestPoint * 3)
            ),
            .. points.Count(p => !string.IsNullOrWhiteSpace(p)) > AdviceCase.MostPoints
                ? [new Refusal("", "Een advies heeft hoogstens {0} punten.", AdviceCase.MostPoints)]
                : Array.Empty<Refusal>(),
        ]);

    public static IReadOnlyList<string> Said(IEnumerable<string?> points) =>
        [.. points.Select(TextRules.Clean).Where(point => point.Length > 0)];
}
