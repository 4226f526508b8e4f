using System.Text.Encodings.Web;

namespace Brink.Bench.Limit;

/// <summary>
/// A page of Brink, cut at the words that come from the database. The bare Razor page puts the words of its own query
/// back between the parts, so both programs send the same bytes.
/// </summary>
public sealed class CutPage
{
    private const int WordCount = 5;

    private CutPage(IReadOnlyList<Piece> pieces, string rest) => (Pieces, Rest) = (pieces, rest);

    public IReadOnlyList<Piece> Pieces { get; }
    public string Rest { get; }

    public static CutPage Of(string html, IReadOnlyList<BareRow> rows, HtmlEncoder encoder)
    {
        var found = new List<(int At, int Length, int Row, int Word)>();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var word = 0; word < WordCount; word++)
            {
                var encoded = encoder.Encode(Word(rows[row], word));
                if (encoded.Length == 0)
                    continue;
                for (
                    var at = html.IndexOf(encoded, StringComparison.Ordinal);
                    at >= 0;
                    at = html.IndexOf(encoded, at + encoded.Length, StringComparison.Ordinal)
                )
                    found.Add((at, encoded.Length, row, word));
            }
        }
        var pieces = new List<Piece>();
        var end = 0;
        foreach (var (at, length, row, word) in found.OrderBy(f => f.At).ThenByDescending(f => f.Length))
        {
            if (at < end)
                continue;
            pieces.Add(new Piece(html[end..at], row, word));
            end = at + length;
        }
        return new CutPage(pieces, html[end..]);
    }

    public static string Word(BareRow row, int word) =>
        word switch
        {
            0 => row.Title,
            1 => row.Slug,
            2 => row.Village,
            3 => row.What,
            _ => row.NextStep,
        };

    /// <param name="Before">What stands before the word.</param>
    public sealed record Piece(string Before, int Row, int Word);
}
