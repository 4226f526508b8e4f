namespace Brink.Features.Accounts;

/// <summary>
/// Where somebody was going when signing in came between. It waits in a cookie, because the way may lead through a mail,
/// and only an address within this site is remembered.
/// </summary>
public static class ReturnAddress
{
    public const string Parameter = "terug";
    private const int Longest = 400;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private static readonly string[] Never = [AccountLinks.SignIn, AccountLinks.SignOut, AccountLinks.SignedOut];

    public static void Remember(HttpContext context, string? address)
    {
        if (IsWithinSite(address))
        {
            context.Response.Cookies.Append(
                Parameter,
                address!,
                new CookieOptions
                {
                    MaxAge = Kept,
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                    IsEssential = true,
                }
            );
        }
    }

    /// <returns>An address within this site, always.</returns>
    public static string Take(HttpContext context)
    {
        var address = context.Request.Cookies[Parameter];
        if (address is not null)
        {
            context.Response.Cookies.Delete(Parameter, new CookieOptions { Secure = context.Request.IsHttps });
        }

        return IsWithinSite(address) ? address! : AccountLinks.AfterSignIn;
    }

    /// <summary>One slash and then no other, forward or back: '//other.example' leads away, and so does '/\other.example'.</summary>
    public static bool IsWithinSite(string? address) =>
        address is { Length: > 0 and <= Longest }
        && address[0] == '/'
        && (address.Length == 1 || address[1] is not ('/' or '\\'))
        && !address.Any(char.IsControl)
        && !Never.Any(path =>
            address.StartsWith(path, StringComparison.OrdinalIgnoreCase)
            && (address.Length == path.Length || address[path.Length] is '/' or '?')
        );
}
