using System.Globalization;

namespace Brink.Features.Syndication;

public static class FeedLinks
{
    /// <summary>The page that tells what feeds are and lists them.</summary>
    public const string List = "/feeds";

    /// <summary>What goes on in a village, to stand in another page.</summary>
    public static string Block(long villageId) =>
        "/insluiten/dorpen/" + villageId.ToString(CultureInfo.InvariantCulture);
}
