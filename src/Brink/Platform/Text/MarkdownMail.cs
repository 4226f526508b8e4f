using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Brink.Platform.Text;

/// <summary>Text of people on its way into a mail, where every link must say where on the internet it leads.</summary>
public static partial class Markdown
{
    /// <summary>As <see cref="Html"/>, with links to own pages made whole.</summary>
    /// <param name="site">Where the pages stand, such as <c>https://brink.example</c>, without a slash at the end.</param>
    public static string MailHtml(string text, string site)
    {
        var clean = TextRules.Scrub(text);
        return TextRules.Scrub(
            Render(clean, Pipeline, renderer => renderer.LinkRewriter = link => Whole(link, site)) ?? AsTyped(clean)
        );
    }

    /// <summary>Paragraphs and lists as plain text; behind the words of a link stands its address.</summary>
    /// <param name="site">As for <see cref="MailHtml"/>.</param>
    public static string MailText(string text, string site)
    {
        var clean = TextRules.Scrub(text);
        if (Links(clean) > MostLinks || clean.AsSpan().Count('*') + clean.AsSpan().Count('_') > MostSigns)
        {
            return clean;
        }

        try
        {
            var plain = new StringBuilder();
            Blocks(Parse(clean, Pipeline), plain, "", site);
            return plain.ToString().Trim('\n');
        }
        catch (ArgumentException)
        {
            // Elements stand in each other deeper than Markdig goes.
            return clean;
        }
    }

    private static string Whole(string address, string site) => address.StartsWith('/') ? site + address : address;

    private static void Blocks(ContainerBlock blocks, StringBuilder plain, string indent, string site)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case ListBlock list:
                    Listed(list, plain, indent, site);
                    break;
                case QuoteBlock quote:
                    Blocks(quote, plain, indent + "> ", site);
                    break;
                case ContainerBlock container:
                    Blocks(container, plain, indent, site);
                    break;
                case LeafBlock { Inline: { } words }:
                    plain.Append(indent).Append(Words(words, indent, site)).Append("\n\n");
                    break;
                case LeafBlock leaf:
                    plain
                        .Append(indent)
                        .Append(leaf.Lines.ToString().Replace("\n", "\n" + indent, StringComparison.Ordinal))
                        .Append("\n\n");
                    break;
            }
        }
    }

    private static void Listed(ListBlock list, StringBuilder plain, string indent, string site)
    {
        var number = 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? number++.ToString(CultureInfo.InvariantCulture) + ". " : "- ";
            var part = new StringBuilder();
            Blocks(item, part, indent + new string(' ', mark.Length), site);
            var text = part.ToString().Trim('\n');
            plain
                .Append(indent)
                .Append(mark)
                .Append(text.Length > indent.Length + mark.Length ? text[(indent.Length + mark.Length)..] : "")
                .Append('\n');
        }

        plain.Append('\n');
    }

    private static string Words(ContainerInline words, string indent, string site)
    {
        var text = new StringBuilder();
        foreach (var inline in words)
        {
            switch (inline)
            {
                case LineBreakInline:
                    text.Append('\n').Append(indent);
                    break;
                case LinkInline link:
                    var said = Words(link, indent, site);
                    var leads = Whole(link.Url ?? "", site);
                    text.Append(
                        said.Length == 0 || said == leads ? leads
                        : link.IsImage ? said
                        : $"{said} ({leads})"
                    );
                    break;
                case ContainerInline container:
                    text.Append(Words(container, indent, site));
                    break;
                case AutolinkInline address:
                    text.Append(address.Url);
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.ToString());
                    break;
                case LiteralInline literal:
                    text.Append(literal.Content.ToString());
                    break;
            }
        }

        return text.ToString();
    }
}
