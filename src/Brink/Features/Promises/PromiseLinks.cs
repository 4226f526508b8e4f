using System.Globalization;

namespace Brink.Features.Promises;

public static class PromiseLinks
{
    public const string List = "/toezeggingen";
    public const string Late = List + "?staat=te-laat";
    public const string Kept = List + "?staat=nagekomen";

    public static string Show(long id) => $"{List}/{id.ToString(CultureInfo.InvariantCulture)}";

    public static string Keep(long id) => Show(id) + "/nagekomen";

    public static string Release(long id) => Show(id) + "/vervalt";
}
