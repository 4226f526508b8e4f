using System.Net;
using System.Text.RegularExpressions;
using Brink.Features.Accounts;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Accounts;

public sealed class SettingsTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    private readonly TestData data = new(host);

    [Theory]
    [InlineData(AccountLinks.Settings)]
    [InlineData(AccountLinks.SettingsPassword)]
    [InlineData(AccountLinks.SettingsSecondStep)]
    [InlineData(AccountLinks.SettingsPasskeys)]
    public async Task Get_WhenNobodyIsSignedIn_AsksToSignInAndComesBack(string address)
    {
        var person = await data.PersonAsync();
        using var browser = host.Browser();

        var answer = await browser.AskAsync(address + "?x=1");

        Assert.Equal(
            $"{AccountLinks.SignIn}?terug={Uri.EscapeDataString(address + "?x=1")}",
            answer.Headers.Location!.ToString()
        );
        await browser.OpenAsync(answer.Headers.Location.ToString());
        await browser.OpenAsync(await host.LinkAsync(person));
        Assert.Equal(address + "?x=1", (await browser.SubmitOnlyAsync("Nu inloggen")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Post_KeepsNameTelephoneLanguageAndConsent()
    {
        var person = await data.PersonAsync();
        using var browser = await host.SignedInAsync(person);
        await browser.OpenAsync(AccountLinks.Settings);
        Assert.False((await host.PersonAsync(person)).ContactIsShared);

        await browser.SubmitAsync(
            "Bewaren",
            HttpStatusCode.OK,
            ("Uw naam", "Jo van der <b>Veen</b>"),
            ("Telefoonnummer", "0593 12 34 56"),
            ("Taal van uw mails", "en"),
            ("Iedereen mag mijn telefoonnummer en mailadres zien bij mijn taak", "ja")
        );

        Assert.Contains("Uw instellingen zijn bewaard.", browser.Text, StringComparison.Ordinal);
        var kept = await host.PersonAsync(person);
        Assert.Equal("Jo van der <b>Veen</b>", kept.Name);
        Assert.Equal("0593 12 34 56", kept.PhoneNumber);
        Assert.Equal("en", kept.Language);
        Assert.True(kept.ContactIsShared);
        Assert.DoesNotContain("<b>Veen", browser.Body, StringComparison.Ordinal);
        Assert.Contains(AccountVerbs.SettingsChanged, await host.VerbsAsync(person));
    }

    [Theory]
    [InlineData("", "0593 12 34 56", "Vul uw naam in.")]
    [InlineData("Jo", "bel me", "Vul een telefoonnummer in, zoals 0593 12 34 56.")]
    public async Task Post_WhenSomethingIsMissing_SaysSoAndKeepsWhatWasTyped(
        string name,
        string telephone,
        string message
    )
    {
        using var browser = await host.SignedInAsync(await data.PersonAsync());
        await browser.OpenAsync(AccountLinks.Settings);

        await browser.SubmitAsync(
            "Bewaren",
            HttpStatusCode.BadRequest,
            ("Uw naam", name),
            ("Telefoonnummer", telephone)
        );

        Assert.Contains(message, browser.Text, StringComparison.Ordinal);
        Assert.Equal(telephone, browser.Page.QuerySelector("#Telephone")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Post_WhenTheNameIsVeryLong_SaysHowLongItMayBe()
    {
        using var browser = await host.SignedInAsync(await data.PersonAsync());
        await browser.OpenAsync(AccountLinks.Settings);

        await browser.SubmitAsync("Bewaren", HttpStatusCode.BadRequest, ("Uw naam", new string('a', 100_000)));

        Assert.Contains("Houd uw naam op 120 tekens.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOutEverywhere_EndsEverySessionAtOnce()
    {
        var person = await data.PersonAsync();
        using var here = await host.SignedInAsync(person);
        using var there = await host.SignedInAsync(person);
        await here.OpenAsync(AccountLinks.Settings);

        await here.SubmitAsync("Op alle apparaten uitloggen");

        Assert.Equal(HttpStatusCode.Redirect, (await there.AskAsync(AccountLinks.Settings)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await here.AskAsync(AccountLinks.Settings)).StatusCode);
        Assert.Contains(AccountVerbs.SignedOutEverywhere, await host.VerbsAsync(person));
    }

    [Fact]
    public async Task Password_SetAndRemoved_EndsOtherSessionsAndNotThisOne()
    {
        var person = await data.PersonAsync();
        using var here = await host.SignedInAsync(person);
        using var there = await host.SignedInAsync(person);
        await here.OpenAsync(AccountLinks.SettingsPassword);
        await here.SubmitAsync("Wachtwoord bewaren", HttpStatusCode.OK, ("Nieuw wachtwoord", AccountsHost.Password));

        Assert.Contains("U hebt een wachtwoord.", here.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await there.AskAsync(AccountLinks.Settings)).StatusCode);
        using var other = host.Browser();
        await other.OpenAsync(AccountLinks.Password);
        await other.SubmitOnlyAsync(
            "Inloggen",
            ("Uw mailadres", person.Email!),
            ("Uw wachtwoord", AccountsHost.Password)
        );
        Assert.True(other.HasCookie("__Host-brink"));

        await here.OpenAsync(AccountLinks.SettingsPassword);
        await here.SubmitAsync("Wachtwoord verwijderen");
        Assert.Contains("U hebt geen wachtwoord.", here.Text, StringComparison.Ordinal);
        Assert.False((await host.PersonAsync(person)).HasPassword);
    }

    [Theory]
    [InlineData("kort", "Kies een wachtwoord van 12 tekens of meer.")]
    [InlineData("aaaaaaaaaaaaaaaa", "Dit wachtwoord is makkelijk te raden.")]
    [InlineData("123456789012", "Dit wachtwoord is makkelijk te raden.")]
    public async Task Password_WhenItIsWeak_SaysWhatToDo(string password, string message)
    {
        using var browser = await host.SignedInAsync(await data.PersonAsync());
        await browser.OpenAsync(AccountLinks.SettingsPassword);

        await browser.SubmitAsync("Wachtwoord bewaren", HttpStatusCode.BadRequest, ("Nieuw wachtwoord", password));

        Assert.Contains(message, browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_OfAnOfficial_AsksForTheSecondStepFirst()
    {
        var place = await data.PlaceAsync();
        using var browser = await host.SignedInAsync(place.Liaison);
        await browser.OpenAsync(AccountLinks.SettingsPassword);
        Assert.Contains(
            "Dan hoort bij een wachtwoord ook een code van uw telefoon.",
            browser.Text,
            StringComparison.Ordinal
        );

        var key = await TurnOnAsync(browser);
        await browser.OpenAsync(AccountLinks.SettingsPassword);
        await browser.SubmitAsync("Wachtwoord bewaren", HttpStatusCode.OK, ("Nieuw wachtwoord", AccountsHost.Password));
        await browser.OpenAsync(AccountLinks.SettingsSecondStep);
        Assert.Contains("Daarom blijft de tweede stap aan.", browser.Text, StringComparison.Ordinal);

        using var other = host.Browser();
        await other.OpenAsync(AccountLinks.Password);
        await other.SubmitAsync(
            "Inloggen",
            HttpStatusCode.OK,
            ("Uw mailadres", place.Liaison.Email!),
            ("Uw wachtwoord", AccountsHost.Password)
        );
        await other.SubmitOnlyAsync("Inloggen", ("Code", host.Code(key)));
        Assert.True(other.HasCookie("__Host-brink"));
    }

    [Fact]
    public async Task SecondStep_TurnedOn_ShowsRecoveryCodesOnceAndCanBeTurnedOff()
    {
        var person = await data.PersonAsync();
        using var browser = await host.SignedInAsync(person);
        await TurnOnAsync(browser);

        Assert.Equal(SecondFactor.RecoveryCodes, browser.Page.QuerySelectorAll("ol code").Length);
        Assert.True((await host.PersonAsync(person)).TwoFactorEnabled);
        var stored = await host.DbAsync(async db =>
            string.Join(
                ' ',
                (
                    await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(
                        db.Set<PersonToken>()
                    )
                ).Select(t => t.Value)
            )
        );
        Assert.All(
            browser.Page.QuerySelectorAll("ol code"),
            c =>
                Assert.DoesNotContain(
                    c.TextContent.Replace("-", "", StringComparison.Ordinal),
                    stored,
                    StringComparison.Ordinal
                )
        );

        await browser.OpenAsync(AccountLinks.SettingsSecondStep);
        Assert.Contains("U hebt nog 10 herstelcodes.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Nieuwe herstelcodes maken");
        Assert.Contains("Bewaar uw herstelcodes", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(AccountLinks.SettingsSecondStep);
        await browser.SubmitAsync("Tweede stap uitzetten");

        Assert.False((await host.PersonAsync(person)).TwoFactorEnabled);
        Assert.Equal(
            [
                AccountVerbs.SignedIn,
                AccountVerbs.SecondFactorOn,
                AccountVerbs.RecoveryCodesMade,
                AccountVerbs.SecondFactorOff,
            ],
            await host.VerbsAsync(person)
        );
    }

    [Fact]
    public async Task SecondStep_WhenTheCodeIsWrong_StaysOffWithTheSameKey()
    {
        var person = await data.PersonAsync();
        using var browser = await host.SignedInAsync(person);
        await browser.OpenAsync(AccountLinks.SettingsSecondStep);
        var key = Key(browser);

        await browser.SubmitAsync("Tweede stap aanzetten", HttpStatusCode.BadRequest, ("Code van zes cijfers", "12"));

        Assert.Equal(key, Key(browser));
        Assert.False((await host.PersonAsync(person)).TwoFactorEnabled);
    }

    private async Task<string> TurnOnAsync(TestBrowser browser)
    {
        await browser.OpenAsync(AccountLinks.SettingsSecondStep);
        var key = Key(browser);
        await browser.SubmitAsync("Tweede stap aanzetten", HttpStatusCode.OK, ("Code van zes cijfers", host.Code(key)));
        Assert.Contains("Bewaar uw herstelcodes", browser.Text, StringComparison.Ordinal);
        return key;
    }

    private static string Key(TestBrowser browser) =>
        Regex
            .Match(
                browser.Text,
                "sleutel over: (?<key>[A-Z2-7 ]{39})",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            )
            .Groups["key"]
            .Value.Replace(" ", "", StringComparison.Ordinal);
}
