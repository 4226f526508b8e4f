using System.Text;
using Brink.Platform.Text;
using Brink.Platform.Text.WordFiles;
using Brink.Tests.Platform.Files;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Brink.Tests.Platform.Text.WordFiles;

/// <summary>What stands in a Word file stands in the text, and what can't is named (C4).</summary>
public sealed class WordReaderTests
{
    [Theory]
    [InlineData("Kop1", "# Verkeer")]
    [InlineData("Kop2", "## Verkeer")]
    [InlineData("x1", "### Verkeer")]
    [InlineData("HuisstijlHoofdstuk", "# Verkeer")]
    [InlineData("Rond", "Verkeer")]
    public async Task Headings_AreKnownByStyleNameAncestorAndLevel(string style, string expected) =>
        Assert.Equal(expected, await TextAsync(WordMade.Of(WordMade.Paragraph("Verkeer", style))));

    [Fact]
    public async Task Heading_ByItsOwnLevel_AndNumberedByItsStyle()
    {
        Assert.Equal(
            "### Los",
            await TextAsync(WordMade.Of(WordMade.Paragraph("Los", "", "<w:outlineLvl w:val=\"2\"/>")))
        );
        Assert.Equal(
            "## 3.1 Verkeer\n\n## 3.2 Groen",
            await TextAsync(
                WordMade.Of(WordMade.Paragraph("Verkeer", "Genummerd"), WordMade.Paragraph("Groen", "Genummerd"))
            )
        );
    }

    [Fact]
    public async Task Layout_IsKept_AndPiecesOfAWordBecomeOne() =>
        Assert.Equal(
            "De **snelheid** wordt *lager*, zie [de site](https://gemeente.example/a%20b) en **dit**.",
            await TextAsync(
                WordMade
                    .Of(
                        WordMade.Paragraph(
                            WordMade.Run("De ")
                                + WordMade.Run("snel", "<w:b/>")
                                + WordMade.Run("heid", "<w:b/>")
                                + WordMade.Run(" wordt ")
                                + WordMade.Run("lager", "<w:i/>")
                                + WordMade.Run(", zie ")
                                + $"<w:hyperlink r:id=\"l\">{WordMade.Run("de site")}</w:hyperlink>"
                                + WordMade.Run(" en ")
                                + WordMade.Run("dit", "<w:rStyle w:val=\"Zwaar\"/>")
                                + WordMade.Run(".", "<w:b w:val=\"0\"/>")
                        )
                    )
                    .WithExternal("l", "hyperlink", "https://gemeente.example/a b")
            )
        );

    [Theory]
    [InlineData("# geen kop")]
    [InlineData("1. geen lijst")]
    [InlineData("- ook niet")]
    [InlineData("*geen nadruk* en _ook_ niet, a_b_c wel zo")]
    [InlineData("[geen](https://link.example) en ![plaatje](x)")]
    [InlineData("C:\\map\\bestand en `code`")]
    [InlineData("&lt;b&gt; is geen tag, R&amp;D wel tekst")]
    [InlineData("&amp;amp; blijft staan")]
    [InlineData("| a | b |")]
    [InlineData("&gt; geen citaat")]
    [InlineData("[^1]: geen noot")]
    [InlineData("---")]
    [InlineData("2 * 3 * 4 = 24 ~ ongeveer")]
    public async Task Signs_ThatMeanSomethingInMarkdown_StayWords(string typed)
    {
        var text = await TextAsync(WordMade.Of(WordMade.Paragraph(typed)));

        Assert.Equal(System.Net.WebUtility.HtmlDecode(typed), Markdown.DocumentPlain(text));
        Assert.Single(Brink.Features.Rounds.SectionReader.Read(text), s => s.Heading.Length == 0);
    }

    [Fact]
    public async Task Layout_GivesWay_WhereMarkdownWouldReadOtherWords()
    {
        // '**Let op:**tekst' shows its asterisks.
        var text = await TextAsync(
            WordMade.Of(WordMade.Paragraph(WordMade.Run("Let op:", "<w:b/>") + WordMade.Run("tekst")))
        );

        Assert.Equal("Let op:tekst", Markdown.DocumentPlain(text));
    }

