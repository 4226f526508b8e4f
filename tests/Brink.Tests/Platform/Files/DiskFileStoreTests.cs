using System.Security.Cryptography;
using Brink.Platform.Files;

namespace Brink.Tests.Platform.Files;

public sealed class DiskFileStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("files").FullName;

    [Fact]
    public async Task Save_KeepsTheContentUnderItsHash()
    {
        var store = Store();

        var hash = await store.SaveAsync("dorp"u8.ToArray());

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("dorp"u8)), hash);
        Assert.Equal("dorp"u8.ToArray(), Read(store, hash));
        Assert.Equal([Path.Combine(folder, hash[..2], hash[2..4], hash)], Files());
    }

    [Fact]
    public async Task Save_OfTheSameTwice_KeepsOne()
    {
        var store = Store();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => store.SaveAsync("dorp"u8.ToArray())));

        Assert.Single(Files());
    }

    [Fact]
    public async Task Save_OverAFileThatWasCutShort_MendsIt()
    {
        var store = Store();
        var hash = await store.SaveAsync("dorp"u8.ToArray());
        await File.WriteAllBytesAsync(Files().Single(), "do"u8.ToArray());

        await store.SaveAsync("dorp"u8.ToArray());

        Assert.Equal("dorp"u8.ToArray(), Read(store, hash));
    }

    [Fact]
    public async Task Save_IsForTheOwnUserOnly()
    {
        await Store().SaveAsync("dorp"u8.ToArray());

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Files().Single()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Open_OfSomethingElse_IsNull(string hash)
    {
        Assert.Null(Store().Open(hash));
        Store().Delete(hash);
    }

    [Fact]
    public async Task Delete_TakesTheFileAway()
    {
        var store = Store();
        var hash = await store.SaveAsync("dorp"u8.ToArray());

        store.Delete(hash);

        Assert.Null(store.Open(hash));
        Assert.Empty(Files());
    }

    [Fact]
    public void AfterAKill_WhatWasHalfWrittenIsSweptAway()
    {
        Store();
        var (old, young) = (Path.Combine(folder, "incoming", "old"), Path.Combine(folder, "incoming", "young"));
        File.WriteAllText(old, "half");
        File.WriteAllText(young, "half");
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));

        Store();

        Assert.Equal([young], Files());
    }

    [Fact]
    public async Task Save_WhenTheDiskIsFull_SaysSoAndLeavesNothing()
    {
        var (code, _, errors) = OutsideProgram.Run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder);
        Assert.SkipUnless(code == 0, $"A small disk can't be mounted here: {errors}");
        try
        {
            var store = Store();
            var kept = await store.SaveAsync(new byte[1000]);

            await Assert.ThrowsAsync<StorageFullException>(() => store.SaveAsync(new byte[1_000_000]));

            Assert.EndsWith(kept, Assert.Single(Files()), StringComparison.Ordinal);
            Assert.Equal(new byte[1000], Read(store, kept));
            Assert.NotNull(await store.SaveAsync(new byte[2000]));
        }
        finally
        {
            OutsideProgram.Run("umount", folder);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private DiskFileStore Store() => new(folder, TimeProvider.System);

    private string[] Files() => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

    private static byte[] Read(DiskFileStore store, string hash)
    {
        using var file = store.Open(hash)!;
        var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }
}
