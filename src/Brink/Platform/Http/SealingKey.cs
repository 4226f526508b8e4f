using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Brink.Platform.Files;
using Brink.Platform.Startup;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Brink.Platform.Http;

/// <summary>
/// The key that seals the keys in the database. It stands in a file of its own: a copy of the database alone opens
/// nothing. Whoever loses it loses what was sealed, so it goes along in every backup.
/// </summary>
public static class SealingKey
{
    private const int Bits = 3072;

    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "keys", "sealing.pfx");

    /// <summary>Made when absent; instances that start together on one folder get the same.</summary>
    public static X509Certificate2 Of(string dataFolder)
    {
        var path = PathIn(dataFolder);
        if (!File.Exists(path))
        {
            Make(path);
        }

        return X509CertificateLoader.LoadPkcs12FromFile(path, null);
    }

    /// <exception cref="CannotStartException">The database was sealed with another key.</exception>
    public static void EnsureOpens(IServiceProvider services, string dataFolder)
    {
        try
        {
            foreach (var key in services.GetRequiredService<IKeyManager>().GetAllKeys())
            {
                _ = key.CreateEncryptor();
            }
        }
        catch (Exception problem) when (problem is CryptographicException or InvalidOperationException)
        {
            throw new CannotStartException(
                $"{PathIn(dataFolder)} does not open the keys in this database: put back the file that belongs to it. It is in the backup.",
                problem
            );
        }
    }

    private static void Make(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        PrivateFolder.Make(folder);
        using var key = RSA.Create(Bits);
        var request = new CertificateRequest("CN=Brink", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        // No other program looks at its dates; it lasts as long as what it seals.
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var aside = Path.Combine(folder, Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(aside, options))
        {
            file.Write(made.Export(X509ContentType.Pkcs12));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another instance was first.
            File.Delete(aside);
        }
    }
}
