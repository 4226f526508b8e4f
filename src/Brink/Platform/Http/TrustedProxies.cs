using System.Net;
using Brink.Platform.Startup;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Brink.Platform.Http;

/// <summary>
/// The web servers before Brink whose word counts for who asked and whether over HTTPS. Nobody's by default: whoever is
/// believed could else pass for any other client. The host name is never taken from such a header but from the request.
/// </summary>
public static class TrustedProxies
{
    /// <summary>Addresses and networks, with commas between: <c>127.0.0.1, 10.1.0.0/16</c>.</summary>
    public const string Setting = "BRINK_TRUSTED_PROXIES";

    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app, IConfiguration configuration)
    {
        var networks = Read(configuration[Setting]);
        if (networks.Count == 0)
        {
            return app;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // Each step back is believed only when it came from a trusted address, however many there are.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        return app.UseForwardedHeaders(options);
    }

    /// <exception cref="CannotStartException">Something in it is neither an address nor a network.</exception>
    public static IReadOnlyList<IPNetwork> Read(string? setting) =>
        [
            .. (setting ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Network),
        ];

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new CannotStartException(
            $"{Setting} holds '{text}': give addresses such as 127.0.0.1 or networks such as 10.1.0.0/16, with commas between."
        );
}
