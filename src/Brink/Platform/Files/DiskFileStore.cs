using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Brink.Platform.Files;

/// <summary>
/// Files in folders by the first digits of their hash: <c>ab/cd/abcd…</c>. A file is written under <c>incoming</c> in the
/// same file system and then renamed, so a reader sees it whole or not at all.
/// </summary>
public sealed class DiskFileStore : IFileStore
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");
    private const long LeftFree = 512L << 20;
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);
    private readonly string root;
    private readonly string incoming;

    /// <param name="root">Made when absent; only the program's own user may read in it.</param>
    public DiskFileStore(string root, TimeProvider time)
    {
        this.root = Path.GetFullPath(root);
        incoming = Path.Combine(this.root, "incoming");
        MakeFolder(incoming);
        SweepAbandoned(time.GetUtcNow().UtcDateTime);
    }

    public async Task<string> SaveAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var place = PlaceOf(hash);
        if (File.Exists(place) && new FileInfo(place).Length == content.Length)
            return hash;
        EnsureRoom(content.Length);
        var temporary = Path.Combine(incoming, RandomNumberGenerator.GetHexString(32, lowercase: true));
        try
        {
            await WriteAsync(temporary, content, cancellation);
            MakeFolder(Path.GetDirectoryName(place)!);
            File.Move(temporary, place, overwrite: true);
            FolderSync.Flush(Path.GetDirectoryName(place)!);
        }
        catch (IOException problem) when (IsFull(problem))
        {
            throw new StorageFullException(problem);
        }
        finally
        {
            File.Delete(temporary);
        }
        return hash;
    }

    /// <summary>Photos leave room: the database mostly stands on the same disk, and it must go on.</summary>
    private void EnsureRoom(int length)
    {
        var disk = new DriveInfo(root);
        if (disk.AvailableFreeSpace - length < Math.Min(LeftFree, disk.TotalSize / 20))
            throw new StorageFullException(new IOException("Too little room is left on the disk."));
    }

    public Stream? Open(string hash)
    {
        if (!IsHash(hash))
            return null;
        try
        {
            return new FileStream(
                PlaceOf(hash),
                new FileStreamOptions
                {
                    Access = FileAccess.Read,
                    Share = FileShare.ReadWrite | FileShare.Delete,
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                }
            );
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Delete(string hash)
    {
        if (IsHash(hash) && File.Exists(PlaceOf(hash)))
            File.Delete(PlaceOf(hash));
    }

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, options);
        await file.WriteAsync(content, cancellation);
        file.Flush(flushToDisk: true);
    }

    private void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        PrivateFolder.Make(folder);
        for (var above = folder; above.Length > root.Length; )
            FolderSync.Flush(above = Path.GetDirectoryName(above)!);
    }

    /// <summary>A process that was killed leaves its half file; nobody refers to it.</summary>
    private void SweepAbandoned(DateTime now)
    {
        foreach (var file in new DirectoryInfo(incoming).EnumerateFiles())
            if (now - file.LastWriteTimeUtc > Abandoned)
                file.Delete();
    }

    private string PlaceOf(string hash) => Path.Combine(root, hash[..2], hash[2..4], hash);

    private static bool IsHash(string text) => text.Length == 64 && !text.AsSpan().ContainsAnyExcept(Digits);

    private static bool IsFull(IOException problem)
    {
        const int fileTooLarge = 27;
        const int noSpaceOnDevice = 28;
        const int overQuota = 122;
        const int windowsDiskFull = unchecked((int)0x80070070);
        return problem.HResult is fileTooLarge or noSpaceOnDevice or overQuota or windowsDiskFull;
    }

    /// <summary>A rename is only safe against a power cut when its folder is flushed too; .NET has no call for that.</summary>
    private static class FolderSync
    {
        public static void Flush(string folder)
        {
            if (OperatingSystem.IsWindows())
                return;
            var handle = Open(folder, 0);
            if (handle < 0)
                return;
            _ = Sync(handle);
            _ = Close(handle);
        }

        [DllImport("libc", EntryPoint = "open")]
        private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync")]
        private static extern int Sync(int handle);

        [DllImport("libc", EntryPoint = "close")]
        private static extern int Close(int handle);
    }
}
