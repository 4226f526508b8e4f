using System.Net;
using System.Threading.RateLimiting;

namespace Brink.Platform.Http;

/// <summary>
/// How often one client may do something, counted in each running instance. A whole village evening may share one
/// address: this keeps machines off, not people.
/// </summary>
public sealed class ClientLimit(int most, TimeSpan window) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, string>(
        client =>
            RateLimitPartition.GetSlidingWindowLimiter(
                ClientNetwork.Of(client),
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = most,
                    Window = window,
                    SegmentsPerWindow = 10,
                    QueueLimit = 0,
                }
            )
    );

    /// <returns>Null when it may, else how long to wait.</returns>
    public TimeSpan? MustWait(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait
            : TimeSpan.FromMinutes(1);
    }

    public void Dispose() => limiter.Dispose();
}
