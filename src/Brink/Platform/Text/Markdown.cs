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
/// A document has tables and notes as well.
/// </summary>
public static partial class Markdown
{
    /// <summary>The page's own headings are h1 and h2.</summary>
    private const int HeadingShift = 2;

    /// <summary>Markdig's time for links grows with the square of their number.</summary>
    private const int MostLinks = 500;

    /// <summary>So does its time for emphasis and for quotations within quotations.</summary>
    private const int MostSigns = 5000;

    /// <summary>Officers write these, and a plan of a hundred pages may be one section.</summary>
    private const int MostLinksInDocument = 2000;
    private const int MostSignsInDocument = 20_000;
    private static readonly SearchValues<char> Signs = SearchValues.Create("*_`~<>");
    private const string OutsideLink = "nofollow noopener ugc";
    private static readonly string[] Schemes = ["http://", "https://", "mailto:", "tel:"];
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly MarkdownPipeline Pipeline = BuildPipeline(isDocument: false);
    private static readonly MarkdownPipeline DocumentPipeline = BuildPipeline(isDocument: true);

    public static IHtmlContent Html(string text)
    {
        var clean = TextRules.Scrub(text);
        return Cleaned(Render(clean, Pipeline, _ => { }) ?? AsTyped(clean));
    }

    /// <summary>A section of a document: with tables, and with notes at its end.</summary>
    /// <param name="place">What its notes' addresses on the page begin with, so that those of two sections differ.</param>
    /// <param name="aboutTable">Names a table that is wider than its screen, for who can't see it.</param>
    public static IHtmlContent DocumentHtml(string text, string place, string aboutTable)
    {
        var clean = TextRules.Scrub(text);
        return Cleaned(
            Render(clean, DocumentPipeline, renderer => DocumentParts.Set(renderer, place, aboutTable))
                ?? AsTyped(clean)
        );
    }

    /// <summary>The words alone, in one line: for mail, lists and search.</summary>
    public static string Plain(string text) => Plain(text, Pipeline, _ => { });

    /// <summary>The words of a section alone, as somebody who selects them on the page reads them.</summary>
    public static string DocumentPlain(string text) =>
        Plain(text, DocumentPipeline, renderer => DocumentParts.Set(renderer, "", ""));

    /// <summary>What is on a picture, as it is written between '![' and ']'.</summary>
    public static string Description(string words) => WordFiles.SpanWriting.Description(words);

    /// <summary>Whether it can be laid out; else it is shown as it was typed.</summary>
    public static bool IsLaidOut(string text) => Render(TextRules.Scrub(text), DocumentPipeline, _ => { }) is not null;

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

    private static string Plain(string text, MarkdownPipeline pipeline, Action<HtmlRenderer> set)
    {
        var clean = TextRules.Scrub(text);
        var words = Render(
            clean,
            pipeline,
            renderer =>
            {
                (renderer.EnableHtmlForBlock, renderer.EnableHtmlForInline, renderer.EnableHtmlEscape) = (
                    false,
                    false,
                    false
                );
                set(renderer);
            }
        );
        return TextRules.Line(words ?? clean);
    }

    /// <summary>After rendering as well: an entity (&amp;#x202E;) may stand for a sign that is not allowed.</summary>
    private static HtmlString Cleaned(string html) => new(TextRules.Scrub(html));

    /// <summary>Null when the text is built to wear out the reader of it rather than to be read.</summary>
    private static string? Render(string text, MarkdownPipeline pipeline, Action<HtmlRenderer> set)
    {
        var isDocument = ReferenceEquals(pipeline, DocumentPipeline);
        if (
            Links(text) > (isDocument ? MostLinksInDocument : MostLinks)
            || text.Count(Signs.Contains) > (isDocument ? MostSignsInDocument : MostSigns)
        )
            return null;
        var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        set(renderer);
        try
        {
            renderer.Render(Parse(text, pipeline));
        }
        catch (ArgumentException)
        {
            // Elements stand in each other deeper than Markdig goes.
            return null;
        }
        return writer.ToString();
    }

    private static MarkdownDocument Parse(string text, MarkdownPipeline pipeline)
    {
        var document = Markdig.Markdown.Parse(text, pipeline);
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
        @"^/((initiatieven|dorpen)/[0-9]+/foto|dossiers/[0-9]+/stukken/[0-9]+/plaatjes)/[0-9]+(\?breedte=[0-9]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OwnPhoto();

    private static bool IsAllowed(string address) =>
        !address.Any(char.IsControl)
        && Array.Exists(Schemes, scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private static MarkdownPipeline BuildPipeline(bool isDocument)
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
            .UseSoftlineBreakAsHardlineBreak();
        // Who indents a paragraph means no program code.
        builder.BlockParsers.RemoveAll(parser => parser is IndentedCodeBlockParser);
        return (isDocument ? builder.UsePipeTables().UseFootnotes() : builder).Build();
    }
}
