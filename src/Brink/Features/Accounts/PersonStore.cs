using System.Globalization;
using Brink.Platform.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts;

/// <summary>
/// People as ASP.NET Core Identity sees them: those of one municipality. It changes rows and leaves saving to the page,
/// so that the change and its line in the journal are one transaction.
/// </summary>
public sealed class PersonStore
    : UserOnlyStore<Person, BrinkDb, long, PersonClaim, PersonLogin, PersonToken, PersonPasskey>
{
    private readonly BrinkDb db;

    public PersonStore(BrinkDb db, IdentityErrorDescriber? describer = null)
        : base(db, describer)
    {
        this.db = db;
        AutoSaveChanges = false;
    }

    public override Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken = default) =>
        long.TryParse(userId, CultureInfo.InvariantCulture, out var id)
            ? FindUserAsync(id, cancellationToken)
            : Task.FromResult<Person?>(null);

    protected override Task<PersonToken?> FindTokenAsync(
        Person user,
        string loginProvider,
        string name,
        CancellationToken cancellationToken
    ) =>
        db.Set<PersonToken>()
            .FirstOrDefaultAsync(
                t => t.UserId == user.Id && t.LoginProvider == loginProvider && t.Name == name,
                cancellationToken
            );

    protected override PersonClaim CreateUserClaim(Person user, System.Security.Claims.Claim claim)
    {
        var made = base.CreateUserClaim(user, claim);
        made.MunicipalityId = user.MunicipalityId;
        return made;
    }

    protected override PersonLogin CreateUserLogin(Person user, UserLoginInfo login)
    {
        var made = base.CreateUserLogin(user, login);
        made.MunicipalityId = user.MunicipalityId;
        return made;
    }

    protected override PersonToken CreateUserToken(Person user, string loginProvider, string name, string? value)
    {
        var made = base.CreateUserToken(user, loginProvider, name, value);
        made.MunicipalityId = user.MunicipalityId;
        return made;
    }

    protected override PersonPasskey CreateUserPasskey(Person user, UserPasskeyInfo passkey)
    {
        var made = base.CreateUserPasskey(user, passkey);
        made.MunicipalityId = user.MunicipalityId;
        return made;
    }
}
