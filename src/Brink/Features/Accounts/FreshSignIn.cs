namespace Brink.Features.Accounts;

/// <summary>
/// What gives a lasting hold on an account, on Brink or on money is changed only by who signed in a moment ago, so that a
/// device left open is not enough.
/// </summary>
public static class FreshSignIn
{
    /// <summary>How long ago one may have signed in to open such a page; sending it in may take as long again.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    public static bool Is(HttpContext context, long municipalityId, DateTimeOffset now)
    {
        var allowed = HttpMethods.IsGet(context.Request.Method) ? Lasts : Lasts * 2;
        return SessionClaims.Of(context.User, municipalityId) is { } session && now - session.Since <= allowed;
    }
}
