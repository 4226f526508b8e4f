using System.Globalization;

namespace Brink.Features.Channels;

/// <summary>The addresses of channels. Addresses are promises: they stay.</summary>
public static class ChannelLinks
{
    public static string Show(long subjectId) => string.Create(CultureInfo.InvariantCulture, $"/kanaal/{subjectId}");

    public static string TakeAway(long subjectId, long postId) =>
        string.Create(CultureInfo.InvariantCulture, $"/kanaal/{subjectId}/bericht/{postId}/weghalen");
}
