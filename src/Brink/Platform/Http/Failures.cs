using System.Diagnostics;
using Brink.Platform.Database;
using Microsoft.AspNetCore.Diagnostics;

namespace Brink.Platform.Http;

/// <summary>What failed outside the user's hand: the database away is 503 and passes; the rest is a bug with a reference.</summary>
public static class Failures
{
    /// <summary>The page that says it in words; the status is in the last part.</summary>
    public const string Page = "/fout/";

    /// <summary>Seconds after which trying again makes sense.</summary>
    private const string TryAgainAfter = "10";

    public static IApplicationBuilder UseFailurePages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = Page + "500",
                AllowStatusCode404Response = true,
                StatusCodeSelector = problem =>
                    problem is BadHttpRequestException bad ? bad.StatusCode
                    : DatabaseAway.Is(problem) ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePagesWithReExecute(Page + "{0}");
        return app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
                    {
                        context.Response.Headers.RetryAfter = TryAgainAfter;
                    }

                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
    }

    /// <summary>The reference to give on the telephone; the same number is in the log.</summary>
    public static string Reference(HttpContext context) =>
        Activity.Current?.TraceId.ToString() is { } trace && trace.Any(c => c != '0') ? trace : context.TraceIdentifier;
}
