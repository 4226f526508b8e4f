using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using Brink.Features.Rounds;
using Brink.Platform.Text;
using Brink.Platform.Text.WordFiles;

namespace Brink.Bench.Long;

/// <summary>What a plan of two hundred pages costs. All of it is plainly invented.</summary>
public static class Pieces
{
    public const int PageCount = 200;
    public const string Nothing = "the program with both texts, doing nothing";
    public const string Rendered = "laid out as a page";
    public const string Differences = "what changed since the version before, every section";
    public const string Moved = "which section is which of the version before";
    public const string Word = "turned from a Word file";

    private const int Rounds = 15;
    private const int ParagraphsPerPage = 6;
    public static readonly string[] Names = [Nothing, Rendered, Differences, Moved, Word];

    /// <returns>The median of a few rounds, and the most that the process held.</returns>
    public static async Task<(double Milliseconds, double Megabytes)> MeasureAsync(string name)
    {
        var (before, after) = (Sections(Text(version: 1)), Sections(Text(version: 2)));
        var file = name == Word ? File() : [];
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            switch (name)
            {
                case Rendered:
                    LayOut(after);
                    break;
                case Differences:
                    _ = SectionDifference.Of(before, after).Select(change => change.WithWords()).ToArray();
                    break;
                case Moved:
                    var last = before.Count;
                    SectionMatching.Anchors(
                        [.. before.Select(s => (s.Anchor, s.Heading, s.Text))],
                        [.. after.Select(s => new ReadSection(s.Level, s.Heading, s.Text))],
                        ref last
                    );
                    break;
                case Word:
                    var reading = await new WordReader().ReadAsync(file, default);
                    if (reading.Problem is { } problem)
                    {
                        throw new InvalidOperationException(problem);
                    }

                    break;
            }

            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        // The first rounds compile.
        using var process = Process.GetCurrentProcess();
        return (times.Skip(Rounds / 3).Order().ElementAt(Rounds / 3), process.PeakWorkingSet64 / 1e6);
    }

    private static void LayOut(IReadOnlyList<SectionView> sections)
    {
        using var page = new StringWriter();
        foreach (var section in sections)
        {
            Markdown.DocumentHtml(section.Text, section.Place, "Tabel").WriteTo(page, HtmlEncoder.Default);
        }
    }

    private static IReadOnlyList<SectionView> Sections(string text) =>
        [
            .. SectionReader
                .Read(text)
                .Select((section, at) => new SectionView(at + 1, at + 1, section.Level, section.Heading, section.Text)),
        ];

    /// <summary>Half of the pages read a little otherwise in the second version.</summary>
    private static string Text(int version)
    {
        var text = new StringBuilder();
        foreach (var page in Enumerable.Range(1, PageCount))
        {
            text.Append(CultureInfo.InvariantCulture, $"# Hoofdstuk {page}\n\n");
            foreach (var paragraph in Enumerable.Range(0, ParagraphsPerPage))
            {
                text.Append(Paragraph(page, paragraph, version)).Append("\n\n");
            }

            text.Append("| Dorp | Bomen |\n| --- | --- |\n| Proefdorp | 40 |\n\n");
        }

        return text.ToString();
    }

    private static string Paragraph(int page, int paragraph, int version) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, 9)
                .Select(sentence =>
                    version == 2 && page % 2 == 0 && sentence == paragraph
                        ? "Hier staat nu iets anders dan eerst."
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"Zin {sentence} van alinea {paragraph} gaat over proefzaak {page}."
                        )
                )
        );

    private static byte[] File()
    {
        const string names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        const string package = "http://schemas.openxmlformats.org/package/2006";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var body = new StringBuilder();
        foreach (var page in Enumerable.Range(1, PageCount))
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Hoofdstuk {page}</w:t></w:r></w:p>"
            );
            foreach (var paragraph in Enumerable.Range(0, ParagraphsPerPage))
            {
                // Word cuts a paragraph in many pieces.
                body.Append("<w:p>");
                foreach (var sentence in Paragraph(page, paragraph, version: 1).Split(' ').Chunk(4))
                {
                    body.Append(
                        CultureInfo.InvariantCulture,
                        $"<w:r w:rsidR=\"00A1B2C3\"><w:rPr><w:lang w:val=\"nl-NL\"/></w:rPr><w:t xml:space=\"preserve\">{string.Join(' ', sentence)} </w:t></w:r>"
                    );
                }

                body.Append("</w:p>");
            }
        }

        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", $"<Types xmlns=\"{package}/content-types\"/>");
            Add(
                "_rels/.rels",
                $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"d\" Type=\"{office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            );
            Add("word/document.xml", $"<w:document {names}><w:body>{body}</w:body></w:document>");

            void Add(string name, string xml)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return stream.ToArray();
    }
}
