using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Brink.Platform.Text.WordFiles;

/// <summary>Writes the blocks of a text – headings, paragraphs, lists, tables – one after the other in Markdown.</summary>
internal sealed class WordBlocks
{
    private readonly WordStyles styles;
    private readonly WordNumbering numbering;
    private readonly WordNotes notes;
    private readonly WordPictures pictures;
    private readonly LeftOutList leftOut;
    private readonly WordSpans words;
    private readonly Dictionary<string, WordSpans> wordsOfNotes = new(StringComparer.Ordinal);
    private readonly StringBuilder text = new();
    private readonly WordLists lists = new();
    private readonly WordParts parts;
    private bool isInContents;

    public WordBlocks(WordParts parts, LeftOutList leftOut)
    {
        (this.parts, this.leftOut) = (parts, leftOut);
        styles = new WordStyles(parts.Part("styles"));
        numbering = new WordNumbering(parts.Part("numbering"), styles);
        notes = new WordNotes(parts);
        pictures = new WordPictures(parts, leftOut);
        words = new WordSpans(styles, parts, pictures, leftOut, notes, part: null);
    }

    public IReadOnlyList<WordPicture> Pictures => pictures.All;

    public void Add(XElement block)
    {
        if (!block.IsWord())
        {
            if (block.Name.LocalName is "oMath" or "oMathPara")
                leftOut.Add(LeftOutKind.Equation);
            else if (block.Name.LocalName == "AlternateContent" && block.Elements().FirstOrDefault() is { } first)
                Each(first);
            return;
        }

        switch (block.Name.LocalName)
        {
            case "p":
                Paragraph(block);
                break;
            case "tbl":
                Table(block);
                break;
            case "sdt" when IsContents(block):
                Contents();
                break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo":
                Each(block);
                break;
            case "altChunk":
                leftOut.Add(LeftOutKind.PartOfAnotherFile);
                break;
        }
    }

    /// <summary>All that was added, with the notes of the last section.</summary>
    public string Finish()
    {
        Notes();
        return text.ToString().Trim();
    }

    private void Each(XElement within)
    {
        foreach (var block in within.Elements())
            Add(block);
    }

    private void Paragraph(XElement paragraph)
    {
        var properties = paragraph.Child("pPr");
        if (styles.IsOfContents(properties))
        {
            Contents();
            return;
        }

        var level = styles.HeadingLevel(properties);
        if (level > 0)
        {
            // What is found in it stands under it.
            var title = TextRules.Line(
                string.Concat(paragraph.Descendants().Where(e => e.Is("t")).Select(e => e.Value))
            );
            leftOut.Heading = title.Length > 0 ? TextRules.First(title, 120) : leftOut.Heading;
        }

        var (spans, shown) = words.Read(paragraph);
        if (SpanWriting.Words(spans).Length > 0)
        {
            isInContents = false;
            var mark = styles.ListOf(properties) is { } list ? numbering.Next(list) : null;
            if (level > 0)
                Heading(level, mark?.Shown ?? "", spans);
            else if (mark is not null)
                Item(mark, spans);
            else
                Block(SpanWriting.Write(spans));
        }

        foreach (var picture in shown)
            Block(picture);
    }

    private void Heading(int level, string number, IReadOnlyList<Span> spans)
    {
        Notes();
        Span[] bare =
        [
            .. spans.Where(s => s.Note is null).Select(s => new Span(s.Text.Replace('\n', ' '), false, false, null)),
        ];
        if (bare.Length == 0)
            return;
        if (number.Length > 0)
            bare = [new Span(number + " ", false, false, null), .. bare];
        Block(new string('#', level) + " " + SpanWriting.Write(bare, SpanPlace.Heading));
        // A heading is an address and a name; its note stands below it.
        foreach (var note in spans.Where(s => s.Note is not null))
            Block($"Bij de kop: [^{note.Note}]");
    }

    private void Item(ListMark mark, IReadOnlyList<Span> spans)
    {
        // Markdown counts in figures alone; what Word shows otherwise ('a)', '2.1') stays as words.
        var shown =
            mark.Number is not null && !mark.IsCounted
                ? [new Span(mark.Shown + " ", false, false, null), .. spans]
                : spans;
        var (gap, item) = lists.Next(mark, SpanWriting.Write(shown));
        Block(item, gap, isItem: true);
    }

