using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Brink.Platform.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace Brink.Features.Places;

/// <summary>Bank account numbers as they lie in the database: unreadable without the program's keys.</summary>
public sealed class BankAccounts(IDataProtectionProvider protection, Tenant tenant)
{
    public byte[] Seal(Iban account) => Protector().Protect(Encoding.ASCII.GetBytes(account.Text));

    /// <returns>Null when there is none, or when it can't be read any more.</returns>
    public Iban? Open(byte[]? sealedAccount)
    {
        if (sealedAccount is null)
        {
            return null;
        }

        try
        {
            return Iban.Read(Encoding.ASCII.GetString(Protector().Unprotect(sealedAccount)));
        }
        catch (CryptographicException)
        {
            // The key is gone; the treasurer must enter it again.
            return null;
        }
    }

    private IDataProtector Protector() =>
        protection.CreateProtector("Brink.BankAccounts", tenant.Id.ToString(CultureInfo.InvariantCulture));
}
