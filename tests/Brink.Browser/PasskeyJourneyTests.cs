using System.Text.Json;
using Brink.Browser.Support;
using Brink.Features.Accounts;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Brink.Browser;

/// <summary>Passkeys with the authenticator that Chromium plays itself.</summary>
[Collection(nameof(SmallJourneys))]
public sealed class PasskeyJourneyTests(BrowserHost host)
{
    private readonly TestData data = new(host.Program);

    [Fact]
    public async Task Passkey_IsMadeRenamedUsedAndRemoved()
    {
        var person = await data.PersonAsync();
        var page = await host.PageAsync(person);
        await page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
        await WithAuthenticatorAsync(page);
        await page.GotoAsync(AccountLinks.SettingsPasskeys);
        await page.GetByRole(AriaRole.Button, new() { Name = "Passkey maken op dit apparaat" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Passkey 1" })).ToBeVisibleAsync();

        await page.GetByLabel("Andere naam voor Passkey 1").FillAsync("Telefoon <i>thuis</i>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Naam bewaren" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Telefoon <i>thuis</i>" })).ToBeVisibleAsync();

        await page.GotoAsync(AccountLinks.SignOut);
        await page.GetByRole(AriaRole.Button, new() { Name = "Nu uitloggen" }).ClickAsync();
        await page.GotoAsync(AccountLinks.SignInAndReturnTo(AccountLinks.SettingsPasskeys));
        await page.GetByRole(AriaRole.Button, new() { Name = "Inloggen met een passkey" }).ClickAsync();
        await page.WaitForURLAsync("**" + AccountLinks.SettingsPasskeys);
        Assert.Equal(
            [AccountVerbs.PasskeyAdded, AccountVerbs.PasskeyRenamed, AccountVerbs.SignedOut, AccountVerbs.SignedIn],
            await VerbsAsync(person)
        );

        await page.GetByRole(AriaRole.Button, new() { Name = "Verwijder Telefoon" }).ClickAsync();
        await Expect(page.GetByText("U hebt nog geen passkey.")).ToBeVisibleAsync();
        await page.GotoAsync(AccountLinks.SignOut);
        await page.GetByRole(AriaRole.Button, new() { Name = "Nu uitloggen" }).ClickAsync();
        await page.GotoAsync(AccountLinks.SignIn);
        await page.GetByRole(AriaRole.Button, new() { Name = "Inloggen met een passkey" }).ClickAsync();
        await Expect(page.GetByText("Deze passkey herkennen we niet.").First).ToBeVisibleAsync();
        Assert.Empty(
            await host.Program.DbAsync(db => db.PersonPasskeys.Where(p => p.UserId == person.Id).ToListAsync())
        );
    }

    [Fact]
    public async Task Passkey_OfAnOfficial_IsOfferedByTheBrowserItselfAndNeedsNoSecondStep()
    {
        var place = await data.PlaceAsync();
        var page = await host.PageAsync(place.Liaison);
        await WithAuthenticatorAsync(page);
        await page.GotoAsync(AccountLinks.SettingsPasskeys);
        await page.GetByRole(AriaRole.Button, new() { Name = "Passkey maken op dit apparaat" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Passkey 1" })).ToBeVisibleAsync();
        await page.Context.ClearCookiesAsync();

        // The authenticator answers at once, as if the person chose the passkey in the field for the address.
        await page.GotoAsync(AccountLinks.SignInAndReturnTo(AccountLinks.Settings));

        await page.WaitForURLAsync("**" + AccountLinks.Settings);
    }

    [Fact]
    public async Task WithoutJavaScript_NoPasskeyIsOfferedAndTheOtherWaysStay()
    {
        var page = await host.PageAsync(javaScript: false);

        await page.GotoAsync(AccountLinks.SignIn);

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Inloggen met een passkey" })).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Mail mij een link" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Met een wachtwoord" })).ToBeVisibleAsync();
    }

    private static async Task WithAuthenticatorAsync(IPage page)
    {
        var chromium = await page.Context.NewCDPSessionAsync(page);
        await chromium.SendAsync("WebAuthn.enable");
        await chromium.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = JsonSerializer.SerializeToElement(
                    new
                    {
                        protocol = "ctap2",
                        transport = "internal",
                        hasResidentKey = true,
                        hasUserVerification = true,
                        isUserVerified = true,
                        automaticPresenceSimulation = true,
                    }
                ),
            }
        );
    }

    private Task<List<string>> VerbsAsync(Person person) =>
        host.Program.DbAsync(db =>
            db.Journal.Where(j => j.PersonId == person.Id).OrderBy(j => j.Id).Select(j => j.Verb).ToListAsync()
        );
}
