namespace Brink.Platform.Cache;

/// <summary>
/// Whoever just changed something sees no cached page for a moment, on whatever instance the next request lands.
/// </summary>
public static class OwnChange
{
    public const string Cookie = "vers";

    /// <summary>Longer than the two seconds in which every instance hears of a change.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    public static void Mark(HttpContext context) =>
        context.Response.Cookies.Append(
            Cookie,
            "1",
            new CookieOptions
            {
                MaxAge = Moment,
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            }
        );
}
