using Brink.Platform.Database;
using Microsoft.Extensions.Caching.Memory;

namespace Brink.Platform.Cache;

/// <summary>
/// What many pages of a municipality share, read once and kept until its journal grows or a day has passed: as exact as
/// the pages in the output cache, and by the same number.
/// </summary>
public sealed class Known(Generations generations) : IDisposable
{
    /// <summary>Of some hundred municipalities; who is asked for least makes room.</summary>
    private const int Most = 500;

    private static readonly TimeSpan UnaskedFor = TimeSpan.FromMinutes(10);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <param name="fresh">For who just changed something, perhaps on another instance.</param>
    /// <param name="read">Reads all of it, for the whole municipality as it is today.</param>
    public async ValueTask<T> OfAsync<T>(BrinkDb db, DateOnly today, bool fresh, Func<Task<T>> read)
        where T : class
    {
        var key = (db.TenantId, typeof(T));
        // Asked before reading: what changes meanwhile makes the number of what is kept too low, never too high.
        var now = (generations.Of(db.TenantId), today);
        if (!fresh && kept.TryGetValue(key, out Kept? found) && (found!.Generation, found.Day) == now)
        {
            return (T)found.Value;
        }

        var value = await read();
        kept.Set(
            key,
            new Kept(now.Item1, today, value),
            new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = UnaskedFor }
        );
        return value;
    }

    public void Dispose() => kept.Dispose();

    private sealed record Kept(long Generation, DateOnly Day, object Value);
}
