using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Brink.Features.Shared;

/// <summary>
/// A field no person sees and programs that fill in forms do. What comes in with it filled is not from a person.
/// </summary>
[HtmlTargetElement("trap-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TrapField : TagHelper
{
    public const string Name = "homepage";

    public static bool IsFilled(IFormCollection form) => !string.IsNullOrEmpty(form[Name]);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "brink-trap");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(
            $"""<label for="{Name}">Homepage</label><input type="text" id="{Name}" name="{Name}" tabindex="-1" autocomplete="off">"""
        );
    }
}
