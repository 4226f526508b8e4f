namespace Brink.Features.Accounts;

/// <summary>What the journal says about signing in and the keys to it. References only: no address, no code, no secret.</summary>
public static class AccountVerbs
{
    /// <summary>About: <c>way</c>, one of <see cref="SignInWay"/>.</summary>
    public const string SignedIn = "account.signed-in";

    /// <summary>About: <c>person</c> whose account it was tried on, <c>way</c> and <c>reason</c>.</summary>
    public const string SignInRefused = "account.sign-in-refused";

    /// <summary>One wrong try too many. About: <c>person</c>, <c>way</c> and <c>reason</c>: a password or a code.</summary>
    public const string Locked = "account.locked";

    /// <summary>The second step is still owed. About: <c>way</c>.</summary>
    public const string FirstStepPassed = "account.first-step-passed";

    /// <summary>Nothing bound this person to Brink. About: <c>person</c>.</summary>
    public const string Forgotten = "account.forgotten";
    public const string LinkAsked = "account.link-asked";
    public const string SignedOut = "account.signed-out";
    public const string SignedOutEverywhere = "account.signed-out-everywhere";
    public const string SettingsChanged = "account.settings-changed";
    public const string PasswordSet = "account.password-set";
    public const string PasswordRemoved = "account.password-removed";
    public const string SecondFactorOn = "account.second-factor-on";
    public const string SecondFactorOff = "account.second-factor-off";
    public const string RecoveryCodesMade = "account.recovery-codes-made";
    public const string RecoveryCodeUsed = "account.recovery-code-used";
    public const string PasskeyAdded = "account.passkey-added";
    public const string PasskeyRenamed = "account.passkey-renamed";
    public const string PasskeyRemoved = "account.passkey-removed";

    /// <summary>About: <c>purpose</c>, and <c>contribution</c> where it is about one.</summary>
    public const string ConsentGiven = "account.consent-given";
    public const string ConsentWithdrawn = "account.consent-withdrawn";
    public const string AddressAsked = "account.address-asked";
    public const string AddressChanged = "account.address-changed";
    public const string OwnDataDownloaded = "account.own-data-downloaded";

    /// <summary>Warned that an unused account will go. About: <c>person</c>.</summary>
    public const string EraseAnnounced = "account.erase-announced";

    /// <summary>The warned person wants the account to stay.</summary>
    public const string Kept = "account.kept";

    /// <summary>Name, address and keys are gone; what was public stays as that of a resident, or went. About: <c>person</c>.</summary>
    public const string Erased = "account.erased";

    /// <summary>Somebody read the journal. About: the filters that were chosen, and <c>page</c>.</summary>
    public const string JournalRead = "journal.read";
    public const string JournalDownloaded = "journal.downloaded";
}

public enum SignInWay
{
    Mail,
    Password,
    Passkey,

    /// <summary>From the console of the example.</summary>
    Example,

    /// <summary>By setting up the installation.</summary>
    FirstAdministrator,
}

public enum SignInRefusal
{
    WrongPassword,
    WrongCode,
    Locked,
    LinkUsed,
    LinkExpired,
    SecondFactorMissing,
    PasskeyNotAccepted,
}
