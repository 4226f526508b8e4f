using System.Text;
using Brink.Features.Places.Import;

namespace Brink.Tests.Features.Places;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("naam;inwoners\nHijken;665")]
    [InlineData("naam,inwoners\r\nHijken,665\r\n")]
    [InlineData("naam\tinwoners\nHijken\t665")]
    [InlineData("\n\nnaam;inwoners\n\nHijken;665\n\n")]
    [InlineData("Naam ; INWONERS \n  Hijken ; 665 ")]
    public void Read_TakesWhatSpreadsheetsSave(string text)
    {
        var file = CsvText.Read(Encoding.UTF8.GetBytes(text));

        Assert.Null(file.Problem);
        var line = Assert.Single(file.Lines);
        Assert.Equal("Hijken", line["naam"]);
        Assert.Equal("665", line["inwoners"]);
    }

    [Fact]
    public void Read_TakesUtf8WithMark_Utf16_AndWindows1252()
    {
        const string text = "naam;bron\nCafé Ëlp;€ één";
        byte[][] files =
        [
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        ];

        foreach (var content in files)
        {
            var line = Assert.Single(CsvText.Read(content).Lines);
            Assert.Equal("Café Ëlp", line["naam"]);
            Assert.Equal("€ één", line["bron"]);
        }
    }

    [Fact]
    public void Read_CountsLinesAsAnEditorDoes()
    {
        var file = CsvText.Read("naam;bron\n\"a\nb\";x\n\nc;y\n"u8.ToArray());

        Assert.Equal([2, 5], file.Lines.Select(line => line.Number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("naam;naam\nx;y")]
    [InlineData("naam;bron\n\"open;x\n")]
    public void Read_WhenBroken_SaysSo(string text) =>
        Assert.NotNull(CsvText.Read(Encoding.UTF8.GetBytes(text)).Problem);

    [Fact]
    public void Read_WhenItIsASpreadsheet_SaysSo() =>
        Assert.Contains(
            "geen CSV",
            CsvText.Read([0x50, 0x4B, 3, 4, 0, 0, 0, 8, 8, 0]).Problem!,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_WhenTooMuch_SaysSo()
    {
        Assert.NotNull(CsvText.Read(new byte[CsvText.MostBytes + 1]).Problem);
        var lines = "naam\n" + string.Concat(Enumerable.Repeat("x\n", CsvText.MostLines + 1));
        Assert.NotNull(CsvText.Read(Encoding.UTF8.GetBytes(lines)).Problem);
        Assert.NotNull(CsvText.Read(Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 50)))).Problem);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://kwaad.example\")")]
    [InlineData("+31 6")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tTab")]
    public void Write_MakesFormulasHarmless_AndReadTakesThemBack(string cell)
    {
        var written = CsvText.Write([
            ["naam"],
            [cell],
        ]);

        var text = Encoding.UTF8.GetString(written);
        Assert.Contains("'" + cell[..1], text, StringComparison.Ordinal);
        Assert.Equal(cell.Trim(), Assert.Single(CsvText.Read(written).Lines)["naam"]);
    }

    [Fact]
    public void Write_KeepsQuotesSeparatorsAndLineEnds()
    {
        var written = CsvText.Write([
            ["naam", "bron"],
            ["a;\"b\"", "een\ntwee"],
        ]);

        var line = Assert.Single(CsvText.Read(written).Lines);
        Assert.Equal("a;\"b\"", line["naam"]);
        Assert.Equal("een\ntwee", line["bron"]);
    }
}
