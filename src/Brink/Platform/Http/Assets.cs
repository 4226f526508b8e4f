using Microsoft.AspNetCore.Authorization;

namespace Brink.Platform.Http;

/// <summary>Style sheets, scripts, fonts and drawings: compressed once at build time and kept for ever by browsers.</summary>
public static class Assets
{
    /// <summary>What the build made, beside the program, whatever program hosts it.</summary>
    public const string List = "Brink.staticwebassets.endpoints.json";

    public static void AddBrinkAssets(this WebApplicationBuilder builder)
    {
        // The compressed copies of a build stand outside wwwroot; this list knows where.
        builder.WebHost.UseSetting(
            WebHostDefaults.StaticWebAssetsKey,
            Path.Combine(AppContext.BaseDirectory, "Brink.staticwebassets.runtime.json")
        );
        builder.WebHost.UseStaticWebAssets();
        // A build would else answer every absent file itself, by an address that declares no access.
        builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false");
    }

    public static void MapBrinkAssets(this WebApplication app) =>
        app.MapStaticAssets(List).Add(endpoint => endpoint.Metadata.Add(new AllowAnonymousAttribute()));
}
