namespace Brink.Platform.Tenancy;

/// <summary>Finds the municipality by host name; an unknown host gets 404 and learns nothing.</summary>
public sealed class TenantMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, ITenantDirectory directory, Tenant tenant)
    {
        if (context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var found = await directory.FindByHostAsync(context.Request.Host.Host, context.RequestAborted);
        if (found is null && await IsBeginningAsync(context, directory))
        {
            await next(context);
            return;
        }

        if (found is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(
                "Op dit adres is geen gemeente bekend.\nNo municipality is known at this address.\n"
            );
            return;
        }

        tenant.Use(found);
        await next(context);
    }

    /// <summary>An empty installation has the page that makes its first municipality, and what that page looks like.</summary>
    private static async Task<bool> IsBeginningAsync(HttpContext context, ITenantDirectory directory) =>
        Beginning.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal))
        && (await directory.AllAsync(context.RequestAborted)).Count == 0;

    private static readonly PathString[] Beginning =
    [
        "/eerste-beheerder",
        "/css",
        "/js",
        "/lib",
        "/img",
        "/favicon.ico",
    ];
}
