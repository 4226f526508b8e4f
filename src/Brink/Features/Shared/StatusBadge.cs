using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Brink.Features.Shared;

public enum StatusKind
{
    Neutral,
    Active,
    Success,
    Warning,
    Danger,
}

/// <summary>A state in a word with a shape before it, so that it reads without colour.</summary>
[HtmlTargetElement("status-badge")]
public sealed class StatusBadge : TagHelper
{
    public StatusKind Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute(
            "class",
            $"utrecht-status-badge utrecht-status-badge--{Kind.ToString().ToLowerInvariant()}"
        );
        output.PreContent.SetHtmlContent(Icons.Named(Shape));
    }

    private string Shape =>
        Kind switch
        {
            StatusKind.Active => "circle-dot",
            StatusKind.Success => "circle-check",
            StatusKind.Warning => "triangle-alert",
            StatusKind.Danger => "circle-alert",
            _ => "circle",
        };
}
