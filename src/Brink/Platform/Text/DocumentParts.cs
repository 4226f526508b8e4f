using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Brink.Platform.Text;

/// <summary>How tables and notes of a document stand on a page, and how they read as words alone.</summary>
internal static class DocumentParts
{
    /// <param name="place">What the addresses of notes begin with.</param>
    /// <param name="aboutTable">Names a table, for who can't see it.</param>
    public static void Set(HtmlRenderer renderer, string place, string aboutTable)
    {
        renderer.ObjectRenderers.RemoveAll(known =>
            known is HtmlFootnoteLinkRenderer or HtmlFootnoteGroupRenderer or HtmlTableRenderer
        );
        renderer.ObjectRenderers.Insert(0, new NoteMark(place));
        renderer.ObjectRenderers.Insert(0, new NoteList(place));
        renderer.ObjectRenderers.Insert(0, new WideTable(aboutTable));
    }

    /// <summary>Its own mark, which readers cite, where it has one that is short; else the order in the section.</summary>
    private static string MarkOf(Footnote note) =>
        note.Label?.TrimStart('^') is { Length: > 0 and <= 6 } label && label.All(char.IsAsciiLetterOrDigit)
            ? label
            : note.Order.ToString(CultureInfo.InvariantCulture);

    private static string PlaceOf(string place, string mark) => $"{place}-noot-{mark}";

    private sealed class NoteMark(string place) : HtmlObjectRenderer<FootnoteLink>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteLink link)
        {
            var mark = MarkOf(link.Footnote);
            var at = PlaceOf(place, mark);
            if (link.IsBackLink)
                return;
            if (!renderer.EnableHtmlForInline)
                renderer.Write(mark);
            else if (link.Footnote.Links is [var first, ..] && ReferenceEquals(first, link))
                renderer.Write($"<sup id=\"{at}-van\"><a href=\"#{at}\">{mark}</a></sup>");
            else
                renderer.Write($"<sup><a href=\"#{at}\">{mark}</a></sup>");
        }
    }

    private sealed class NoteList(string place) : HtmlObjectRenderer<FootnoteGroup>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteGroup group)
        {
            var isPage = renderer.EnableHtmlForBlock;
            renderer.EnsureLine();
            if (isPage)
                renderer.Write("<ul class=\"brink-notes\">");
            foreach (var note in group.OfType<Footnote>())
            {
                var mark = MarkOf(note);
                var at = PlaceOf(place, mark);
                if (isPage)
                    renderer.Write($"<li id=\"{at}\"><a href=\"#{at}-van\">{mark}</a> ");
                else
                    renderer.Write(mark).Write(" ");
                foreach (var block in note.OfType<LeafBlock>())
                    renderer.WriteLeafInline(block).Write(" ");
                if (isPage)
                    renderer.WriteLine("</li>");
                renderer.EnsureLine();
            }

            if (isPage)
                renderer.WriteLine("</ul>");
        }
    }

    /// <summary>Scrolls by itself where it is wider than the screen, also with the keyboard.</summary>
    private sealed class WideTable(string about) : HtmlObjectRenderer<Table>
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            var isPage = renderer.EnableHtmlForBlock;
            renderer.EnsureLine();
            if (isPage)
                renderer
                    .Write("<div class=\"utrecht-table-container\" tabindex=\"0\" role=\"group\" aria-label=\"")
                    .WriteEscape(about)
                    .WriteLine("\"><table class=\"utrecht-table\">");
            foreach (var row in table.OfType<TableRow>())
                Row(renderer, row, isPage);
            if (isPage)
                renderer.WriteLine("</tbody></table></div>");
        }

        private static void Row(HtmlRenderer renderer, TableRow row, bool isPage)
        {
            var name = row.IsHeader ? "th" : "td";
            if (isPage)
                renderer.Write(row.IsHeader ? "<thead><tr>" : "<tr>");
            foreach (var cell in row.OfType<TableCell>())
            {
                if (isPage)
                    renderer.Write(row.IsHeader ? "<th scope=\"col\">" : "<td>");
                foreach (var block in cell.OfType<LeafBlock>())
                    renderer.WriteLeafInline(block);
                renderer.Write(isPage ? $"</{name}>" : " ");
            }

            if (isPage)
                renderer.WriteLine(row.IsHeader ? "</tr></thead><tbody>" : "</tr>");
        }
    }
}
