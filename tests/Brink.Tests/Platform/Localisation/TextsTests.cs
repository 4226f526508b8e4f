using System.Globalization;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Html;

namespace Brink.Tests.Platform.Localisation;

public sealed class TextsTests
{
    private static readonly Texts T = Texts.Of([
        (
            "en",
            PoFile.Parse(
                """
                msgid "Dorp"
                msgstr "Village"
                msgid "Hallo {0}"
                msgstr "Hello {0}"
                msgid "Lees <{0}>"
                msgstr "Read <{0}>"
                msgid "één initiatief in {1}"
                msgid_plural "{0} initiatieven in {1}"
                msgstr[0] "one initiative in {1}"
                msgstr[1] "{0} initiatives in {1}"
                msgctxt "maand"
                msgid "mei"
                msgstr "May"
                """,
                "a/en.po"
            )
        ),
        ("en", PoFile.Parse("msgid \"Dorp\"\nmsgstr \"Village\"", "b/en.po")),
        (
            "pl",
            PoFile.Parse(
                """
                msgid ""
                msgstr "Plural-Forms: nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;\n"
                msgid "één initiatief in {1}"
                msgid_plural "{0} initiatieven in {1}"
                msgstr[0] "{0} inicjatywa"
                msgstr[1] "{0} inicjatywy"
                msgstr[2] "{0} inicjatyw"
                """,
                "pl.po"
            )
        ),
    ]);

    [Theory]
    [InlineData("nl", "Dorp", "Hallo Jan", "één initiatief in Hijken", "0 initiatieven in Hijken")]
    [InlineData("en", "Village", "Hello Jan", "one initiative in Hijken", "0 initiatives in Hijken")]
    [InlineData("pl", "Dorp", "Hallo Jan", "1 inicjatywa", "0 inicjatyw")]
    public void Texts_SpeakTheCurrentLanguageAndElseDutch(
        string language,
        string plain,
        string withArgument,
        string one,
        string none
    )
    {
        using var current = T.Languages.Use(language);

        Assert.Equal(plain, T["Dorp"]);
        Assert.Equal(withArgument, T["Hallo {0}", "Jan"]);
        Assert.Equal(one, Initiatives(1));
        Assert.Equal(none, Initiatives(0));
    }

    [Theory]
    [InlineData(3, "3 inicjatywy")]
    [InlineData(12, "12 inicjatyw")]
    public void Count_FollowsThePluralRuleOfTheLanguage(int number, string expected)
    {
        using var current = T.Languages.Use("pl");

        Assert.Equal(expected, Initiatives(number));
    }

    [Fact]
    public void Count_WritesLargeNumbersAsPeopleDo() =>
        Assert.Equal("34.092 initiatieven in Hijken", Initiatives(34092));

    [Fact]
    public void In_KeepsMeaningsApart()
    {
        using var current = T.Languages.Use("en");

        Assert.Equal("May", T.In("maand", "mei"));
        Assert.Equal("mei", T["mei"]);
        Assert.Equal("mei", T.In("meisje", "mei"));
    }

    [Fact]
    public void Html_EncodesTextAndArgumentsButNotLinks()
    {
        using var current = T.Languages.Use("en");
        var writer = new StringWriter();

        T.Html("Lees <{0}>", new HtmlString("<a href=\"/\">x</a>"))
            .WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        T.Html("Hallo {0}", "<script>").WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);

        Assert.Equal("Read &lt;<a href=\"/\">x</a>&gt;Hello &lt;script&gt;", writer.ToString());
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Lookup_WithoutArguments_AllocatesNothing(string language)
    {
        using var current = T.Languages.Use(language);
        Look();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Look();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Look()
        {
            var found = 0;
            for (var i = 0; i < 1000; i++)
                found += T["Dorp"].Length + T["Onbekend"].Length + T.In("maand", "mei").Length;
            Assert.True(found > 0);
        }
    }

    [Fact]
    public void Of_WhenTwoFilesDisagree_NamesBoth()
    {
        var texts = Texts.Of([
            ("en", PoFile.Parse("msgid \"a\"\nmsgstr \"b\"", "a/en.po")),
            ("en", PoFile.Parse("\nmsgid \"a\"\nmsgstr \"c\"", "b/en.po")),
        ]);

        Assert.Equal(["b/en.po:2: \"a\" is translated otherwise in a/en.po:1; use msgctxt"], texts.Disagreements);
    }

    [Fact]
    public void Load_ReadsThePOFilesOfTheProgram()
    {
        var texts = Texts.Load(Repository.Source);

        Assert.Equal(["nl", "en"], texts.Languages.All.Select(language => language.Code));
        Assert.Equal(["Nederlands", "English"], texts.Languages.All.Select(language => language.Name));
    }

    [Fact]
    public void Load_WhenNothingIsThere_SaysWhere()
    {
        var problem = Assert.Throws<DirectoryNotFoundException>(() => Texts.Load("/nowhere"));

        Assert.Contains("/nowhere", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-6, "6 dagen te laat")]
    [InlineData(-1, "1 dag te laat")]
    [InlineData(0, "vandaag")]
    [InlineData(1, "morgen")]
    [InlineData(2, "over 2 dagen")]
    public void Until_SaysHowFarOffADayIs(int days, string expected)
    {
        var today = new DateOnly(2026, 2, 27);

        Assert.Equal(expected, T.Until(today.AddDays(days), today));
    }

    private static string Initiatives(int number) =>
        T.Count(number, "één initiatief in {1}", "{0} initiatieven in {1}", "Hijken");
}
