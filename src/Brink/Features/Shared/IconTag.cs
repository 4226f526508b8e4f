using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Brink.Features.Shared;

/// <summary>An icon beside a word; never alone, so it is hidden from screen readers.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTag : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Named(Name));
    }
}
