using System.Globalization;

namespace Brink.Platform.Paper.Pdf;

/// <summary>
/// What the parts of a PDF are, for who can't see them (ISO 32000-1, 14.7): a tree from the document down to the pieces of
/// its pages. An element is written when it ends, so that only those that are open are remembered.
/// </summary>
internal sealed class PdfStructure
{
    private readonly PdfObjects objects;
    private readonly int root;
    private readonly Stack<Element> open = [];
    private readonly List<int> pages = [];
    private List<int> marks = [];

    public PdfStructure(PdfObjects objects)
    {
        this.objects = objects;
        root = objects.New();
        Begin("Document");
    }

    public void Begin(string type, string attributes = "") =>
        open.Push(new Element(objects.New(), type, open.TryPeek(out var parent) ? parent.Number : root, attributes));

    public void End()
    {
        var element = open.Pop();
        objects.Write(
            element.Number,
            $"/Type /StructElem /S /{element.Type} /P {PdfObjects.Reference(element.Parent)} {element.Attributes} /K [{string.Join(' ', element.Kids)}]"
        );
        if (open.TryPeek(out var parent))
        {
            parent.Kids.Add(PdfObjects.Reference(element.Number));
        }
    }

    /// <summary>A piece of the page belongs to the element that is open.</summary>
    /// <returns>The number under which the page speaks of it.</returns>
    public int Mark(int page)
    {
        var element = open.Peek();
        marks.Add(element.Number);
        var number = marks.Count - 1;
        element.Kids.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /MCR /Pg {PdfObjects.Reference(page)} /MCID {number} >>"
            )
        );
        return number;
    }

    /// <summary>From each piece of a page back to its element.</summary>
    /// <returns>Under which number the page finds that list.</returns>
    public int EndPage()
    {
        var list = objects.New();
        objects.WriteArray(list, marks.Select(PdfObjects.Reference));
        pages.Add(list);
        marks = [];
        return pages.Count - 1;
    }

    /// <returns>The root of the tree.</returns>
    public int Finish()
    {
        var document = open.Peek().Number;
        while (open.Count > 0)
        {
            End();
        }

        var back = objects.New();
        objects.Write(
            back,
            $"/Nums [{string.Join(' ', pages.Select((list, page) => string.Create(CultureInfo.InvariantCulture, $"{page} {PdfObjects.Reference(list)}")))}]"
        );
        objects.Write(
            root,
            $"/Type /StructTreeRoot /K {PdfObjects.Reference(document)} /ParentTree {PdfObjects.Reference(back)} /ParentTreeNextKey {pages.Count.ToString(CultureInfo.InvariantCulture)}"
        );
        return root;
    }

    private sealed record Element(int Number, string Type, int Parent, string Attributes)
    {
        public List<string> Kids { get; } = [];
    }
}
