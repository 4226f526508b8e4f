using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Brink.Platform.Files;

/// <param name="IsSmaller">False when no smaller one could be made and this is the photo itself.</param>
public sealed record Thumbnail(byte[] Content, string ContentType, bool IsSmaller);

/// <summary>
/// Smaller copies of photos, made by Debian's <c>vipsthumbnail</c> (package libvips-tools) where it is installed, else
/// the photo itself. The program gets fixed arguments, no environment, and limits on time and memory.
/// </summary>
public sealed class Thumbnails(ILogger<Thumbnails> log)
{
    private const string Program = "/usr/bin/vipsthumbnail";
    private const string Limiter = "/usr/bin/prlimit";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly SemaphoreSlim Places = new(2);

    public static bool AreMadeHere => File.Exists(Program);

    /// <param name="photo">As <see cref="PhotoMetadata.Strip"/> gave it.</param>
    /// <param name="most">Longest side in pixels; a smaller photo is not enlarged.</param>
    public async Task<Thumbnail> MakeAsync(byte[] photo, int most, CancellationToken cancellation = default)
    {
        var original = new Thumbnail(photo, ContentType.Of(photo) ?? "", IsSmaller: false);
        if (!AreMadeHere || !ContentType.IsPhoto(original.ContentType))
            return original;
        await Places.WaitAsync(cancellation);
        var folder = Path.Combine(Path.GetTempPath(), "brink-" + RandomNumberGenerator.GetHexString(32));
        try
        {
            PrivateFolder.Make(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, "photo"), photo, cancellation);
            var made = await RunAsync(folder, most, cancellation);
            // Once more: libvips writes an EXIF of its own.
            return made is not null && PhotoMetadata.Strip(made).Content is { } smaller && smaller.Length < photo.Length
                ? new Thumbnail(smaller, ContentType.WebP, IsSmaller: true)
                : original;
        }
        catch (Exception problem) when (problem is IOException or Win32Exception)
        {
            log.LogWarning(problem, "No thumbnail could be made.");
            return original;
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Places.Release();
        }
    }

    private async Task<byte[]?> RunAsync(string folder, int most, CancellationToken cancellation)
    {
        using var process = Process.Start(Command(folder, most))!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            var said = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode != 0)
                log.LogWarning("vipsthumbnail stopped with {Code}: {Said}", process.ExitCode, await said);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            log.LogWarning("vipsthumbnail took longer than {Patience}.", Patience);
            return null;
        }
        var made = Path.Combine(folder, "small.webp");
        return process.ExitCode == 0 && File.Exists(made) ? await File.ReadAllBytesAsync(made, cancellation) : null;
    }

    private static ProcessStartInfo Command(string folder, int most)
    {
        var size = most.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            Program,
            "photo",
            $"--size={size}x{size}>",
            "--export-profile=srgb",
            "--output=small.webp[Q=80,strip]",
        ];
        // Seconds of processor time, and bytes of memory: enough for the largest photo that is let in.
        string[] limited = File.Exists(Limiter) ? [Limiter, "--cpu=20", "--as=2147483648", .. arguments] : arguments;
        var command = new ProcessStartInfo(limited[0], limited[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        command.Environment.Clear();
        command.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        command.Environment["VIPS_CONCURRENCY"] = "1";
        return command;
    }
}
