namespace Brink.Tests.Conventions;

public sealed class SourceRulesTests
{
    /// <summary>Longer than a thought, with the reason why they may be.</summary>
    private static readonly Dictionary<string, string> MayBeLong = new(StringComparer.Ordinal)
    {
        ["src/Brink/Features/Initiatives/Initiative.cs"] =
            "state with its verbs, in the order in which they are called",
        ["src/Brink/Features/Places/Example/ExampleInitiatives.cs"] = "texts of the example, one after the other",
    };

    [Fact]
    public void Names_SayWhatThingsAre() =>
        Findings.None(
            // This file holds the made-up ones.
            Sources(".cs")
                .Where(file => !file.Path.EndsWith("SourceRulesTests.cs", StringComparison.Ordinal))
                .SelectMany(SourceRules.EmptyNames)
        );

    [Fact]
    public void Pages_HoldNoInlineCode()
    {
        var pages = SourceFiles.All("src/Brink", ".cshtml");
        Assert.NotEmpty(pages);
        Findings.None(pages.SelectMany(SourceRules.InlineCode));
    }

    [Fact]
    public void Files_AreOneThought()
    {
        var long_ = Sources(".cs", ".cshtml").Where(SourceRules.IsLong).Select(file => file.Path).ToArray();

        Findings.None(long_.Except(MayBeLong.Keys, StringComparer.Ordinal));
        Findings.None(MayBeLong.Keys.Except(long_, StringComparer.Ordinal));
    }

    [Fact]
    public void Verbs_AreUniqueAndWellFormed()
    {
        var verbs = SourceRules.Verbs(typeof(BrinkApp).Assembly.GetTypes());
        Assert.NotEmpty(verbs);
        Findings.None(SourceRules.BrokenVerbs(verbs));
    }

    [Theory]
    [InlineData("public sealed class VillageManager(int x)", "VillageManager")]
    [InlineData("record InitiativeDto", "InitiativeDto")]
    [InlineData("abstract class PageBase : X", "PageBase")]
    public void EmptyNames_FindsOne(string text, string name) =>
        Assert.Equal([$"x.cs:1: {name}"], SourceRules.EmptyNames(new("x.cs", text)));

    [Fact]
    public void EmptyNames_LeavesOtherNamesAlone() =>
        Findings.None(
            SourceRules.EmptyNames(new("x.cs", "class Database; record Basement; class Brink; // a class is a helper"))
        );

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<button class=\"a\" onclick=\"x()\">")]
    [InlineData("<script>x()</script>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<a href=\"javascript:x()\">")]
    public void InlineCode_FindsIt(string html) => Assert.NotEmpty(SourceRules.InlineCode(new("x.cshtml", html)));

    [Fact]
    public void InlineCode_LeavesTheRestAlone() =>
        Findings.None(
            SourceRules.InlineCode(
                new("x.cshtml", "<script type=\"module\" src=\"~/js/print.js\"></script><p class=\"once\">")
            )
        );

    [Fact]
    public void IsLong_FindsALongFileUnlessGenerated()
    {
        var text = new string('\n', SourceRules.MostLines + 1);
        Assert.True(SourceRules.IsLong(new("src/x.cs", text)));
        Assert.False(SourceRules.IsLong(new("src/Migrations/x.cs", text)));
        Assert.False(SourceRules.IsLong(new("src/x.cs", text[1..])));
    }

    [Fact]
    public void BrokenVerbs_FindsTwinsAndOddForms() =>
        Assert.Equal(
            [
                "MadeUpVerbs.Odd is 'Odd verb' and not like 'initiative.handed-in'",
                "'a.b' is MadeUpVerbs.One and MadeUpVerbs.Two",
            ],
            SourceRules.BrokenVerbs(SourceRules.Verbs([typeof(MadeUpVerbs)]))
        );

    private static IEnumerable<SourceFile> Sources(params string[] endings) =>
        SourceFiles.All("src", endings).Concat(SourceFiles.All("tests", endings));

    private static class MadeUpVerbs
    {
        public const string One = "a.b";
        public const string Two = "a.b";
        public const string Odd = "Odd verb";
    }
}