    [Fact]
    public async Task Lists_KeepTheirNumbersAndDepth()
    {
        var text = await TextAsync(
            WordMade.Of(
                WordMade.Item("een", 2),
                WordMade.Item("binnenin", 2, 1),
                WordMade.Item("nog een", 2, 1),
                WordMade.Item("twee", 2),
                WordMade.Paragraph("Tussendoor."),
                WordMade.Item("drie", 2),
                WordMade.Item("opnieuw", 4),
                WordMade.Item("punt", 1),
                WordMade.Item("dieper", 1, 1)
            )
        );

        Assert.Equal(
            "1. een\n   - a) binnenin\n   - b) nog een\n2. twee\n\nTussendoor.\n\n3. drie\n1) opnieuw\n- punt\n  - dieper",
            text
        );
        var page = Html(text);
        Assert.Contains("<ol start=\"3\">", page, StringComparison.Ordinal);
        Assert.Contains("<li>punt\n<ul>\n<li>dieper</li>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_AreTables_AndMergedOrNestedCellsAreNamed()
    {
        var merged = "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Samen</w:t></w:r></w:p></w:tc>";
        var nested =
            $"<w:tc><w:tbl>{WordMade.Row("in", "de cel")}</w:tbl>{WordMade.Paragraph("a | b", "", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>")}</w:tc>";
        var reading = await ReadAsync(
            WordMade.Of(
                $"<w:tbl>{WordMade.Row("Jaar", "Bomen")}{WordMade.Row("2027", nested)}{WordMade.Row(merged)}</w:tbl>"
            )
        );

        Assert.Equal("| Jaar | Bomen |\n| --- | --- |\n| 2027 | in de cel • a \\| b |\n| Samen |  |", reading.Text);
        Assert.Equal([LeftOutKind.MergedCells, LeftOutKind.NestedTable], reading.LeftOut.Select(l => l.Kind));
        var page = Html(reading.Text);
        Assert.Contains("<th scope=\"col\">Bomen</th>", page, StringComparison.Ordinal);
        Assert.Contains("a | b</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Frame_OfOneColumn_IsNoTable() =>
        Assert.Equal(
            "## Kader\n\nIn een vak.",
            await TextAsync(
                WordMade.Of(
                    $"<w:tbl>{WordMade.Row($"<w:tc>{WordMade.Paragraph("Kader", "Kop2")}{WordMade.Paragraph("In een vak.")}</w:tc>")}</w:tbl>"
                )
            )
        );

    [Fact]
    public async Task Notes_KeepTheirNumbers_AndStandAtTheEndOfTheirSection()
    {
        var text = await TextAsync(
            WordMade
                .Of(
                    WordMade.Paragraph("Een", "Kop1"),
                    WordMade.Paragraph(WordMade.Run("Eerst") + WordMade.Note(5)),
                    WordMade.Paragraph("Twee", "Kop1"),
                    WordMade.Paragraph(WordMade.Run("Dan") + WordMade.Note(7) + WordMade.Note(1, atEnd: true))
                )
                .WithNote(5, "Noot vijf.")
                .WithNote(7, "1. Telling.")
                .WithNote(1, "Aan het eind.", atEnd: true)
        );

        Assert.Equal(
            "# Een\n\nEerst[^1]\n\n[^1]: Noot vijf.\n\n# Twee\n\nDan[^2] [^i]\n\n[^2]: 1\\. Telling.\n\n[^i]: Aan het eind.",
            text
        );
        var page = Html(Brink.Features.Rounds.SectionReader.Read(text)[1].Text);
        Assert.Contains("<sup id=\"p2-noot-2-van\"><a href=\"#p2-noot-2\">2</a></sup>", page, StringComparison.Ordinal);
        Assert.Contains(
            "<li id=\"p2-noot-i\"><a href=\"#p2-noot-i-van\">i</a> Aan het eind.",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Pictures_ComeWithoutMetadata_WithTheirWords_EachOnce()
    {
        var reading = await ReadAsync(
            WordMade
                .Of(
                    WordMade.Paragraph(WordMade.Picture("p", "Een boom [oud]")),
                    WordMade.Paragraph(WordMade.Picture("p")),
                    WordMade.Paragraph(WordMade.Picture("q", isDecoration: true)),
                    WordMade.Paragraph(WordMade.Picture("g"))
                )
                .WithPart("p", "image", "media/image1.jpeg", TestPhotos.Jpeg())
                .WithPart("q", "image", "media/image2.png", TestPhotos.Png())
                .WithPart("g", "image", "media/image3.emf", [1, 0, 0, 0])
        );

        Assert.Equal("![Een boom \\[oud\\]](word:1)\n\n![](word:1)\n\n![](word:2)", reading.Text);
        Assert.Equal(["image/jpeg", "image/png"], reading.Pictures.Select(p => p.ContentType));
        Assert.Equal([false, true], reading.Pictures.Select(p => p.IsDecoration));
        Assert.All(
            reading.Pictures,
            p =>
                Assert.DoesNotContain(TestPhotos.Secret, Encoding.Latin1.GetString(p.Content), StringComparison.Ordinal)
        );
        Assert.Equal([LeftOutKind.OtherPicture], reading.LeftOut.Select(l => l.Kind));
    }

    [Fact]
    public async Task WhatCannotCome_IsNamedWithCountAndPlace_AndItsWordsDoNotSlipIn()
    {
        var reading = await ReadAsync(
            WordMade
                .Of(
                    WordMade.Paragraph(WordMade.Graphic("http://schemas.openxmlformats.org/drawingml/2006/chart")),
                    WordMade.Paragraph("Verkeer", "Kop1"),
                    WordMade.Paragraph(WordMade.TextBox("in het vak")),
                    WordMade.Paragraph(WordMade.TextBox("in het andere")),
                    WordMade.Paragraph(WordMade.Graphic("http://schemas.openxmlformats.org/drawingml/2006/diagram")),
                    WordMade.Paragraph("<m:oMath><m:r><m:t>x2</m:t></m:r></m:oMath>"),
                    WordMade.Paragraph(
                        $"<w:ins>{WordMade.Run("erbij ")}</w:ins><w:del><w:r><w:delText>eraf</w:delText></w:r></w:del>"
                    ),
                    WordMade.Paragraph("<w:r><w:commentReference w:id=\"0\"/></w:r>"),
                    WordMade.Paragraph("<w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r>"),
                    WordMade.Paragraph(WordMade.Run("geheim", "<w:vanish/>")),
                    WordMade.Paragraph("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>"),
                    WordMade.Paragraph($"<w:hyperlink r:id=\"l\">{WordMade.Run("klik")}</w:hyperlink>"),
                    "<w:altChunk r:id=\"x\"/>"
                )
                .WithExternal("l", "hyperlink", "javascript:alert(1)")
                .WithPart(
                    "h",
                    "header",
                    "header1.xml",
                    WordMade.Xml(
                        "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:t>Concept</w:t></w:r></w:p></w:hdr>"
                    )
                )
        );

        Assert.Equal("# Verkeer\n\nerbij\n\nklik", reading.Text);
        Assert.Equal(
            [
                (LeftOutKind.TextBox, 2, "Verkeer"),
                (LeftOutKind.Chart, 1, ""),
                (LeftOutKind.SmartArt, 1, "Verkeer"),
                (LeftOutKind.Equation, 1, "Verkeer"),
                (LeftOutKind.TrackedChange, 2, "Verkeer"),
                (LeftOutKind.Comment, 1, "Verkeer"),
                (LeftOutKind.EmbeddedObject, 1, "Verkeer"),
                (LeftOutKind.HeaderOrFooter, 1, ""),
                (LeftOutKind.HiddenText, 1, "Verkeer"),
                (LeftOutKind.UnsafeLink, 1, "Verkeer"),
                (LeftOutKind.Symbol, 1, "Verkeer"),
                (LeftOutKind.PartOfAnotherFile, 1, "Verkeer"),
            ],
            reading.LeftOut.Select(l => (l.Kind, l.Count, Assert.Single(l.Where)))
        );
    }

    [Fact]
    public async Task Contents_AndFields_AreNotRead_OnlyWhatCameOfThem()
    {
        const string field =
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://a.example\" </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>hier</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var reading = await ReadAsync(
            WordMade.Of(
                WordMade.Paragraph("Inhoud", "Kopvaninhoudsopgave"),
                WordMade.Paragraph("Verkeer 3", "Inhopg1"),
                WordMade.Paragraph("Verkeer", "Kop1"),
                WordMade.Paragraph(WordMade.Run("Kijk ") + field)
            )
        );

        Assert.Equal("# Verkeer\n\nKijk [hier](https://a.example)", reading.Text);
        Assert.Equal((LeftOutKind.TableOfContents, 1), reading.LeftOut.Select(l => (l.Kind, l.Count)).Single());
    }

    [Fact]
    public async Task File_OfAnotherProgram_IsReadToo()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(
                new Body(
                    new Paragraph(
                        new ParagraphProperties(new ParagraphStyleId { Val = "Heading1" }),
                        new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("Traffic"))
                    ),
                    new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("Slower.")))
                )
            );
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "Heading 1" }) { StyleId = "Heading1", Type = StyleValues.Paragraph }
            );
        }

        Assert.Equal("# Traffic\n\nSlower.", (await new WordReader().ReadAsync(stream.ToArray(), default)).Text);
    }

    [Fact]
    public async Task File_InTheStrictEdition_IsReadToo()
    {
        var made = WordMade.Of();
        made.Instead["word/document.xml"] = WordMade.Xml(
            "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body><w:p><w:pPr><w:pStyle w:val=\"Kop1\"/></w:pPr><w:r><w:t>Strikt</w:t></w:r></w:p></w:body></w:document>"
        );

        Assert.Equal("# Strikt", await TextAsync(made));
    }

    private static async Task<WordReading> ReadAsync(WordMade made)
    {
        var reading = await new WordReader().ReadAsync(made.File(), default);
        Assert.Null(reading.Problem);
        return reading;
    }

    private static async Task<string> TextAsync(WordMade made) => (await ReadAsync(made)).Text;

    private static string Html(string text)
    {
        using var writer = new StringWriter();
        Markdown.DocumentHtml(text, "p2", "Tabel").WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
