using Microsoft.AspNetCore.Html;

namespace Brink.Features.Shared;

/// <summary>How a page calls its fields, for the summary of what is wrong: that stands above them.</summary>
internal static class FieldLabels
{
    public static void Remember(HttpContext context, string field, string label) =>
        context.Items[(typeof(FieldLabels), field)] = label;

    /// <summary>'Jaar: '; found when it is written, for then the fields are made. Nothing for a field the page has not.</summary>
    public static IHtmlContent Before(HttpContext context, string field) => new Prefix(context, field);

    private sealed class Prefix(HttpContext context, string field) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, System.Text.Encodings.Web.HtmlEncoder encoder)
        {
            if (context.Items[(typeof(FieldLabels), field)] is string label)
            {
                encoder.Encode(writer, label.TrimEnd('?'));
                writer.Write(": ");
            }
        }
    }
}