    private void Table(XElement table)
    {
        isInContents = false;
        var rows = table.Elements().SelectMany(WordTables.RowsIn).ToArray();
        if (rows.Length == 0)
            return;
        if (rows.All(row => WordTables.CellsIn(row).Count() <= 1))
        {
            // A frame around text, not a table: it keeps its paragraphs and lists.
            foreach (var cell in rows.SelectMany(WordTables.CellsIn))
                Each(cell);
            return;
        }

        Block(WordTables.Write(rows, Cell, leftOut));
    }

    /// <summary>All of a cell on one line.</summary>
    private string Cell(XElement cell)
    {
        var written = new List<string>();
        foreach (var block in cell.Elements().Where(e => e.IsWord()))
            if (block.Name.LocalName == "tbl")
            {
                leftOut.Add(LeftOutKind.NestedTable);
                written.AddRange(
                    block.Elements().SelectMany(WordTables.RowsIn).SelectMany(WordTables.CellsIn).Select(Cell)
                );
            }
            else if (block.Name.LocalName is "sdt" or "sdtContent" or "customXml")
                written.Add(Cell(block));
            else if (block.Name.LocalName == "p")
                written.Add(CellParagraph(block));
        return string.Join(' ', written.Where(part => part.Length > 0));
    }

    private string CellParagraph(XElement paragraph)
    {
        var (spans, shown) = words.Read(paragraph);
        var mark = styles.ListOf(paragraph.Child("pPr")) is { } list ? numbering.Next(list) : null;
        var sign = mark is null ? "" : (mark.Number is null ? "•" : mark.Shown) + " ";
        var line = SpanWriting.Write(
            sign.Length > 0 ? [new Span(sign, false, false, null), .. spans] : spans,
            SpanPlace.Cell
        );
        return string.Join(' ', shown.Prepend(line).Where(part => part.Length > 0));
    }

    private void Notes()
    {
        var written = notes.Take(Note);
        if (written.Count > 0)
            Block(string.Join("\n\n", written));
    }

    private string Note(string part, XElement note)
    {
        if (!wordsOfNotes.TryGetValue(part, out var reader))
            wordsOfNotes[part] = reader = new WordSpans(styles, parts, pictures, leftOut, notes: null, part);
        return string.Join(
                ' ',
                note.Descendants()
                    .Where(e => e.Is("p"))
                    .Select(paragraph =>
                    {
                        var (spans, shown) = reader.Read(paragraph);
                        return string.Join(' ', shown.Prepend(SpanWriting.Write(spans, SpanPlace.Note)));
                    })
            )
            .Trim();
    }

    private void Contents()
    {
        if (!isInContents)
            leftOut.Add(LeftOutKind.TableOfContents);
        isInContents = true;
    }

    private static bool IsContents(XElement control) =>
        control.Child("sdtPr").Child("docPartObj").Child("docPartGallery").Of("val") is "Table of Contents";

    private void Block(string block, string gap = "\n\n", bool isItem = false)
    {
        if (!isItem)
            lists.Stop();
        if (text.Length > 0)
            text.Append(gap);
        text.Append(block);
    }
}

/// <summary>Where the next item of a list goes: how far in, and with which sign, so that Markdown reads the same list.</summary>
internal sealed class WordLists
{
    private readonly Stack<(int Indent, int Width, int Number, char Sign)> open = new();

    public (string Gap, string Item) Next(ListMark mark, string words)
    {
        var isFirst = open.Count == 0;
        while (open.Count > mark.Depth + 1)
            open.Pop();
        var depth = Math.Min(mark.Depth, open.Count);
        (int Indent, int Width, int Number, char Sign)? before = open.Count > depth ? open.Pop() : null;
        var indent = open.TryPeek(out var above) ? above.Indent + above.Width : 0;
        var number = mark.IsCounted ? mark.Number!.Value : -1;
        var sign =
            number < 0 ? '-'
            : before is { } last && last.Sign is '.' or ')' && last.Number + 1 != number
                // The other sign begins another list, which then begins at its own number.
                ? (before.Value.Sign == '.' ? ')' : '.')
            : before is { Sign: '.' or ')' } same ? same.Sign
            : '.';
        var start = number < 0 ? "- " : string.Create(CultureInfo.InvariantCulture, $"{number}{sign} ");
        open.Push((indent, start.Length, number, sign));
        var further = "\n" + new string(' ', indent + start.Length);
        return (
            isFirst ? "\n\n" : "\n",
            new string(' ', indent) + start + words.Replace("\n", further, StringComparison.Ordinal)
        );
    }

    /// <summary>Another block comes.</summary>
    public void Stop() => open.Clear();
}
