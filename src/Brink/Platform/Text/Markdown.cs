using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Brink.Platform.Text;

/// <summary>
/// Text of people with simple layout: Markdown (CommonMark) without HTML. Links go to http, https, mailto, tel and own
/// pages; images are photos of own pages; headings stand below those of the page. A line end is a line end.
/// </summary>
public static partial class Markdown
{
    /// <summary>The page's own headings are h1 and h2.</summary>
    private const int HeadingShift = 2;

    /// <summary>Markdig's time for links grows with the square of their number.</summary>
    private const int MostLinks = 500;

    /// <summary>So does its time for emphasis and for quotations within quotations.</summary>
    private const int MostSigns = 5000;
    private static readonly SearchValues<char> Signs = SearchValues.Create("*_`~<>");
    private const string OutsideLink = "nofollow noopener ugc";
    private static readonly string[] Schemes = ["http://", "https://", "mailto:", "tel:"];
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    public static IHtmlContent Html(string text)
    {
        // Cleaned after rendering as well: an entity (&#x202E;) may stand for a sign that is not allowed.
        var clean = TextRules.Scrub(text);
        return new HtmlString(TextRules.Scrub(Render(clean, _ => { }) ?? AsTyped(clean)));
    }

    /// <summary>The words alone, in one line: for mail, lists and search.</summary>
    public static string Plain(string text)
    {
        var clean = TextRules.Scrub(text);
        var words = Render(
            clean,
            renderer =>
                (renderer.EnableHtmlForBlock, renderer.EnableHtmlForInline, renderer.EnableHtmlEscape) = (
                    false,
                    false,
                    false
                )
        );
        return TextRules.Line(words ?? clean);
    }

    /// <summary>The words alone, in the lines in which they were typed: for paper. An item of a list keeps a dot.</summary>
    public static string Lines(string text) =>
        string.Join(
            '\n',
            text.ReplaceLineEndings("\n")
                .Split('\n')
                .Select(line => (line.TrimStart() is ['-' or '*', ' ', ..] ? "• " : "") + Plain(line))
        );

    /// <summary>The first words, whole, closed with '…' when there is more.</summary>
    /// <param name="most">Length in text elements, the ellipsis included.</param>
    public static string Excerpt(string text, int most = 200)
    {
        // What follows can't show; it need not be read.
        var plain = Plain(TextRules.First(text, most * 20));
        if (TextRules.Length(plain) <= most)
            return plain;
        var cut = TextRules.First(plain, most - 1);
        var end = plain[cut.Length] == ' ' ? cut.Length : cut.LastIndexOf(' ');
        return (end > cut.Length / 2 ? cut[..end] : cut).TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    /// <summary>Null when the text is built to wear out the reader of it rather than to be read.</summary>
    private static string? Render(string text, Action<HtmlRenderer> set)
    {
        if (Links(text) > MostLinks || text.Count(Signs.Contains) > MostSigns)
            return null;
        var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        set(renderer);
        Pipeline.Setup(renderer);
        try
        {
            renderer.Render(Parse(text));
        }
        catch (ArgumentException)
        {
            // Elements stand in each other deeper than Markdig goes.
            return null;
        }
        return writer.ToString();
    }

    private static MarkdownDocument Parse(string text)
    {
        var document = Markdig.Markdown.Parse(text, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(6, heading.Level + HeadingShift);
        foreach (var link in document.Descendants<LinkInline>().ToList())
            Judge(link);
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            Judge(link);
        return document;
    }

    private static int Links(ReadOnlySpan<char> text) =>
        text.Count('[') + text.Count("www.") + text.Count("://") + text.Count("mailto:") + text.Count("tel:");

    private static string AsTyped(string text) =>
        $"<p>{string.Join("<br />\n", text.Split('\n').Select(line => Encoder.Encode(line)))}</p>\n";

    private static void Judge(LinkInline link)
    {
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        link.GetDynamicUrl = null;
        if (address.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            address = "https://" + address;
        link.Url = address;
        link.Title = null;
        var isOwn = IsOwn(address);
        if (link.IsImage ? !OwnPhoto().IsMatch(address) : !isOwn && !IsAllowed(address))
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
        else if (!isOwn)
            link.GetAttributes().AddProperty("rel", OutsideLink);
    }

    private static void Judge(AutolinkInline link)
    {
        if (link.IsEmail || IsAllowed(link.Url))
            link.GetAttributes().AddProperty("rel", OutsideLink);
        else
            link.ReplaceBy(new LiteralInline(link.Url));
    }

    /// <summary>'/page' or '#place'; not '//host' nor '/\host', which browsers take for another host.</summary>
    private static bool IsOwn(string address) =>
        !address.Any(char.IsControl)
        && (
            address.StartsWith('#')
            || (address.StartsWith('/') && (address.Length == 1 || address[1] is not ('/' or '\\')))
        );

    /// <summary>Any other address would be asked for by everybody who reads the text, in their name.</summary>
    [GeneratedRegex(
        @"^/(initiatieven|dorpen)/[0-9]+/foto/[0-9]+(\?breedte=[0-9]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OwnPhoto();

    private static bool IsAllowed(string address) =>
        !address.Any(char.IsControl)
        && Array.Exists(Schemes, scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
            .UseSoftlineBreakAsHardlineBreak();
        // Who indents a paragraph means no program code.
        builder.BlockParsers.RemoveAll(parser => parser is IndentedCodeBlockParser);
        return builder.Build();
    }
}
