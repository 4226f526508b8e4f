using Brink.Platform.Maps;

namespace Brink.Tests.Features.Places.Spots;

/// <summary>A village of about six by five kilometres and a spot in it.</summary>
public static class Hijken
{
    public const string Border =
        """{"type":"Polygon","coordinates":[[[6.45,52.88],[6.54,52.88],[6.54,52.915],[6.52,52.925],[6.45,52.92],[6.45,52.88]]]}""";

    public static readonly GeoPosition Inside = new(6.4987, 52.8991);
}
