namespace Brink.Platform.Paper.Pdf;

/// <summary>The letters of Brink, for paper that other programs make of it.</summary>
internal static class PdfFonts
{
    public static TrueTypeFont Regular { get; } = Read("AtkinsonHyperlegibleNext-Regular");
    public static TrueTypeFont Bold { get; } = Read("AtkinsonHyperlegibleNext-Bold");

    private static TrueTypeFont Read(string name)
    {
        using var found =
            typeof(PdfFonts).Assembly.GetManifestResourceStream($"fonts/{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is missing from the program.");
        var program = new MemoryStream();
        found.CopyTo(program);
        return new TrueTypeFont(name, program.ToArray());
    }
}
