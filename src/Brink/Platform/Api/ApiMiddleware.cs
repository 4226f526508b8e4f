using Brink.Platform.Database;
using Brink.Platform.Http;

namespace Brink.Platform.Api;

/// <summary>
/// What every answer of the interface has: its version, leave for other sites' scripts to read it, and a problem in
/// words for programs where pages would show a page.
/// </summary>
public sealed partial class ApiMiddleware(RequestDelegate next, ILogger<ApiMiddleware> log)
{
    private const string Methods = "GET, HEAD, OPTIONS";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        context.Response.OnStarting(() =>
        {
            Describe(context.Response);
            return Task.CompletedTask;
        });
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            context.Response.Headers.Allow = Methods;
            return;
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            // The same answer as to GET, from the cache too; what is in it goes nowhere.
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }

        await AnswerAsync(context);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            // One address, one thing: with a slash at the end it is another address, and nothing is there.
            if (context.Request.Path.Value!.EndsWith('/'))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
            else
            {
                await next(context);
            }
        }
        catch (Exception problem) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Failed(log, problem, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route");
            context.Response.Clear();
            context.Response.StatusCode =
                problem is BadHttpRequestException bad ? bad.StatusCode
                : DatabaseAway.Is(problem) ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError;
        }

        var response = context.Response;
        if (response.StatusCode >= 400 && !response.HasStarted && string.IsNullOrEmpty(response.ContentType))
        {
            var reference = response.StatusCode >= 500 ? Failures.Reference(context) : null;
            await ApiProblem.Of(response.StatusCode, reference).ExecuteAsync(context);
        }
    }

    private static void Describe(HttpResponse response)
    {
        var headers = response.Headers;
        headers["API-Version"] = ApiServices.Version;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = "Accept, Accept-Crs, Content-Type, If-None-Match";
        headers.AccessControlExposeHeaders = "API-Version, Content-Crs, ETag, Link, Retry-After";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.CacheControl = response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified
            ? "public, no-cache"
            : "no-store";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The open interface failed at {Route}")]
    private static partial void Failed(ILogger log, Exception problem, string route);
}
