namespace Brink.Features.Accounts;

/// <summary>Addresses of signing in and of one's own account.</summary>
public static class AccountLinks
{
    public const string SignIn = "/inloggen";
    public const string LinkSent = "/inloggen/verstuurd";
    public const string Password = "/inloggen/wachtwoord";
    public const string Passkey = "/inloggen/passkey";
    public const string SecondStep = "/inloggen/code";
    public const string SignOut = "/uitloggen";
    public const string SignedOut = "/uitgelogd";
    public const string Settings = "/mijn/instellingen";
    public const string SettingsPassword = "/mijn/instellingen/wachtwoord";
    public const string SettingsSecondStep = "/mijn/instellingen/tweede-stap";
    public const string SettingsRecoveryCodes = "/mijn/instellingen/herstelcodes";
    public const string SettingsPasskeys = "/mijn/instellingen/passkeys";
    public const string OwnData = "/mijn/gegevens";
    public const string OwnDataAll = "/mijn/gegevens/alles";
    public const string OwnDataDownload = "/mijn/gegevens/alles?handler=Download";
    public const string OwnAddress = "/mijn/gegevens/mailadres";
    public const string Consents = "/mijn/gegevens/toestemmingen";
    public const string Erase = "/mijn/gegevens/verwijderen";
    public const string EraseWords = "/mijn/gegevens/verwijderen/teksten";
    public const string EraseInitiatives = "/mijn/gegevens/verwijderen/initiatieven";
    public const string EraseCheck = "/mijn/gegevens/verwijderen/controle";
    public const string Erased = "/gegevens-verwijderd";
    public const string PrivacyRegister = "/privacy/register";
    public const string Journal = "/beheer/logboek";

    /// <summary>Where somebody lands who came from nowhere in particular.</summary>
    public const string AfterSignIn = "/mijn";

    /// <summary>The address in the mail; opening it asks for one press on a button.</summary>
    public static string SignInLink(string secret) => $"/inloggen/link/{secret}";

    /// <param name="address">Where the link leads after signing in.</param>
    public static string SignInLink(string secret, string address) =>
        $"{SignInLink(secret)}?{ReturnAddress.Parameter}={Uri.EscapeDataString(address)}";

    public static string OwnDataPart(string code) => $"/mijn/gegevens/deel/{code}";

    public static string ConfirmAddress(string secret) => $"/mailadres-bevestigen/{secret}";

    public static string KeepAccount(string secret) => $"/account-houden/{secret}";

    public static string ExampleSignIn(string secret) => $"/inloggen/voorbeeld/{secret}";

    public static string FirstAdministrator(string secret) => $"/eerste-beheerder/{secret}";

    /// <summary>To sign in once more before going on to the address.</summary>
    public static string SignInAgain(string address) =>
        $"/mijn/instellingen/opnieuw-inloggen?{ReturnAddress.Parameter}={Uri.EscapeDataString(address)}";

    public static string SignInAndReturnTo(string address) =>
        $"{SignIn}?{ReturnAddress.Parameter}={Uri.EscapeDataString(address)}";
}
