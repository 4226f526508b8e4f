using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Brink.Features.Accounts;

/// <summary>
/// The six digits that an authenticator app shows (RFC 6238: HMAC-SHA-1, steps of 30 seconds). Own code, because the
/// framework's asks no clock that tests can set and takes the same code twice.
/// </summary>
public static class OneTimeCode
{
    private const int StepSeconds = 30;
    private const int KeyBytes = 20;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Telephones' clocks differ: the step before and the one after count too.</summary>
    private const int Slack = 1;

    /// <returns>160 random bits in base 32 (RFC 4648), as apps take them.</returns>
    public static string NewKey() => Base32(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <param name="lastStep">The step of the last code that was taken; that one and older ones count no more.</param>
    /// <returns>The step the code belongs to, or null when it is wrong.</returns>
    public static long? Check(string key, string code, DateTimeOffset now, long lastStep)
    {
        var typed = Encoding.ASCII.GetBytes(code);
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - Slack; step <= current + Slack; step++)
        {
            if (
                CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), typed)
                && step > lastStep
            )
            {
                found = step;
            }
        }

        return found;
    }

    public static string At(string key, DateTimeOffset now) => At(key, now.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>What the QR code says to the app.</summary>
    public static string Address(string key, string issuer, string account) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits=6&period={StepSeconds}"
        );

    [SuppressMessage(
        "Security",
        "CA5350",
        Justification = "Authenticator apps know no other, and HMAC-SHA-1 is sound."
    )]
    private static string At(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(Bytes(key), counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static string Base32(byte[] bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var part in bytes)
        {
            buffer = (buffer << 8) | part;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return text.ToString();
    }

    private static byte[] Bytes(string base32)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var sign in base32)
        {
            buffer = ((buffer << 5) | Alphabet.IndexOf(sign, StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
