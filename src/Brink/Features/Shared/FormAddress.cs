using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Brink.Features.Shared;

/// <summary>
/// A form that names no act of its page goes to the page's own. Without this it would go to the address the page was
/// reached at, and so repeat the act that led there.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormAddress : TagHelper
{
    private const string Act = "handler";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>After the framework's own, which writes the address reached.</summary>
    public override int Order => 0;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.AllAttributes.ContainsName("action") || context.AllAttributes.ContainsName("asp-page-handler"))
        {
            return;
        }

        var request = ViewContext.HttpContext.Request;
        var query = request.Query.Where(pair => !pair.Key.Equals(Act, StringComparison.OrdinalIgnoreCase));
        output.Attributes.SetAttribute(
            "action",
            request.PathBase + request.Path + new QueryBuilder(query).ToQueryString()
        );
    }
}
