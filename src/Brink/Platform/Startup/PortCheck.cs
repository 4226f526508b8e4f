using System.Net;
using System.Net.Sockets;

namespace Brink.Platform.Startup;

public sealed class PortTakenException(int port)
    : CannotStartException($"Port {port} is taken by another program: choose another with --port.");

/// <summary>Tells before anything is started whether the port is free.</summary>
public static class PortCheck
{
    public static void EnsureFree(int port)
    {
        Try(new IPEndPoint(IPAddress.Loopback, port));
        if (Socket.OSSupportsIPv6)
            Try(new IPEndPoint(IPAddress.IPv6Loopback, port));
    }

    private static void Try(IPEndPoint address)
    {
        using var listener = new TcpListener(address);
        try
        {
            listener.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new PortTakenException(address.Port);
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new CannotStartException(
                $"Port {address.Port} is not for {Environment.UserName} to use: choose one from 1024 up with --port.",
                refused
            );
        }
        // A machine without an IPv6 loopback address.
        catch (SocketException absent) when (absent.SocketErrorCode == SocketError.AddressNotAvailable) { }
    }
}
