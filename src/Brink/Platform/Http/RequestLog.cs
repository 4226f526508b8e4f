using System.Diagnostics;

namespace Brink.Platform.Http;

/// <summary>
/// One line per request that the page cache did not answer, with the number that a failure page shows. It names the
/// pattern of the address and not the address: that may hold a secret link or somebody's words.
/// </summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            log.Answered(
                context.Request.Method,
                (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-",
                context.Response.StatusCode,
                Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                Failures.Reference(context)
            );
        }
    }
}

internal static partial class RequestLogLines
{
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Method} {Pattern} {Status} in {Milliseconds:0.0} ms, request {RequestId}"
    )]
    public static partial void Answered(
        this ILogger log,
        string method,
        string pattern,
        int status,
        double milliseconds,
        string requestId
    );
}
