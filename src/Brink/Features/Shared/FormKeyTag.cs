using Brink.Platform;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Brink.Features.Shared;

/// <summary>The hidden key that makes one thing of a form that is sent twice; the same one after a refusal.</summary>
[HtmlTargetElement("form-key", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormKeyTag : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "input";
        output.TagMode = TagMode.StartTagOnly;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", FormKey.Field);
        output.Attributes.SetAttribute("value", Sent() is { } sent && FormKey.IsKey(sent) ? sent : Secret.New());
    }

    private string? Sent()
    {
        var request = ViewContext.HttpContext.Request;
        return request.HasFormContentType ? request.Form[FormKey.Field].ToString() : null;
    }
}
