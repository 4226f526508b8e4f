using System.Text;

namespace Brink.Platform.Text;

/// <summary>
/// One line of a file for spreadsheets: RFC 4180 with ';', which Dutch spreadsheets expect. What a spreadsheet would
/// take for a formula comes out as text (OWASP, 'CSV Injection').
/// </summary>
public static class CsvLine
{
    /// <summary>Put before the first line, it tells spreadsheets that the file is UTF-8.</summary>
    public const char ByteOrderMark = '\uFEFF';

    /// <summary>The last four are the wide forms, which spreadsheets read as the plain ones.</summary>
    private const string Formula = "=+-@|%\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    public static string Of(IEnumerable<string?> fields)
    {
        var line = new StringBuilder();
        foreach (var field in fields)
        {
            if (line.Length > 0)
            {
                line.Append(';');
            }

            Append(line, field ?? "");
        }

        return line.Append("\r\n").ToString();
    }

    private static void Append(StringBuilder line, string field)
    {
        line.Append('"');
        if (field.TrimStart(' ', '"') is { Length: > 0 } start && Formula.Contains(start[0]))
        {
            line.Append('\'');
        }

        line.Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
