using System.Globalization;
using Brink.Platform.Localisation;
using Brink.Platform.Tenancy;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Brink.Platform.Cache;

/// <summary>Cookies that make a visitor somebody: with one of these no page comes from the cache.</summary>
public sealed class PersonalCookies
{
    public ISet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal) { OwnChange.Cookie };
}

/// <summary>Caches public pages for visitors who are nobody in particular.</summary>
public sealed class PublicPagePolicy(
    Generations generations,
    IOptions<PersonalCookies> personal,
    TimeProvider time,
    IConfiguration configuration
) : IOutputCachePolicy
{
    /// <summary>'off' makes every page anew: to measure what a page costs.</summary>
    public const string Setting = "BRINK_PAGE_CACHE";

    /// <summary>Only bounds memory: what changes is found by its generation.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Longer queries are somebody trying; they would only push out pages that people read.</summary>
    private const int LongestQuery = 200;

    private readonly bool isOff = configuration[Setting] == "off";

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var cacheable = !isOff && IsForAnybody(http);
        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = cacheable;
        context.AllowCacheStorage = cacheable;
        context.AllowLocking = true;
        if (cacheable)
        {
            var tenant = http.RequestServices.GetRequiredService<Tenant>();
            context.CacheVaryByRules.QueryKeys = "*";
            // Compressed answers are kept as they are sent: see AcceptedEncoding.
            context.CacheVaryByRules.CacheKeyPrefix = string.Create(
                CultureInfo.InvariantCulture,
                $"{tenant.Id}/{generations.Of(tenant.Id)}/{CultureInfo.CurrentUICulture.Name}/{DutchTime.Today(time):yyMMdd}/{http.Request.Headers.AcceptEncoding}/"
            );
            context.ResponseExpirationTimeSpan = Longest;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) =>
        ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    private bool IsForAnybody(HttpContext http)
    {
        if (
            !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            || http.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is null
            || http.Request.QueryString.Value?.Length > LongestQuery
            || !http.RequestServices.GetRequiredService<Tenant>().IsSet
        )
        {
            return false;
        }

        foreach (var cookie in http.Request.Cookies)
        {
            if (personal.Value.Names.Contains(cookie.Key))
            {
                return false;
            }
        }

        return true;
    }
}
