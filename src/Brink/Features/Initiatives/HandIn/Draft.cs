using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>
/// A half-written idea of somebody unknown. It is encrypted with a key that only the writer's browser has, so nobody
/// else can read it, and it is gone some days after the last answer, as many as the municipality chose.
/// </summary>
[NotJournaled("half-written and nobody's business until it is handed in")]
public class Draft : ITenantOwned
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public long MunicipalityId { get; set; }

    /// <summary>Hash of the secret in the browser.</summary>
    public byte[] SecretHash { get; private set; } = [];
    public byte[] Content { get; private set; } = [];

    /// <summary>Encrypted photos in the file store, to be removed with the draft.</summary>
    public string[] PhotoHashes { get; private set; } = [];
    public DateTimeOffset ExpiresAt { get; private set; }

    public static Draft Of(string secret) => new() { SecretHash = Secret.Hash(secret) };

    public void Write(Answers answers, string secret, DateTimeOffset now, TimeSpan keptFor)
    {
        Content = Encrypt(JsonSerializer.SerializeToUtf8Bytes(answers), secret);
        PhotoHashes = [.. answers.Photos.Select(photo => photo.StagedHash)];
        ExpiresAt = now + keptFor;
    }

    public Answers Read(string secret) => JsonSerializer.Deserialize<Answers>(Decrypt(Content, secret))!;

    internal static byte[] Encrypt(byte[] plain, string secret)
    {
        var sealedContent = new byte[NonceLength + TagLength + plain.Length];
        var nonce = sealedContent.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(KeyOf(secret), TagLength);
        cipher.Encrypt(
            nonce,
            plain,
            sealedContent.AsSpan(NonceLength + TagLength),
            sealedContent.AsSpan(NonceLength, TagLength)
        );
        return sealedContent;
    }

    internal static byte[] Decrypt(byte[] sealedContent, string secret)
    {
        var plain = new byte[sealedContent.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(KeyOf(secret), TagLength);
        cipher.Decrypt(
            sealedContent.AsSpan(0, NonceLength),
            sealedContent.AsSpan(NonceLength + TagLength),
            sealedContent.AsSpan(NonceLength, TagLength),
            plain
        );
        return plain;
    }

    private static byte[] KeyOf(string secret) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "brink draft"u8.ToArray());
}

public class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> entity)
    {
        entity.ToTable("hand_in_drafts");
        entity.HasKey(d => new { d.MunicipalityId, d.SecretHash });
        entity.HasIndex(d => new { d.MunicipalityId, d.ExpiresAt });
    }
}
