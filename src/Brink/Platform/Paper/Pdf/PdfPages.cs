using System.Globalization;
using System.Text;

namespace Brink.Platform.Paper.Pdf;

/// <summary>Lines on pages of A4, from top to bottom. Sizes in points: 72 to the inch.</summary>
internal sealed class PdfPages(PdfObjects objects, PdfStructure structure, PdfFont footer, string title)
{
    private const double Width = 595.28;
    private const double Height = 841.89;
    private const double Margin = 62;
    private const double Bottom = 74;
    private const double FooterAt = 42;
    private const double FooterSize = 9;
    private readonly int tree = objects.New();
    private readonly List<int> pages = [];
    private readonly StringBuilder content = new();
    private int page;
    private double at;

    public const double LineWidth = Width - 2 * Margin;

    /// <summary>What every page needs of the fonts.</summary>
    public string Fonts { get; init; } = "";

    /// <summary>Nothing stands on this page yet.</summary>
    private bool IsFresh => page == 0 || at >= Height - Margin;

    public bool Fits(double height) => page > 0 && (IsFresh || at - height >= Bottom);

    public void Next()
    {
        EndPage();
        page = objects.New();
        pages.Add(page);
        at = Height - Margin;
    }

    /// <summary>Goes on on a next page unless so much fits on this one.</summary>
    public void Keep(double height)
    {
        if (!Fits(height))
        {
            Next();
        }
    }

    /// <summary>White, that a new page doesn't begin with.</summary>
    public void Space(double height)
    {
        if (!IsFresh)
        {
            at -= height;
        }
    }

    /// <summary>Marks what follows on this page as a part of the element that is open.</summary>
    public void BeginPiece(string type) =>
        Add($"/{type} << /MCID {structure.Mark(page).ToString(CultureInfo.InvariantCulture)} >> BDC");

    public void EndPiece() => Add("EMC");

    /// <param name="right">From the left margin.</param>
    public void Line(PdfFont font, double size, double right, string text)
    {
        Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"BT /{font.Name} {size:0.##} Tf {Margin + right:0.##} {at - size:0.##} Td {font.Glyphs(text)} Tj ET"
            )
        );
    }

    public void Down(double height) => at -= height;

    /// <summary>A thin line beside what was just written, which says nothing to who can't see it.</summary>
    public void Rule(double left, double height)
    {
        Add("/Artifact BMC");
        Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"0.8 w 0.45 G {Margin + left:0.##} {at + height:0.##} m {Margin + left:0.##} {at:0.##} l S"
            )
        );
        Add("EMC");
    }

    /// <returns>The tree of pages.</returns>
    public int Finish()
    {
        Keep(0);
        EndPage();
        objects.Write(
            tree,
            string.Create(
                CultureInfo.InvariantCulture,
                $"/Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(PdfObjects.Reference))}]"
            )
        );
        return tree;
    }

    private void EndPage()
    {
        if (page == 0)
        {
            return;
        }

        var number = pages.Count.ToString(CultureInfo.InvariantCulture);
        at = FooterAt + FooterSize;
        Add("/Artifact << /Type /Pagination /Subtype /Footer >> BDC");
        Line(footer, FooterSize, 0, Fitting(title, LineWidth - 60));
        Line(footer, FooterSize, LineWidth - footer.WidthOf(number, FooterSize), number);
        Add("EMC");
        var stream = objects.New();
        objects.WriteStream(stream, "", Encoding.ASCII.GetBytes(content.ToString()));
        objects.Write(
            page,
            string.Create(
                CultureInfo.InvariantCulture,
                $"/Type /Page /Parent {PdfObjects.Reference(tree)} /MediaBox [0 0 {Width} {Height}] /Contents {PdfObjects.Reference(stream)} /Resources << /Font << {Fonts} >> >> /StructParents {structure.EndPage()} /Tabs /S"
            )
        );
        content.Clear();
    }

    private string Fitting(string text, double width)
    {
        var fits = text;
        while (fits.Length > 1 && footer.WidthOf(fits + "…", FooterSize) > width)
        {
            fits = fits[..^1];
        }

        return fits.Length == text.Length ? text : fits.TrimEnd() + "…";
    }

    private void Add(string operation) => content.Append(operation).Append('\n');
}
