using Brink.Platform;
using Brink.Platform.Text;

namespace Brink.Features.Shared;

/// <summary>What somebody typed, held against what there is room for. Lengths are as a reader counts.</summary>
public static class Typed
{
    /// <param name="most">Signs, as a reader counts them.</param>
    /// <param name="column">Room in the database, which counts otherwise: a family of emoji is one sign to a reader.</param>
    public static IEnumerable<Refusal> Fits(string field, string? text, int most, int column)
    {
        if (text is null || text.Length <= most)
        {
            yield break;
        }

        var length = text.Length > column * 4 ? text.Length : TextRules.Length(text);
        if (length > most || text.Length > column)
        {
            yield return new Refusal(
                field,
                "Dit is te lang: {0} tekens. Er passen er {1}.",
                Math.Max(length, most + 1),
                most
            );
        }
    }
}
