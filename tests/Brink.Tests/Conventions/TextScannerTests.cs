namespace Brink.Tests.Conventions;

public sealed class TextScannerTests
{
    [Theory]
    [InlineData("""<h1>@T["Mijn dorp"]</h1>""", "Mijn dorp")]
    [InlineData("""<img alt="@T["Foto's van {0}", name]">""", "Foto's van {0}")]
    [InlineData("""@T.Html("Lees {0}.", T["meer"])""", "Lees {0}.|meer")]
    [InlineData("""@T.Count(n, "één dorp", "{0} dorpen")""", "één dorp/{0} dorpen")]
    [InlineData("""@T.Count(list.Count(x => x.Y == "no"), "een", "meer", a[0])""", "een/meer")]
    [InlineData("""@T.In("maand", "mei")""", "maand:mei")]
    [InlineData("""@T[open ? "Open" : "Dicht"]""", "Open|Dicht")]
    [InlineData("""T["Zeg \"ja\" \u00e9n\n"]""", "Zeg \"ja\" én\n")]
    [InlineData("""T["Een lange zin " + "in twee delen.", "geen tekst"]""", "Een lange zin in twee delen.")]
    [InlineData("T[@\"a \"\"b\"\" c\"]", "a \"b\" c")]
    [InlineData("T[\"\"\"raw \"text\" here\"\"\"]", "raw \"text\" here")]
    [InlineData("T[\"\"\"\n    one\n    two\n    \"\"\"]", "one\ntwo")]
    [InlineData("""T[letter == '"' ? "aan" : "uit"]""", "aan|uit")]
    [InlineData("""return Outcome.Refuse(nameof(Title), "Vul een titel in.");""", "Vul een titel in.")]
    [InlineData("""return Outcome.Refuse("Title", "Houd het op {0} tekens.", 80);""", "Houd het op {0} tekens.")]
    [InlineData("""new Refusal("", "Deze link is verlopen.", "geen tekst")""", "Deze link is verlopen.")]
    [InlineData("""return TextCheck.Refuse("Te lang.", "geen tekst");""", "Te lang.")]
    [InlineData(
        """[Required(ErrorMessage = "Vul uw naam in.")] public string Name { get; set; } = "niet";""",
        "Vul uw naam in."
    )]
    [InlineData("""static readonly string Label = Texts.Mark("Merk");""", "Merk")]
    [InlineData("""OUT["x"]; X.T["y"]; Remark("z");""", "")]
    [InlineData("""@* T["oud"] *@ https://x.nl T["nieuw"]""", "nieuw")]
    public void Find_InAView_FindsTheTexts(string source, string expected) =>
        Assert.Equal(expected, Joined(TextScanner.Find(source, isView: true)));

    [Theory]
    [InlineData("""// T["oud"]""", "")]
    [InlineData("""/* T["oud"] */ T["nieuw"]""", "nieuw")]
    [InlineData("""var url = "https://x.nl"; var quote = '"'; T["nieuw"]; // T["oud"]""", "nieuw")]
    [InlineData("""/// <c>T["oud"]</c>""", "")]
    public void Find_InCode_SkipsComments(string source, string expected) =>
        Assert.Equal(expected, Joined(TextScanner.Find(source, isView: false)));

    [Fact]
    public void Find_SaysTheLine() => Assert.Equal(3, TextScanner.Find("\n\nT[\"a\"]", isView: true).Single().Line);

    [Fact]
    public void Find_WhenATextIsInterpolated_Refuses() =>
        Assert.Throws<FormatException>(() => TextScanner.Find("T[$\"Hallo {name}\"]", isView: true));

    private static string Joined(IEnumerable<UsedText> texts) =>
        string.Join(
            '|',
            texts.Select(text =>
                (text.Context is null ? "" : text.Context + ":")
                + text.Id
                + (text.Plural is null ? "" : "/" + text.Plural)
            )
        );
}
