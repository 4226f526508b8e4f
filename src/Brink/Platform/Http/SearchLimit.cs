using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Brink.Platform.Http;

/// <summary>What this address does costs as much as a search: one client may ask it so often in a minute and not more.</summary>
/// <param name="words">Where the words stand in the query; null when the address always costs as much.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SearchesAttribute(string? words = null) : Attribute
{
    public bool Counts(HttpRequest request) =>
        words is null || !string.IsNullOrWhiteSpace(request.Query[words].ToString());
}

/// <summary>The section <c>Search</c> of the configuration.</summary>
public sealed class SearchLimits
{
    /// <summary>Searches of one client in a minute, in each instance. A town hall may share one address.</summary>
    public int PerMinute { get; set; } = 120;
}

/// <summary>
/// Searches of one client, over pages and interface together. Counted in each instance: it only spares the machine.
/// What comes from the page cache costs nothing and does not count.
/// </summary>
public sealed class SearchLimit(IOptions<SearchLimits> limits) : IConfigureOptions<RateLimiterOptions>
{
    public void Configure(RateLimiterOptions options) =>
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.GetEndpoint()?.Metadata.GetMetadata<SearchesAttribute>()?.Counts(context.Request) == true
                ? RateLimitPartition.GetFixedWindowLimiter(
                    ClientNetwork.Of(context.Connection.RemoteIpAddress),
                    _ => new FixedWindowRateLimiterOptions
                    {
                        PermitLimit = limits.Value.PerMinute,
                        Window = TimeSpan.FromMinutes(1),
                    }
                )
                : RateLimitPartition.GetNoLimiter("reading")
        );
}

public static class SearchLimitServices
{
    public static IServiceCollection AddSearchLimit(this IServiceCollection services)
    {
        services.AddOptions<SearchLimits>().BindConfiguration("Search");
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, SearchLimit>();
        return services;
    }
}
