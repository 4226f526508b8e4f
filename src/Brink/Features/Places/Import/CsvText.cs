using System.Text;
using Brink.Platform.Localisation;
using CsvHelper;

namespace Brink.Features.Places.Import;

/// <summary>One line of a file, by the names of its columns.</summary>
/// <param name="Number">As an editor counts lines, the heading being 1.</param>
/// <param name="IsTooLong">Whether something stands beyond the last column of the heading.</param>
public sealed record CsvLine(int Number, IReadOnlyDictionary<string, string> Cells, bool IsTooLong = false)
{
    /// <summary>Empty when the column or the cell is not there.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}

/// <param name="Problem">What makes the whole file unreadable, as Dutch source text; null when it is not.</param>
public sealed record CsvFile(
    IReadOnlyList<string> Columns,
    IReadOnlyList<CsvLine> Lines,
    string? Problem,
    params object[] Arguments
)
{
    public static CsvFile Unreadable(string problem, params object[] arguments) => new([], [], problem, arguments);
}

/// <summary>
/// Reads what spreadsheets save as CSV: with semicolons or commas, in UTF-8 with or without mark, UTF-16 with mark, or
/// Windows-1252.
/// </summary>
public static class CsvText
{
    public const int MostBytes = 500_000;
    public const int MostLines = 2_000;
    private const int MostColumns = 40;
    private const int MostCell = 12_000;

    public static CsvFile Read(byte[] content)
    {
        if (content.Length == 0)
        {
            return CsvFile.Unreadable(Texts.Mark("Dit bestand is leeg."));
        }

        if (content.Length > MostBytes)
        {
            return CsvFile.Unreadable(
                Texts.Mark("Dit bestand is groter dan {0} kB. Verdeel het over meer bestanden."),
                MostBytes / 1000
            );
        }

        var text = Decode(content);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return CsvFile.Unreadable(
                Texts.Mark("Dit is geen CSV-bestand. Kies in uw rekenprogramma 'Opslaan als' en dan CSV.")
            );
        }

        try
        {
            return Parse(text);
        }
        catch (CsvFormatException problem)
        {
            return CsvFile.Unreadable(
                Texts.Mark("Regel {0} is niet te lezen. Staat er een los aanhalingsteken in?"),
                problem.LineNumber
            );
        }
    }

    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var text = new StringWriter();
        using (
            var csv = CsvWriter.Create(
                text,
                new CsvWriterOptions
                {
                    Separator = ';',
                    NewLine = "\r\n",
                    Injection = CsvInjection.Escape,
                }
            )
        )
        {
            foreach (var row in rows)
            {
                csv.WriteRecord([.. row]);
            }
        }

        // The mark tells Excel that it is UTF-8.
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static bool IsFormula(string cell) =>
        cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static string Decode(byte[] content)
    {
        foreach (var encoding in new Encoding[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            if (content.AsSpan().StartsWith(encoding.Preamble))
            {
                return encoding.GetString(content, encoding.Preamble.Length, content.Length - encoding.Preamble.Length);
            }
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }

    private static CsvFile Parse(string text)
    {
        using var csv = CsvReader.FromText(
            text,
            new CsvReaderOptions
            {
                Separator = DelimiterOf(text),
                HasHeader = false,
                MalformedData = CsvMalformedDataHandling.Throw,
                TrackLineNumbers = true,
            }
        );
        if (!csv.Read())
        {
            return CsvFile.Unreadable(Texts.Mark("Dit bestand is leeg."));
        }

        var columns = CellsOf(csv).Select(name => name.ToLowerInvariant()).ToArray();
        if (columns.Length > MostColumns)
        {
            return CsvFile.Unreadable(Texts.Mark("Dit bestand heeft te veel kolommen."));
        }

        if (
            columns.Where(name => name.Length > 0).GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is
            { } twice
        )
        {
            return CsvFile.Unreadable(Texts.Mark("De kolom '{0}' staat er twee keer in."), twice.Key);
        }

        var lines = new List<CsvLine>();
        while (csv.Read())
        {
            if (lines.Count == MostLines)
            {
                return CsvFile.Unreadable(
                    Texts.Mark("Dit bestand heeft meer dan {0} regels. Verdeel het over meer bestanden."),
                    MostLines
                );
            }

            var cells = CellsOf(csv);
            var isTooLong = cells.Skip(columns.Length).Any(cell => cell.Length > 0);
            lines.Add(new CsvLine((int)csv.LineNumber, ByColumn(columns, cells), isTooLong));
        }

        return new CsvFile(columns, [.. lines.Where(line => line.Cells.Count > 0 || line.IsTooLong)], null);
    }

    private static string[] CellsOf(CsvReader csv) =>
        [
            .. Enumerable
                .Range(0, csv.FieldCount)
                .Select(i => Platform.Text.TextRules.First(Platform.Text.TextRules.Clean(csv.GetString(i)), MostCell)),
        ];

    private static Dictionary<string, string> ByColumn(string[] columns, string[] cells)
    {
        var found = new Dictionary<string, string>();
        for (var i = 0; i < columns.Length && i < cells.Length; i++)
        {
            var cell = cells[i];
            if (columns[i].Length > 0 && cell.Length > 0)
            {
                found[columns[i]] =
                    cell.Length > 1 && cell[0] == '\'' && IsFormula(cell[1..]) ? cell[1..].Trim() : cell;
            }
        }

        return found;
    }

    /// <summary>What stands most in the heading, outside quotes.</summary>
    private static char DelimiterOf(string text)
    {
        var heading = text.Split('\n', 2)[0];
        return new[] { ';', ',', '\t' }.MaxBy(sign => heading.Count(found => found == sign));
    }
}
