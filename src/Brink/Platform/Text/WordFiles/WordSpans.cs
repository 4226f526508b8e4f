using System.Xml.Linq;

namespace Brink.Platform.Text.WordFiles;

/// <summary>
/// Reads the words of a paragraph with their layout. Tracked changes are read as accepted. What can't be words is named in
/// the list of what was left out.
/// </summary>
/// <param name="part">The part whose links and pictures these are: 'footnotes', or null for the text itself.</param>
internal sealed class WordSpans(
    WordStyles styles,
    WordParts parts,
    WordPictures pictures,
    LeftOutList leftOut,
    WordNotes? notes,
    string? part
)
{
    private static readonly string[] Schemes = ["http://", "https://", "mailto:", "tel:"];
    private readonly Stack<Field> fields = new();
    private List<Span> spans = [];
    private List<string> shown = [];
    private XElement? paragraph;
    private string? link;

    /// <returns>The words, and in Markdown the pictures that stand between them.</returns>
    public (IReadOnlyList<Span> Spans, IReadOnlyList<string> Pictures) Read(XElement element)
    {
        (spans, shown, paragraph, link) = ([], [], element.Child("pPr"), null);
        fields.Clear();
        Inside(element);
        return (spans, shown);
    }

    private void Inside(XElement element)
    {
        foreach (var child in element.Elements())
            if (child.IsWord())
                Word(child);
            else if (child.Name.LocalName is "oMath" or "oMathPara")
                leftOut.Add(LeftOutKind.Equation);
            else if (child.Name.LocalName == "AlternateContent")
                Inside(Chosen(child));
    }

    private void Word(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "r":
                Run(element);
                break;
            case "hyperlink":
                Linked(Allowed(parts.Link(part, element.Of("id")), element.Of("id") is not null), element);
                break;
            case "fldSimple":
                Linked(Address(element.Of("instr") ?? "") ?? link, element);
                break;
            case "ins" or "moveTo":
                leftOut.Add(LeftOutKind.TrackedChange);
                Inside(element);
                break;
            case "del" or "moveFrom":
                leftOut.Add(LeftOutKind.TrackedChange);
                break;
            case "smartTag" or "customXml" or "sdt" or "sdtContent" or "bdo" or "dir" or "rubyBase":
                Inside(element);
                break;
            case "subDoc":
                leftOut.Add(LeftOutKind.PartOfAnotherFile);
                break;
        }
    }

    private void Run(XElement run)
    {
        var properties = run.Child("rPr");
        if (styles.Is("vanish", properties, paragraph))
        {
            if (run.Elements().Any(e => e.Is("t")))
                leftOut.Add(LeftOutKind.HiddenText);
            return;
        }

        var (bold, italic) = (styles.Is("b", properties, paragraph), styles.Is("i", properties, paragraph));
        foreach (var child in run.Elements())
            if (child.IsWord())
                InRun(child, bold, italic);
            else if (child.Name.LocalName == "AlternateContent")
                foreach (var one in Chosen(child).Elements().Where(e => e.IsWord()))
                    InRun(one, bold, italic);
    }

    private void InRun(XElement child, bool bold, bool italic)
    {
        switch (child.Name.LocalName)
        {
            case "t":
                Say(child.Value, bold, italic);
                break;
            case "tab" or "ptab":
                Say(" ", bold, italic);
                break;
            case "cr":
                Say("\n", bold, italic);
                break;
            case "br" when child.Of("type") is null or "textWrapping":
                Say("\n", bold, italic);
                break;
            case "noBreakHyphen":
                Say("\u2011", bold, italic);
                break;
            case "sym":
                leftOut.Add(LeftOutKind.Symbol);
                break;
            case "footnoteReference" or "endnoteReference":
                if (notes?.Mark(child) is { } mark)
                    spans.Add(new Span("", false, false, null, mark));
                break;
            case "commentReference":
                leftOut.Add(LeftOutKind.Comment);
                break;
            case "drawing":
                Show(pictures.Take(child, part));
                break;
            case "pict":
                Show(pictures.TakeOld(child, part));
                break;
            case "object":
                leftOut.Add(
                    child.Within("OLEObject").Of("ProgID")?.StartsWith("Equation", StringComparison.Ordinal) == true
                        ? LeftOutKind.Equation
                        : LeftOutKind.EmbeddedObject
                );
                break;
            case "ruby":
                foreach (var inside in child.Elements().Where(e => e.Is("rubyBase")))
                    Inside(inside);
                break;
            case "fldChar":
                Step(child.Of("fldCharType"));
                break;
            case "instrText" when fields.TryPeek(out var field):
                field.Says += child.Value;
                break;
        }
    }

    private void Say(string words, bool bold, bool italic)
    {
        // What a field does is said in words too; only what came of it is read.
        if (fields.All(field => field.HasResult))
            spans.Add(
                new Span(words, bold, italic, fields.Select(f => f.Link).FirstOrDefault(l => l is not null) ?? link)
            );
    }

    private void Show(string? picture)
    {
        if (picture is not null)
            shown.Add(picture);
    }

    private void Step(string? kind)
    {
        if (kind == "begin")
            fields.Push(new Field());
        else if (kind == "separate" && fields.TryPeek(out var field))
            (field.HasResult, field.Link) = (true, Address(field.Says));
        else if (kind == "end")
            fields.TryPop(out _);
    }

    /// <summary>'HYPERLINK "https://…"'; a place in the file itself is no address.</summary>
    private string? Address(string instruction)
    {
        var said = instruction.TrimStart();
        var quoted = said.Split('"');
        return
            said.StartsWith("HYPERLINK ", StringComparison.OrdinalIgnoreCase)
            && quoted.Length > 1
            && !quoted[0].Contains('\\', StringComparison.Ordinal)
            ? Allowed(quoted[1], mustBeOne: true)
            : null;
    }

    private void Linked(string? address, XElement element)
    {
        (var before, link) = (link, address);
        Inside(element);
        link = before;
    }

    /// <summary>An address in a form that Markdown reads; null for one that may not be.</summary>
    private string? Allowed(string? address, bool mustBeOne)
    {
        if (
            address is { Length: <= 2000 }
            && Array.Exists(Schemes, scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        )
            return string.Concat(
                address.Select(sign =>
                    char.IsControl(sign) ? ""
                    : sign is ' ' or '(' or ')' or '<' or '>' or '"' or '\\' or '|' or '[' or ']' or '`' or '*'
                        ? Uri.HexEscape(sign)
                    : sign.ToString()
                )
            );
        if (mustBeOne)
            leftOut.Add(LeftOutKind.UnsafeLink);
        return null;
    }

    /// <summary>The newest way of saying it that is written: the others say the same for older programs.</summary>
    private static XElement Chosen(XElement alternatives) =>
        alternatives.Elements().FirstOrDefault(e => e.Name.LocalName == "Choice")
        ?? alternatives.Elements().FirstOrDefault(e => e.Name.LocalName == "Fallback")
        ?? alternatives;

    private sealed class Field
    {
        public string Says { get; set; } = "";
        public bool HasResult { get; set; }
        public string? Link { get; set; }
    }
}
