using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Brink.Features.Accounts;

/// <summary>Begins and ends a session, and the short one between the first and the second step of signing in.</summary>
public static class Session
{
    /// <summary>Scheme of who passed the first step and owes the second.</summary>
    public const string HalfwayScheme = "Brink.Halfway";
    public const string StampClaim = "AspNet.Identity.SecurityStamp";
    public const string WayClaim = "way";

    /// <summary>Second at which the person last signed in; a session that goes on keeps it.</summary>
    public const string SinceClaim = "since";

    /// <summary>A session that is used stays; this long after the last use it ends.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    /// <summary>A working day, for whoever sees what others may not.</summary>
    public static readonly TimeSpan LastsForOfficials = TimeSpan.FromHours(12);
    private static readonly TimeSpan HalfwayLasts = TimeSpan.FromMinutes(10);

    /// <param name="since">Null for who signs in now.</param>
    public static Task BeginAsync(
        HttpContext context,
        Person person,
        bool isOfficial,
        SignInWay way,
        DateTimeOffset? since = null
    )
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return context.SignInAsync(
            IdentityConstants.ApplicationScheme,
            Principal(person, way, IdentityConstants.ApplicationScheme, since ?? now),
            new AuthenticationProperties
            {
                IsPersistent = true,
                IssuedUtc = now,
                ExpiresUtc = now + (isOfficial ? LastsForOfficials : Lasts),
            }
        );
    }

    public static Task BeginHalfwayAsync(HttpContext context, Person person, SignInWay way)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return context.SignInAsync(
            HalfwayScheme,
            Principal(person, way, HalfwayScheme, now),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + HalfwayLasts }
        );
    }

    public static async Task EndAsync(HttpContext context)
    {
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        await context.SignOutAsync(HalfwayScheme);
    }

    private static ClaimsPrincipal Principal(Person person, SignInWay way, string scheme, DateTimeOffset since) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, person.Id.ToString(CultureInfo.InvariantCulture)),
                    new Claim(
                        ViewerMiddleware.MunicipalityClaim,
                        person.MunicipalityId.ToString(CultureInfo.InvariantCulture)
                    ),
                    new Claim(StampClaim, person.SecurityStamp ?? ""),
                    new Claim(WayClaim, way.ToString()),
                    new Claim(SinceClaim, since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                ],
                scheme
            )
        );
}

/// <summary>What a session cookie says; it counts only within its own municipality.</summary>
/// <param name="Stamp">Changes when somebody signs out everywhere or changes a key; older sessions then count no more.</param>
/// <param name="Since">When the person last signed in; long ago when it does not say.</param>
public sealed record SessionClaims(long PersonId, string Stamp, SignInWay Way, DateTimeOffset Since)
{
    public static SessionClaims? Of(ClaimsPrincipal? user, long municipalityId) =>
        user?.Identity?.IsAuthenticated == true
        && user.FindFirstValue(ViewerMiddleware.MunicipalityClaim)
            == municipalityId.ToString(CultureInfo.InvariantCulture)
        && long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            ? new(
                id,
                user.FindFirstValue(Session.StampClaim) ?? "",
                Enum.TryParse<SignInWay>(user.FindFirstValue(Session.WayClaim), out var way) ? way : SignInWay.Mail,
                DateTimeOffset.FromUnixTimeSeconds(
                    long.TryParse(
                        user.FindFirstValue(Session.SinceClaim),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var second
                    )
                        ? second
                        : 0
                )
            )
            : null;
}
