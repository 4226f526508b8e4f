using Brink.Platform.Http;
using Microsoft.Extensions.Options;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>What one client may do in ten minutes.</summary>
public sealed class HandInLimits
{
    /// <summary>Ideas handed in.</summary>
    public int PerClient { get; set; } = 60;

    /// <summary>Ideas begun; each leaves a draft for a day.</summary>
    public int BegunPerClient { get; set; } = 200;

    /// <summary>Photos put aside.</summary>
    public int PhotosPerClient { get; set; } = 200;
}

/// <summary>How often one client may hand in.</summary>
public sealed class HandInLimit(IOptions<HandInLimits> limits) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public ClientLimit Ideas { get; } = new(limits.Value.PerClient, Window);
    public ClientLimit Begun { get; } = new(limits.Value.BegunPerClient, Window);
    public ClientLimit Photos { get; } = new(limits.Value.PhotosPerClient, Window);

    public void Dispose()
    {
        Ideas.Dispose();
        Begun.Dispose();
        Photos.Dispose();
    }
}
