using System.Collections.Concurrent;

namespace Brink.Platform.Cache;

/// <summary>
/// A number per municipality that goes up with every change of its journal. It is part of the key of a cached page, so a
/// page from before a change is never found after it: nothing needs to be thrown away, and no page can slip in late.
/// </summary>
public sealed class Generations
{
    private readonly ConcurrentDictionary<long, long> numbers = new();

    public long Of(long municipalityId) => numbers.GetValueOrDefault(municipalityId);

    public void Next(long municipalityId) => numbers.AddOrUpdate(municipalityId, 1, (_, number) => number + 1);
}
