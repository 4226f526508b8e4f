using Brink.Platform.Database;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Identity;

namespace Brink.Features.Accounts;

/// <summary>
/// Somebody known by a mail address or a telephone number. Whoever hands in without an account is a person too, so that
/// a later account is the same person. A password, second factor or passkey is optional.
/// </summary>
public partial class Person : IdentityUser<long>, ITenantEntity
{
    public long MunicipalityId { get; set; }

    /// <summary>As the person writes it; for roles in the example the name of the role.</summary>
    public string Name { get; set; } = "";

    /// <summary>Language of mails: nl, en or another for which texts exist.</summary>
    public string Language { get; set; } = "nl";
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? LastSignedInAt { get; set; }

    /// <summary>Wrong codes of the second step since the last sign-in. Wrong passwords are counted apart.</summary>
    public int WrongCodes { get; private set; }
    public DateTimeOffset? SecondStepClosedUntil { get; private set; }

    /// <summary>Whether officials may see the telephone number and mail address; never without consent (P8).</summary>
    public bool ContactIsShared { get; set; }

    public static Person WithMail(string name, string mail, DateTimeOffset at) =>
        new()
        {
            Name = TextRules.Line(name),
            Email = mail,
            NormalizedEmail = Normalise(mail),
            UserName = mail,
            NormalizedUserName = Normalise(mail),
            SecurityStamp = Platform.Secret.New(),
            CreatedAt = at,
        };

    /// <summary>A person without a mail address; reached by telephone or through the contact person.</summary>
    public static Person WithTelephone(string name, string telephone, DateTimeOffset at)
    {
        var unique = "tel-" + Platform.Secret.New();
        return new()
        {
            Name = TextRules.Line(name),
            PhoneNumber = telephone,
            UserName = unique,
            NormalizedUserName = unique.ToUpperInvariant(),
            SecurityStamp = Platform.Secret.New(),
            CreatedAt = at,
        };
    }

    public static string Normalise(string mail) => mail.Trim().ToUpperInvariant();
}

public class PersonClaim : IdentityUserClaim<long>, Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
}

public class PersonLogin : IdentityUserLogin<long>, Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
}

public class PersonToken : IdentityUserToken<long>, Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
}

public class PersonPasskey : IdentityUserPasskey<long>, Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
}
