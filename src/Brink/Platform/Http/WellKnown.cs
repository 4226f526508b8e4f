using Brink.Platform.Localisation;
using Brink.Platform.Tenancy;

namespace Brink.Platform.Http;

/// <summary>What programs of others look for at a fixed place.</summary>
public static class WellKnown
{
    /// <summary>Where to report a weakness: a mailto: or https: address. Without it the municipality's own mail address.</summary>
    public const string SecuritySetting = "BRINK_SECURITY_CONTACT";

    /// <summary>Days for which security.txt promises to be right; it is made anew at each request.</summary>
    private const int Holds = 180;

    /// <summary>Pages of persons, and secret links that somebody may have left somewhere.</summary>
    private static readonly string[] NotForSearchEngines =
    [
        "/mijn",
        "/beheer",
        "/inloggen",
        "/uitloggen",
        "/afmelden/",
        "/volgen/",
        "/idee/",
        "/insluiten/",
        "/postvak",
        "/zoeken",
    ];

    public static void MapWellKnown(this WebApplication app)
    {
        app.MapGet("/.well-known/security.txt", Security).AllowAnonymous();
        app.MapGet("/robots.txt", Robots).AllowAnonymous();
    }

    /// <summary>RFC 9116.</summary>
    private static IResult Security(
        HttpContext context,
        Tenant tenant,
        IConfiguration configuration,
        TimeProvider time
    ) =>
        Text(
            "Contact: " + Contact(context, tenant, configuration[SecuritySetting]),
            $"Expires: {DutchTime.Today(time).AddDays(Holds):yyyy-MM-dd}T00:00:00Z",
            "Preferred-Languages: nl, en",
            "Canonical: " + context.Request.Absolute("/.well-known/security.txt")
        );

    private static string Contact(HttpContext context, Tenant tenant, string? set) =>
        !string.IsNullOrEmpty(set) ? set
        : tenant.Info.ContactMail.Length > 0 ? "mailto:" + tenant.Info.ContactMail
        : context.Request.Absolute("/contact");

    private static IResult Robots(HttpContext context) =>
        Text([
            "User-agent: *",
            .. NotForSearchEngines.Select(path => "Disallow: " + path),
            "Sitemap: " + context.Request.Absolute("/sitemap.xml"),
        ]);

    private static IResult Text(params string[] lines) =>
        Results.Text(string.Join('\n', lines) + "\n", "text/plain", System.Text.Encoding.UTF8);
}
