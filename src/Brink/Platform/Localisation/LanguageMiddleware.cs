using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Brink.Platform.Localisation;

/// <summary>
/// Shows each page in the visitor's language. <c>?taal=en</c> on any GET remembers the choice in the cookie
/// <c>taal</c> for a year and redirects to the same address without it.
/// </summary>
public sealed class LanguageMiddleware(RequestDelegate next, Languages languages)
{
    public const string Cookie = "taal";
    public const string Parameter = "taal";

    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Query.ContainsKey(Parameter))
        {
            Choose(context);
            return Task.CompletedTask;
        }
        var culture = languages.Culture(languages.Of(context.Request));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        return next(context);
    }

    private void Choose(HttpContext context)
    {
        var request = context.Request;
        var chosen = request.Query[Parameter].ToString();
        if (languages.Has(chosen) && IsOpened(request))
            context.Response.Cookies.Append(
                Cookie,
                chosen,
                new CookieOptions
                {
                    MaxAge = TimeSpan.FromDays(365),
                    Path = "/",
                    HttpOnly = true,
                    Secure = request.IsHttps,
                    SameSite = SameSiteMode.Lax,
                    IsEssential = true,
                }
            );
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(AddressWithoutLanguage(request));
    }

    /// <summary>A picture in somebody's text chooses no language for who reads it. Old browsers don't say what they want.</summary>
    private static bool IsOpened(HttpRequest request) =>
        request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document";

    private static string AddressWithoutLanguage(HttpRequest request)
    {
        var query = new QueryBuilder(
            request.Query.Where(pair => !string.Equals(pair.Key, Parameter, StringComparison.OrdinalIgnoreCase))
        );
        // Two slashes at the start would be another host.
        var path = "/" + (request.PathBase + request.Path).ToUriComponent().TrimStart('/');
        return path + query.ToQueryString().ToUriComponent();
    }
}
