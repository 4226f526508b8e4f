using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Brink.Platform;

/// <summary>Random secrets of 128 bits, and the hash under which they are stored.</summary>
public static class Secret
{
    /// <returns>22 characters that are safe in an address.</returns>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <returns>SHA-256: a secret of 128 random bits needs no slow hash.</returns>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
