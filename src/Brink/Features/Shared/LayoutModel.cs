namespace Brink.Features.Shared;

/// <summary>What every page shows around its content. Scoped: who asks, and in which municipality.</summary>
public sealed record LayoutModel
{
    public string MunicipalityName { get; init; } = "";

    /// <summary>A file of wwwroot/css/themes, without its ending.</summary>
    public string Theme { get; init; } = "brink";

    public bool IsExample { get; init; }

    /// <summary>The municipality's own logo; null without one.</summary>
    public string? LogoHref { get; init; }

    /// <summary>Null when nobody is signed in.</summary>
    public string? ViewerName { get; init; }

    /// <summary>Whom to call when the page itself names nobody.</summary>
    public ContactCard? Contact { get; init; }
}

/// <summary>What a page hands to the layout in its view data.</summary>
public static class LayoutData
{
    /// <summary>One sentence about what was just done.</summary>
    public const string Done = "Done";
}

/// <summary>A step of the breadcrumb; a page sets <c>ViewData["Trail"]</c> to an array, without itself.</summary>
public sealed record Crumb(string Text, string Href);

public sealed record NavigationItem(string Text, string Href, bool IsHere);
