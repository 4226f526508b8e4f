using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Brink.Platform.Http;

/// <summary>Who asks, as far as limits can know: a household or office has one IPv4 address, or the first 64 bits of IPv6.</summary>
public static class ClientNetwork
{
    public static string Of(IPAddress? address) =>
        address is null ? ""
        : address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
        : string.Create(CultureInfo.InvariantCulture, $"{address.MapToIPv4()}");
}
