using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Brink.Platform.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace Brink.Features.Places.Import;

/// <summary>
/// A file between its preview and its confirmation. It travels with the page, sealed, so that nothing waits on the
/// server and nobody confirms another file than was shown.
/// </summary>
public sealed class PendingImport(IDataProtectionProvider protection, Tenant tenant)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    public string Seal(byte[] content, string fingerprint, long personId, DateTimeOffset now)
    {
        using var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Fastest)))
        {
            writer.Write(now.ToUnixTimeSeconds());
            writer.Write(fingerprint);
            writer.Write(content.Length);
            writer.Write(content);
        }

        return Convert.ToBase64String(Protector(personId).Protect(packed.ToArray()));
    }

    /// <returns>Null when it is too old, or not as it was sealed for this person.</returns>
    public (byte[] Content, string Fingerprint)? Open(string? sealedFile, long personId, DateTimeOffset now)
    {
        try
        {
            var packed = Protector(personId).Unprotect(Convert.FromBase64String(sealedFile ?? ""));
            using var reader = new BinaryReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress));
            var at = DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64());
            var fingerprint = reader.ReadString();
            var content = reader.ReadBytes(reader.ReadInt32());
            return now - at < Lasts ? (content, fingerprint) : null;
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Protector(long personId) =>
        protection.CreateProtector(
            "Brink.Import",
            tenant.Id.ToString(CultureInfo.InvariantCulture),
            personId.ToString(CultureInfo.InvariantCulture)
        );
}
