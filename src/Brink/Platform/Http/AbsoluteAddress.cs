namespace Brink.Platform.Http;

/// <summary>Addresses for what leaves the site: feeds, programs, search engines.</summary>
public static class AbsoluteAddress
{
    public static string Absolute(this HttpRequest request, string path) =>
        $"{request.Scheme}://{request.Host.ToUriComponent()}{path}";
}
