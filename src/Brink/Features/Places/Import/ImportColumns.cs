using System.Globalization;
using Brink.Platform;
using Brink.Platform.Text;

namespace Brink.Features.Places.Import;

/// <summary>Reads the cells of a line as what they should be, and says per column what is wrong.</summary>
internal static class ImportColumns
{
    /// <summary>Null when the file has the columns it needs and no others.</summary>
    public static ImportReport? Check(CsvFile file, IReadOnlyList<string> columns, string needed)
    {
        if (file.Problem is { } problem)
        {
            return ImportReport.Unreadable(new Refusal("Upload", problem, file.Arguments));
        }

        var refusals = new List<Refusal>();
        if (!file.Columns.Contains(needed))
        {
            refusals.Add(
                new Refusal(
                    "Upload",
                    "De kolom '{0}' ontbreekt. De eerste regel van het bestand noemt de kolommen.",
                    needed
                )
            );
        }

        var unknown = file.Columns.Where(name => name.Length > 0 && !columns.Contains(name)).ToArray();
        if (unknown.Length > 0)
        {
            refusals.Add(
                new Refusal(
                    "Upload",
                    "Deze kolommen kennen we niet: {0}. Dit zijn de namen die kunnen: {1}.",
                    string.Join(", ", unknown),
                    string.Join(", ", columns)
                )
            );
        }

        if (refusals.Count == 0 && file.Lines.Count == 0)
        {
            refusals.Add(new Refusal("Upload", "Er staan geen regels in dit bestand."));
        }

        return refusals.Count > 0 ? ImportReport.Unreadable([.. refusals]) : null;
    }

    /// <summary>What is wrong with a line as a whole.</summary>
    /// <param name="column">The column of the name, which may stand in a file once.</param>
    public static List<Refusal> CheckLine(CsvLine line, string column, HashSet<string> seen)
    {
        var refusals = new List<Refusal>();
        if (line[column].Length > 0 && !seen.Add(line[column]))
        {
            refusals.Add(new Refusal(column, "Deze naam staat al eerder in het bestand."));
        }

        if (line.IsTooLong)
        {
            refusals.Add(
                new Refusal(
                    "",
                    "Deze regel heeft meer kolommen dan de eerste regel. Staat er een puntkomma of komma te veel in?"
                )
            );
        }

        return refusals;
    }

    /// <summary>Adds what a verb refuses, at the column that its field came from, unless that column is wrong already.</summary>
    public static void AddFrom(this List<Refusal> refusals, Outcome outcome, Dictionary<string, string> columns)
    {
        var wrong = refusals.Select(refusal => refusal.Field).Where(column => column.Length > 0).ToHashSet();
        refusals.AddRange(
            outcome
                .Refusals.Select(refusal => refusal with { Field = columns.GetValueOrDefault(refusal.Field, "") })
                .Where(refusal => !wrong.Contains(refusal.Field))
        );
    }

    public static T? Word<T>(CsvLine line, string column, Dictionary<string, T> words, List<Refusal> refusals)
        where T : struct
    {
        if (line[column].Length == 0)
        {
            return null;
        }

        if (words.TryGetValue(line[column], out var found))
        {
            return found;
        }

        refusals.Add(new Refusal(column, "Gebruik een van deze woorden: {0}.", string.Join(", ", words.Keys)));
        return null;
    }

    /// <summary>665 or 9.350, as a spreadsheet may write it.</summary>
    public static int? Whole(CsvLine line, string column, List<Refusal> refusals)
    {
        if (line[column].Length == 0)
        {
            return null;
        }

        if (TypedNumber.Whole(line[column]) is { } number)
        {
            return number;
        }

        refusals.Add(new Refusal(column, "Vul een heel getal in."));
        return null;
    }

    /// <summary>52,87 or 52.87.</summary>
    public static double? Decimal(CsvLine line, string column, List<Refusal> refusals)
    {
        if (line[column].Length == 0)
        {
            return null;
        }

        if (TypedNumber.Fraction(line[column]) is { } number)
        {
            return number;
        }

        refusals.Add(new Refusal(column, "Vul een getal in, zoals 52,8699."));
        return null;
    }

    /// <summary>21-11-2026 or 2026-11-21.</summary>
    public static DateOnly? Date(CsvLine line, string column, List<Refusal> refusals)
    {
        if (line[column].Length == 0)
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(
                line[column],
                ["d-M-yyyy", "yyyy-MM-dd", "d/M/yyyy"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            return date;
        }

        refusals.Add(new Refusal(column, "Vul een datum in, zoals 21-11-2026."));
        return null;
    }
}
