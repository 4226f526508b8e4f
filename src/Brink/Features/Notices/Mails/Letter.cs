using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Brink.Features.Notices.Mails;

public abstract record LetterPart;

public sealed record Paragraph(string Text) : LetterPart;

public sealed record Heading(string Text) : LetterPart;

/// <summary>Somebody's own words.</summary>
public sealed record Quote(string Text) : LetterPart;

public sealed record Button(string Text, string Href) : LetterPart;

/// <param name="Numbered">For steps that follow each other.</param>
public sealed record Items(IReadOnlyList<Item> All, bool Numbered = false) : LetterPart;

public sealed record Item(string Text, string? Href = null);

/// <summary>Somebody's own words with their layout, in both forms already.</summary>
/// <param name="Markup">HTML that is safe to show.</param>
public sealed record Prose(string Text, string Markup) : LetterPart;

/// <summary>A mail before it is laid out: the same words as plain text and as HTML.</summary>
/// <param name="Why">Why the reader gets it.</param>
/// <param name="Stop">How it stops, in words.</param>
/// <param name="StopHref">Where it stops with one click; null where it goes with a role or was asked for.</param>
/// <param name="Contact">Whom to call.</param>
public sealed record Letter(
    string Subject,
    string Greeting,
    IReadOnlyList<LetterPart> Parts,
    string Signature,
    string Contact,
    string Why,
    string? Stop = null,
    string? StopHref = null
)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string PlainText()
    {
        var text = new StringBuilder();
        text.Append(Greeting).Append("\n\n");
        foreach (var part in Parts)
        {
            text.Append(Plain(part)).Append("\n\n");
        }

        text.Append(Contact).Append("\n\n").Append(Signature).Append("\n\n-- \n").Append(Why).Append('\n');
        if (Stop is not null)
        {
            text.Append(Stop).Append('\n');
        }

        if (StopHref is not null)
        {
            text.Append(StopHref).Append('\n');
        }

        return text.ToString();
    }

    public string Html(string language)
    {
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encoded(Subject)}</title>
            </head>
            <body style="margin:0;padding:24px;background:#ffffff;color:#1f2a24;font:18px/1.55 Verdana,Arial,sans-serif">
            <div style="max-width:600px;overflow-wrap:anywhere">
            <p>{Encoded(Greeting)}</p>

            """
        );
        foreach (var part in Parts)
        {
            html.Append(Marked(part)).Append('\n');
        }

        html.Append(
            CultureInfo.InvariantCulture,
            $"""
            <p>{Encoded(Contact)}</p>
            <p>{Encoded(Signature)}</p>
            <p style="border-top:1px solid #b9b4a6;padding-top:16px;font-size:16px">{Encoded(Why)} {Encoded(
                Stop ?? ""
            )}{StopLink()}</p>
            </div>
            </body>
            </html>

            """
        );
        return html.ToString();
    }

    private string StopLink() =>
        StopHref is null ? "" : $"""<br><a style="color:#1f4a36" href="{Encoded(StopHref)}">{Encoded(StopHref)}</a>""";

    private static string Plain(LetterPart part) =>
        part switch
        {
            Paragraph paragraph => paragraph.Text,
            Heading heading => heading.Text.ToUpper(CultureInfo.CurrentCulture),
            Prose prose => prose.Text,
            Quote quote => string.Join('\n', quote.Text.Split('\n').Select(line => "> " + line)),
            Button button => button.Text + ":\n" + button.Href,
            Items items => string.Join(
                '\n',
                items.All.Select(
                    (item, index) =>
                        (items.Numbered ? (index + 1).ToString(CultureInfo.InvariantCulture) + ". " : "- ")
                        + item.Text
                        + (item.Href is null ? "" : "\n  " + item.Href)
                )
            ),
            _ => throw new NotSupportedException(part.GetType().Name),
        };

    private static string Marked(LetterPart part) =>
        part switch
        {
            Paragraph paragraph => $"<p>{Encoded(paragraph.Text)}</p>",
            Heading heading => $"""<h2 style="font-size:20px;margin:28px 0 8px">{Encoded(heading.Text)}</h2>""",
            Prose prose => prose.Markup,
            Quote quote =>
                $"""<blockquote style="margin:16px 0;padding:4px 16px;border-left:4px solid #1f4a36">{Lines(quote.Text)}</blockquote>""",
            Button button =>
                $"""
                <p style="margin:28px 0"><a style="display:inline-block;padding:14px 24px;border-radius:6px;background:#1f4a36;color:#ffffff;text-decoration:none;font-weight:bold" href="{Encoded(
                    button.Href
                )}">{Encoded(button.Text)}</a></p>
                """,
            Items items => (items.Numbered ? "<ol>" : "<ul>")
                + string.Concat(items.All.Select(item => $"<li style=\"margin:8px 0\">{Marked(item)}</li>"))
                + (items.Numbered ? "</ol>" : "</ul>"),
            _ => throw new NotSupportedException(part.GetType().Name),
        };

    private static string Marked(Item item) =>
        item.Href is null
            ? Encoded(item.Text)
            : $"""<a style="color:#1f4a36" href="{Encoded(item.Href)}">{Encoded(item.Text)}</a>""";

    private static string Lines(string text) =>
        string.Concat(
            text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(paragraph =>
                    $"<p>{Encoded(paragraph).Replace("\n", "<br>", StringComparison.Ordinal).Replace("&#xA;", "<br>", StringComparison.Ordinal)}</p>"
                )
        );

    private static string Encoded(string text) => Encoder.Encode(text);
}
