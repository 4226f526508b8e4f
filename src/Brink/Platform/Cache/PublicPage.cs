namespace Brink.Platform.Cache;

/// <summary>
/// A page that looks the same for every visitor who is not signed in. Such visitors get it from the output cache, so it
/// holds no form that is sent and nothing personal: it links to the page of the act.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : Attribute;
