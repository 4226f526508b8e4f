using Microsoft.AspNetCore.Authentication.Cookies;

namespace Brink.Features.Accounts;

/// <summary>
/// Cookies whose name begins with __Host- on https: a browser then takes them from this host alone. Over plain http,
/// as on one's own machine, browsers refuse that name, so it falls away.
/// </summary>
public sealed class SessionCookies : ICookieManager
{
    public const string Prefix = "__Host-";
    private readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) =>
        cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) =>
        context.Request.IsHttps ? key : key.Replace(Prefix, "", StringComparison.Ordinal);
}
