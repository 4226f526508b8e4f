using System.Xml.Linq;

namespace Brink.Platform.Text.WordFiles;

/// <summary>Tables as Markdown has them: the first row is the head, each cell is one line, none is merged.</summary>
internal static class WordTables
{
    private const int MostColumns = 60;

    public static IEnumerable<XElement> RowsIn(XElement element) =>
        element.Is("tr") ? [element]
        : element.IsWord() && element.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins"
            ? element.Elements().SelectMany(RowsIn)
        : [];

    public static IEnumerable<XElement> CellsIn(XElement element) =>
        element
            .Elements()
            .SelectMany(child =>
                child.Is("tc") ? [child]
                : child.IsWord() && child.Name.LocalName is "sdt" or "sdtContent" or "customXml" ? CellsIn(child)
                : Enumerable.Empty<XElement>()
            );

    public static string Write(IReadOnlyList<XElement> rows, Func<XElement, string> write, LeftOutList leftOut)
    {
        var isMerged = false;
        var lines = rows.Select(row => Cells(row, write, ref isMerged)).ToArray();
        if (isMerged)
            leftOut.Add(LeftOutKind.MergedCells);
        var width = lines.Max(cells => cells.Count);
        return string.Join(
            '\n',
            lines
                .Select(cells => Line(cells, width))
                .Take(1)
                .Append(string.Concat(Enumerable.Repeat("| --- ", width)) + "|")
                .Concat(lines.Skip(1).Select(cells => Line(cells, width)))
        );
    }

    private static List<string> Cells(XElement row, Func<XElement, string> write, ref bool isMerged)
    {
        var cells = new List<string>();
        foreach (var cell in CellsIn(row))
        {
            var properties = cell.Child("tcPr");
            var goesOn = properties.Child("vMerge") is { } merge && merge.Of("val") is null or "continue";
            cells.Add(goesOn ? "" : write(cell));
            var span = Math.Clamp(properties.Child("gridSpan").NumberOf("val") ?? 1, 1, MostColumns);
            cells.AddRange(Enumerable.Repeat("", span - 1));
            isMerged |= goesOn || span > 1;
            if (cells.Count > MostColumns)
                throw WordRefusals.Unsafe();
        }

        return cells;
    }

    private static string Line(List<string> cells, int width) =>
        "| " + string.Join(" | ", cells.Concat(Enumerable.Repeat("", width - cells.Count))) + " |";
}
