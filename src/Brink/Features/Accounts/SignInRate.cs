using System.Threading.RateLimiting;
using Brink.Platform.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Brink.Features.Accounts;

/// <summary>How often one client may try to sign in on one instance.</summary>
public sealed record SignInLimits(int TriesPerMinute = 60);

/// <summary>
/// Tries to sign in per client, counted in each instance: it only spares the machine, so that it may let through some
/// more with more instances does no harm. What must hold over all instances stands in the database: wrong passwords and
/// codes on the person, mails on <see cref="Notices.MailMessage"/> (see <see cref="SignInMail"/>).
/// </summary>
public sealed class SignInRate(SignInLimits limits) : IRateLimiterPolicy<string>
{
    public const string Policy = "sign-in";

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } =
        (context, _) =>
        {
            context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        HttpMethods.IsPost(httpContext.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                ClientNetwork.Of(httpContext.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = limits.TriesPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                    QueueLimit = 0,
                }
            )
            : RateLimitPartition.GetNoLimiter("reading");
}
