using System.Text;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Brink.Features.Shared;

/// <summary>
/// What must be mended before the form can go, each a link to its field; gets the focus when the page opens.
/// Nothing when there is nothing to mend.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummary(Texts T) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext
            .ViewData.ModelState.Where(entry => entry.Value?.ValidationState == ModelValidationState.Invalid)
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))
            .Distinct()
            .OrderBy(error => PlaceInForm(error.Key), StringComparer.Ordinal)
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "utrecht-alert utrecht-alert--error");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("id", "fouten");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.Add(new TagHelperAttribute("autofocus"));

        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(
            T.Count(
                errors.Count,
                "Er is nog 1 ding dat u moet aanpassen",
                "Er zijn nog {0} dingen die u moet aanpassen"
            )
        );
        var list = new TagBuilder("ul");
        var general = errors
            .CountBy(error => error.ErrorMessage)
            .Where(same => same.Value > 1)
            .Select(same => same.Key);
        var unclear = general.Append(T[TypedNumberBinder.WholeWanted]).Append(T[TypedNumberBinder.FractionWanted]);
        foreach (var (key, message) in errors)
            list.InnerHtml.AppendHtml(Line(key, T[message], unclear.Contains(message)));
        var text = new TagBuilder("div");
        text.AddCssClass("utrecht-alert__message");
        text.InnerHtml.AppendHtml(heading).AppendHtml(list);
        var content = new TagBuilder("div");
        content.AddCssClass("utrecht-alert__content");
        content.InnerHtml.AppendHtml(text);
        output.Content.SetHtmlContent(content);
    }

    /// <summary>Properties stand in the order of the form, which model state doesn't keep.</summary>
    private string PlaceInForm(string key)
    {
        var place = new StringBuilder();
        var metadata = ViewContext.ViewData.ModelMetadata;
        foreach (var part in key.Split('.', '['))
        {
            var index = metadata.Properties.ToList().FindIndex(found => found.PropertyName == part);
            place.Append((char)(index + 1));
            if (index < 0)
                break;
            metadata = metadata.Properties[index];
        }
        return place.ToString();
    }

    private TagBuilder Line(string key, string message, bool isUnclear)
    {
        var line = new TagBuilder("li");
        if (key.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }
        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + FieldAnswer.IdOf(key);
        if (isUnclear)
            link.InnerHtml.AppendHtml(FieldLabels.Before(ViewContext.HttpContext, key));
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
