using Brink.Platform.Tenancy;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Brink.Features.Notices;

/// <summary>The address of a municipality's site, for links that leave it.</summary>
public sealed class SiteAddress(IConfiguration configuration, IServer server)
{
    public const string Setting = "BRINK_ADDRESS";

    /// <returns>Such as <c>https://brink.middendrenthe.example</c>, without a slash at the end.</returns>
    public string Of(TenantInfo tenant)
    {
        if (configuration[Setting] is { Length: > 0 } set)
        {
            // With more municipalities each keeps its own host name.
            return set.Replace("{host}", tenant.Host, StringComparison.Ordinal).TrimEnd('/');
        }

        return tenant.IsExample && Listening() is { } local ? local : "https://" + tenant.Host;
    }

    /// <summary>The example is tried on the machine itself.</summary>
    private string? Listening() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } bound
        && Uri.TryCreate(
            bound
                .Replace("*", "localhost", StringComparison.Ordinal)
                .Replace("+", "localhost", StringComparison.Ordinal),
            UriKind.Absolute,
            out var address
        )
            ? $"{address.Scheme}://{(address.Host is "0.0.0.0" or "[::]" ? "localhost" : address.Host)}:{address.Port}"
            : null;
}
