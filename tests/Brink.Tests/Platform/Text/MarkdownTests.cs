using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Brink.Platform.Text;

namespace Brink.Tests.Platform.Text;

public sealed class MarkdownTests
{
    private static readonly string[] Elements =
    [
        "p",
        "br",
        "em",
        "strong",
        "a",
        "img",
        "ul",
        "ol",
        "li",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "code",
        "pre",
        "hr",
    ];
    private static readonly string[] Attributes = ["href", "src", "alt", "rel", "start", "class", "type"];

    [Theory]
    [InlineData("Dag **buur**\nen _gezin_", "<p>Dag <strong>buur</strong><br />\nen <em>gezin</em></p>")]
    [InlineData("# Kop", "<h3>Kop</h3>")]
    [InlineData("###### Kop", "<h6>Kop</h6>")]
    [InlineData("    ingesprongen", "<p>ingesprongen</p>")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")]
    [InlineData("[dorp](/dorpen/hijken)", "<p><a href=\"/dorpen/hijken\">dorp</a></p>")]
    [InlineData(
        "[x](https://hijken.nl \"titel\")",
        "<p><a href=\"https://hijken.nl\" rel=\"nofollow noopener ugc\">x</a></p>"
    )]
    [InlineData(
        "Zie www.hijken.nl.",
        "<p>Zie <a href=\"https://www.hijken.nl\" rel=\"nofollow noopener ugc\">www.hijken.nl</a>.</p>"
    )]
    [InlineData("[x](www.hijken.nl)", "<p><a href=\"https://www.hijken.nl\" rel=\"nofollow noopener ugc\">x</a></p>")]
    [InlineData("[bel](tel:0593539222)", "<p><a href=\"tel:0593539222\" rel=\"nofollow noopener ugc\">bel</a></p>")]
    [InlineData("[x](javascript:alert(1))", "<p>x</p>")]
    [InlineData("[x](JaVaScRiPt:alert(1))", "<p>x</p>")]
    [InlineData("[x](java&#10;script:alert(1))", "<p>x</p>")]
    [InlineData("[x](&#106;avascript:alert(1))", "<p>x</p>")]
    [InlineData("[x](data:text/html,a)", "<p>x</p>")]
    [InlineData("[x](//elders.example)", "<p>x</p>")]
    [InlineData("[x](/\\elders.example)", "<p>x</p>")]
    [InlineData("[x][1]\n\n[1]: vbscript:x", "<p>x</p>")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData("![alt](https://elders.example/x.png)", "<p>alt</p>")]
    [InlineData("![alt](/initiatieven/7/foto/1)", "<p><img src=\"/initiatieven/7/foto/1\" alt=\"alt\" /></p>")]
    [InlineData("![x](/?taal=en)", "<p>x</p>")]
    [InlineData("![x](/beheer/logboek)", "<p>x</p>")]
    [InlineData("![x](/initiatieven/lijst.csv?x=/initiatieven/7/foto/1)", "<p>x</p>")]
    [InlineData("![x](/initiatieven/7/foto/1/../../../lijst.csv)", "<p>x</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("a\0b &#0; &#x202E;c \u202Ed", "<p>ab \uFFFD c d</p>")]
    [InlineData("👨‍👩‍👧‍👦 cafe\u0301", "<p>👨‍👩‍👧‍👦 caf\u00E9</p>")]
    [InlineData("", "")]
    public void Html_AllowsLayoutAndNothingElse(string text, string expected) =>
        Assert.Equal(expected, Html(text).TrimEnd('\n'));

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("![x](/a\"onerror=alert(1))")]
    [InlineData("[x](/a\"onclick=alert(1))")]
    [InlineData("[x](https://a.example/\"onclick=alert(1)\")")]
    [InlineData("[\"onclick=alert(1)]: /a\n\n[\"onclick=alert(1)]")]
    [InlineData("```html\" onclick=\"alert(1)\n<b>\n```")]
    [InlineData("<https://a.example/\"onclick=alert(1)>")]
    [InlineData("<a@b.example?\"onclick=alert(1)>")]
    [InlineData("[<img src=x onerror=alert(1)>](/a)")]
    [InlineData("[![x](javascript:alert(1))](javascript:alert(1))")]
    [InlineData("<!-- --><style>*{}</style><svg/onload=alert(1)>")]
    public void Html_OfAnAttack_HoldsOnlyKnownElementsAndAttributes(string text)
    {
        var body = new HtmlParser().ParseDocument(Html(text)).Body!;

        Assert.All(body.QuerySelectorAll("*"), element => Assert.Contains(element.LocalName, Elements));
        Assert.All(
            body.QuerySelectorAll("*").SelectMany(element => element.Attributes),
            attribute => Assert.Contains(attribute.Name, Attributes)
        );
        Assert.All(
            body.QuerySelectorAll("a"),
            link => Assert.Matches("^(https?://|mailto:|tel:|/)", link.GetAttribute("href")!)
        );
    }

    [Theory]
    [InlineData("[")]
    [InlineData("*")]
    [InlineData("*a ")]
    [InlineData("*a_ ")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("[](")]
    [InlineData("[a](")]
    [InlineData("http://a.nl ")]
    [InlineData("mailto:a@b.nl ")]
    [InlineData("ftp://a.nl ")]
    [InlineData("<a@b.nl>")]
    [InlineData("[a](/b) ")]
    [InlineData("***a ")]
    [InlineData("<b ")]
    [InlineData("~~~\n")]
    [InlineData("&amp;")]
    [InlineData("![")]
    [InlineData("![[]()")]
    [InlineData("<")]
    [InlineData("`a``")]
    [InlineData("[a]: b\n")]
    [InlineData("www.a.nl ")]
    [InlineData("&")]
    [InlineData("\\")]
    [InlineData("1. \n")]
    [InlineData("😀")]
    [InlineData("[a][")]
    [InlineData("**x [")]
    [InlineData("\t")]
    [InlineData("> a\n")]
    [InlineData("a\u202E\0")]
    public void Html_OfAHundredThousandCharacters_StaysFast(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 100_000 / repeated.Length));
        var clock = Stopwatch.StartNew();

        Html(text);
        Markdown.Excerpt(text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(3), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("*a ", 4990)]
    [InlineData("*a_ ", 2490)]
    [InlineData("> ", 4990)]
    [InlineData("<", 4990)]
    [InlineData("[](", 495)]
    [InlineData("[a][", 249)]
    [InlineData("![[]()", 249)]
    [InlineData("www.a.nl ", 495)]
    public void Html_JustUnderTheLimits_StaysFast(string repeated, int times)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, times)) + new string('x', 50_000);
        var clock = Stopwatch.StartNew();

        Html(text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(3), $"{clock.Elapsed}");
    }

    [Fact]
    public void Html_WhenNestedTooDeep_ShowsTheTextAsItIs() =>
        Assert.StartsWith("<p>&gt;&gt;&gt;", Html(new string('>', 1000) + "a"), StringComparison.Ordinal);

    [Theory]
    [InlineData("# Kop\n\nEen **dorp** met [link](https://x.nl) & <b>", "Kop Een dorp met link & <b>")]
    [InlineData("- a\n- b\n\n![foto](https://x.nl/a.png)", "a b foto")]
    [InlineData("a&#x202E;b\0", "ab")]
    public void Plain_KeepsTheWords(string text, string expected) => Assert.Equal(expected, Markdown.Plain(text));

    [Theory]
    [InlineData("kort", 10, "kort")]
    [InlineData("een twee drie vier", 14, "een twee drie…")]
    [InlineData("een twee drie vier", 13, "een twee…")]
    [InlineData("een twee, drie vier", 11, "een twee…")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2, "👨‍👩‍👧‍👦…")]
    public void Excerpt_EndsAtAWord(string text, int most, string expected) =>
        Assert.Equal(expected, Markdown.Excerpt(text, most));

    private static string Html(string text) => Markdown.Html(text).ToString()!;
}
