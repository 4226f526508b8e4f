using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Brink.Platform.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace Brink.Platform.Api;

/// <summary>The open interface for programs: read-only, for everything public, after the NL API Design Rules 2.1.</summary>
public static class ApiServices
{
    public const string Root = "/api/v1";

    /// <summary>Goes up with every change; the first number only when what exists would break.</summary>
    public const string Version = "1.1.0";

    internal const string Document = "v1";
    internal const string Limit = "api";

    /// <summary>Requests of one client in a minute; more than any honest program needs.</summary>
    private const int MostInAMinute = 1200;

    public static IServiceCollection AddBrinkApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All)
        );
        services.AddOpenApi(
            Document,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
                options.ShouldInclude = description =>
                    description.RelativePath?.StartsWith(Root.TrimStart('/'), StringComparison.Ordinal) == true;
                options.AddDocumentTransformer<ApiDescription>();
                options.AddOperationTransformer(ApiDescription.DescribeParametersAsync);
            }
        );
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                {
                    rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                        .ToString(CultureInfo.InvariantCulture);
                }

                return ValueTask.CompletedTask;
            };
            options.AddPolicy(
                Limit,
                context =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        ClientNetwork.Of(context.Connection.RemoteIpAddress),
                        _ => new FixedWindowRateLimiterOptions
                        {
                            PermitLimit = MostInAMinute,
                            Window = TimeSpan.FromMinutes(1),
                        }
                    )
            );
        });
        return services;
    }
}
