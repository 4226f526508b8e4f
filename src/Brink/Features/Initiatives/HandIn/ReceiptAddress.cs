using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>The address of a receipt: sealed, because the idea is still nobody else's business, and good for a day.</summary>
public sealed class ReceiptAddress(IDataProtectionProvider protection, Platform.Tenancy.Tenant tenant)
{
    public string Of(long initiativeId) => "/idee/ontvangen/" + Token(initiativeId);

    /// <summary>The last part of such an address, also for what is no idea.</summary>
    public string Token(long subjectId) =>
        Protector().Protect(subjectId.ToString(CultureInfo.InvariantCulture), TimeSpan.FromDays(1));

    /// <returns>The initiative or other subject, or null when the address is made up, too old or of another municipality.</returns>
    public long? Read(string token)
    {
        try
        {
            return long.Parse(Protector().Unprotect(token), CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector() =>
        protection
            .CreateProtector("hand-in receipt", tenant.Id.ToString(CultureInfo.InvariantCulture))
            .ToTimeLimitedDataProtector();
}
