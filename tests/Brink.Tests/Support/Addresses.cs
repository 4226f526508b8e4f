using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Support;

/// <summary>One address the program answers at.</summary>
/// <param name="Handler">Which of a page's acts, where it has more than one.</param>
/// <param name="Access">everyone, signed-in, or nobody where nothing is declared.</param>
public sealed record Address(string Pattern, string Method, string? Handler, string Access)
{
    public override string ToString() => $"{Method, -4} {Pattern}{(Handler is null ? "" : "?handler=" + Handler)}";
}

/// <summary>All addresses of a running program, pages and interface alike; files of wwwroot apart.</summary>
public static class Addresses
{
    public const string Everyone = "everyone";
    public const string SignedIn = "signed-in";
    public const string Nobody = "nobody";

    public static async Task<IReadOnlyList<Address>> AllAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var all = new List<Address>();
        foreach (var endpoint in Endpoints(services))
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var loaded = await loader.LoadAsync(page, endpoint.Metadata);
                var access = AccessOf([
                    .. endpoint.Metadata,
                    .. loaded.ModelTypeInfo!.GetCustomAttributes(inherit: true),
                ]);
                all.AddRange(
                    loaded.HandlerMethods.Select(handler => new Address(
                        pattern,
                        handler.HttpMethod.ToUpperInvariant(),
                        handler.Name,
                        access
                    ))
                );
                continue;
            }

            var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"];
            all.AddRange(methods.Select(method => new Address(pattern, method, null, AccessOf(endpoint.Metadata))));
        }

        return
        [
            .. all.Distinct()
                .OrderBy(a => a.Pattern, StringComparer.Ordinal)
                .ThenBy(a => a.Method, StringComparer.Ordinal)
                .ThenBy(a => a.Handler, StringComparer.Ordinal),
        ];
    }

    public static string AccessOf(IReadOnlyList<object> metadata) =>
        metadata.OfType<IAllowAnonymous>().Any() ? Everyone
        : metadata.OfType<IAuthorizeData>().LastOrDefault() is { } asked
            ? SignedIn
                + (asked.Policy is null ? "" : ":" + asked.Policy)
                + (asked.Roles is null ? "" : ":" + asked.Roles)
        : Nobody;

    private static IEnumerable<RouteEndpoint> Endpoints(IServiceProvider services) =>
        services
            .GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null);
}
