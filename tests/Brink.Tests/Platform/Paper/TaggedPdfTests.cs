using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Brink.Platform.Paper.Pdf;

namespace Brink.Tests.Platform.Paper;

/// <summary>PDF as other programs read it: poppler for words and structure, qpdf for the form of the file.</summary>
public sealed class TaggedPdfTests
{
    private static readonly DateTimeOffset Made = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void File_IsWellFormed_AndSaysWhatItIs()
    {
        using var file = PdfFile.Of("Verslag <over> & de brink", pdf => pdf.Heading(1, "Verslag"));

        file.Check();
        var about = file.Ask("pdfinfo");
        Assert.Matches(@"Title:\s+Verslag <over> & de brink", about);
        Assert.Matches(@"Tagged:\s+yes", about);
        Assert.Matches(@"Pages:\s+1\b", about);
        Assert.Matches(@"Page size:\s+595\.28 x 841\.89 pts \(A4\)", about);
        var description = file.Ask("pdfinfo", "-meta");
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", description, StringComparison.Ordinal);
        Assert.Contains("Verslag &lt;over&gt; &amp; de brink", description, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_KnowWhatTheyAre_InOrder()
    {
        using var file = PdfFile.Of(
            "Verslag",
            pdf =>
            {
                pdf.Heading(1, "Wat de gemeente doet");
                pdf.BeginPart();
                pdf.Heading(2, "Verkeer");
                pdf.Paragraph("Een inwoner", PdfStyle.Small);
                pdf.Paragraph("Te hard.", PdfStyle.Quote);
                pdf.EndPart();
                pdf.Table(
                    [0.5, 0.5],
                    ["Antwoord", "Reacties"],
                    [
                        ["Overgenomen", "12"],
                    ]
                );
            }
        );

        file.Check();
        var structure = Regex
            .Matches(
                file.Ask("pdfinfo", "-struct-text"),
                @"^ *(?<what>[A-Z]\w*|""[^""]*"")",
                RegexOptions.Multiline,
                TimeSpan.FromSeconds(1)
            )
            .Select(match => match.Groups["what"].Value.Trim());
        Assert.Equal(
            [
                "Document",
                "H1",
                "\"Wat de gemeente doet \"",
                "Sect",
                "H2",
                "\"Verkeer \"",
                "P",
                "\"Een inwoner \"",
                "BlockQuote",
                "P",
                "\"Te hard. \"",
                "Table",
                "TR",
                "TH",
                "\"Antwoord \"",
                "TH",
                "\"Reacties \"",
                "TR",
                "TD",
                "\"Overgenomen \"",
                "TD",
                "\"12 \"",
            ],
            structure
        );
    }

    [Fact]
    public void Words_AreReadBack_AsTheyWere()
    {
        const string Words = "Café ’t Dörp: €\u00a01.250,00 – één ĳsbaan voor Łukasz (½ m²)";
        using var file = PdfFile.Of(
            "Verslag",
            pdf =>
            {
                pdf.Paragraph(Words + " 👍");
                pdf.Paragraph("eerste regel\ntweede regel");
            }
        );

        var text = file.Ask("pdftotext", "-raw", "{file}", "-");
        Assert.Contains(
            Words.Normalize() + " ?",
            text.Replace('\u00a0', ' ').Replace("€ ", "€\u00a0"),
            StringComparison.Ordinal
        );
        Assert.Contains("eerste regel\ntweede regel", text, StringComparison.Ordinal);
    }

    [Fact]
    public void LongWordsAndTexts_StayOnThePage_AndParagraphsGoOnOnTheNext()
    {
        var compound = string.Concat(Enumerable.Repeat("dorpsbelangenverenigingsbestuursvergadering", 6));
        using var file = PdfFile.Of(
            "Verslag",
            pdf =>
            {
                pdf.Paragraph(compound);
                pdf.Paragraph(string.Join(' ', Enumerable.Repeat("woord", 3000)));
                pdf.Table(
                    [0.2, 0.8],
                    [compound, "Reacties"],
                    [
                        [compound, compound],
                    ]
                );
            }
        );

        file.Check();
        var boxes = Regex
            .Matches(
                file.Ask("pdftotext", "-bbox", "{file}", "-"),
                @"xMin=""(?<left>[\d.]+)"" yMin=""(?<top>[\d.]+)"" xMax=""(?<right>[\d.]+)"" yMax=""(?<bottom>[\d.]+)""",
                RegexOptions.None,
                TimeSpan.FromSeconds(5)
            )
            .ToArray();
        Assert.True(boxes.Length > 3000);
        Assert.All(boxes, box => Assert.InRange(Number(box, "right"), 0, 595 - 60));
        Assert.All(boxes, box => Assert.InRange(Number(box, "bottom"), 0, 842 - 30));
        Assert.Matches(@"Pages:\s+[67]\b", file.Ask("pdfinfo"));
        Assert.Equal(
            2,
            Regex.Count(file.Ask("pdfinfo", "-struct"), @"^ *P\b", RegexOptions.Multiline, TimeSpan.FromSeconds(1))
        );
    }

    [Fact]
    public void Headings_StayWithWhatFollows()
    {
        using var file = PdfFile.Of(
            "Verslag",
            pdf =>
            {
                for (var i = 0; i < 60; i++)
                {
                    pdf.Heading(2, "Kop");
                    pdf.Paragraph("Tekst.");
                }
            }
        );

        foreach (var page in file.Ask("pdftotext", "-layout", "{file}", "-").Split('\f'))
        {
            var lines = page.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();
            // The last line of a page is its footer.
            Assert.True(lines.Length < 2 || lines[^2] != "Kop");
        }
    }

    [Fact]
    public void Font_ThatIsNone_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => new TrueTypeFont("Niets", new byte[64]));

    private static double Number(Match box, string side) =>
        double.Parse(box.Groups[side].Value, CultureInfo.InvariantCulture);

    /// <summary>A PDF on disk, as long as the test needs it.</summary>
    private sealed class PdfFile : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pdf");

        private string Name => Path.Combine(folder.FullName, "test.pdf");

        public static PdfFile Of(string title, Action<TaggedPdf> write)
        {
            OutsideProgram.Require("pdfinfo");
            var file = new PdfFile();
            var output = new ArrayBufferWriter<byte>();
            var pdf = new TaggedPdf(output, title, "nl", Made);
            write(pdf);
            pdf.Finish();
            File.WriteAllBytes(file.Name, output.WrittenSpan);
            return file;
        }

        public void Check()
        {
            OutsideProgram.Require("qpdf");
            var (code, output, errors) = OutsideProgram.Run("qpdf", "--check", Name);
            Assert.True(code == 0, Encoding.UTF8.GetString(output) + errors);
        }

        /// <param name="arguments">Without a place for the file it comes last.</param>
        public string Ask(string program, params string[] arguments)
        {
            OutsideProgram.Require(program);
            string[] all = arguments.Contains("{file}")
                ? [.. arguments.Select(a => a == "{file}" ? Name : a)]
                : [.. arguments, Name];
            var (code, output, errors) = OutsideProgram.Run(program, all);
            Assert.True(code == 0, errors);
            Assert.Equal("", errors);
            return Encoding.UTF8.GetString(output);
        }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
