using System.Xml.Linq;
using Brink.Platform.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Brink.Platform.Http;

/// <summary>
/// Keys that sign cookies and forms stand in the database, so that all instances share them; sealed, see
/// <see cref="SealingKey"/>.
/// </summary>
public sealed class KeysInDatabase(IDbContextFactory<BrinkDb> databases) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.DataProtectionKeys.AsNoTracking().Select(k => k.Xml).ToArray().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.DataProtectionKeys.Add(
            new DataProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) }
        );
        db.SaveChanges();
    }
}

public static class KeyServices
{
    /// <param name="dataFolder">Where the key stands that seals them.</param>
    public static IServiceCollection AddSharedKeys(this IServiceCollection services, string dataFolder)
    {
        services.AddDataProtection().SetApplicationName("Brink").ProtectKeysWithCertificate(SealingKey.Of(dataFolder));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, UseDatabase>();
        return services;
    }

    private sealed class UseDatabase(IDbContextFactory<BrinkDb> databases) : IConfigureOptions<KeyManagementOptions>
    {
        public void Configure(KeyManagementOptions options) => options.XmlRepository = new KeysInDatabase(databases);
    }
}
