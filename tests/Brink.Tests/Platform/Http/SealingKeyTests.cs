using Brink.Platform.Database;
using Brink.Platform.Http;
using Brink.Platform.Startup;
using Brink.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Brink.Tests.Platform.Http;

/// <summary>A copy of the database alone opens nothing that is sealed.</summary>
public sealed class SealingKeyTests(BrinkHost host) : IClassFixture<BrinkHost>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("brink-seal-").FullName;

    [Fact]
    public void Of_Twice_IsOneKeyThatNobodyElseReads()
    {
        using var first = SealingKey.Of(folder);
        using var second = SealingKey.Of(folder);

        Assert.Equal(first.Thumbprint, second.Thumbprint);
        Assert.True(second.HasPrivateKey);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(SealingKey.PathIn(folder)));
    }

    [Fact]
    public async Task Of_ByInstancesThatStartTogether_IsOneKey()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SealingKey.Of(folder))));

        Assert.Single(made.Select(key => key.Thumbprint).Distinct());
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(SealingKey.PathIn(folder))!));
    }

    [Fact]
    public async Task Keys_InTheDatabase_AreSealed()
    {
        host.Services.GetDataProtector("test").Protect("x");

        var keys = await host.DbAsync(db => db.DataProtectionKeys.Select(k => k.Xml).ToArrayAsync());

        Assert.NotEmpty(keys);
        Assert.All(
            keys,
            xml =>
            {
                Assert.Contains("EncryptedData", xml, StringComparison.Ordinal);
                Assert.DoesNotContain("<masterKey", xml, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void EnsureOpens_WithTheKeyOfAnotherDatabase_SaysWhichFileIsMissing()
    {
        host.Services.GetDataProtector("test").Protect("x");
        var services = new ServiceCollection().AddLogging();
        services.AddBrinkDatabase(host.Database.AppConnectionString);
        services.AddSharedKeys(folder);
        using var other = services.BuildServiceProvider();

        var refusal = Assert.Throws<CannotStartException>(() => SealingKey.EnsureOpens(other, folder));

        Assert.Contains(SealingKey.PathIn(folder), refusal.Message, StringComparison.Ordinal);
        SealingKey.EnsureOpens(host.Services, folder);
    }

    [Theory]
    [InlineData("DELETE FROM data_protection_keys")]
    [InlineData("UPDATE data_protection_keys SET xml = ''")]
    public async Task Keys_CantBeChangedByTheProgramsOwnRole(string sql) =>
        await Assert.ThrowsAsync<PostgresException>(() => host.DbAsync(db => db.Database.ExecuteSqlRawAsync(sql)));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
