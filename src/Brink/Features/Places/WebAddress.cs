namespace Brink.Features.Places;

/// <summary>The address of a website as people write it.</summary>
public static class WebAddress
{
    private const int Longest = 300;

    /// <returns>With https where nothing was said; empty for nothing; null when it is no address of a website.</returns>
    public static string? Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
        {
            return "";
        }

        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "https://" + text;
        }

        return
            text.Length <= Longest
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address.HostNameType == UriHostNameType.Dns
            && address.Host.Contains('.', StringComparison.Ordinal)
            && address.UserInfo.Length == 0
            ? address.AbsoluteUri
            : null;
    }
}
