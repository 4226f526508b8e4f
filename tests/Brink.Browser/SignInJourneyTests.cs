using Brink.Browser.Support;
using Brink.Features.Accounts;
using Brink.Tests.Support;
using Microsoft.Playwright;

namespace Brink.Browser;

[Collection(nameof(SmallJourneys))]
public sealed class SignInJourneyTests(BrowserHost host)
{
    private readonly TestData data = new(host.Program);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Link_SignsIn_WithAndWithoutJavaScript(bool javaScript)
    {
        var person = await data.PersonAsync();
        var secret = await host.Program.DbAsync(async db =>
        {
            var (link, made) = AccessLink.Make(
                LinkPurpose.SignIn,
                person.Id,
                null,
                host.Program.Time.GetUtcNow(),
                SignInMail.LinkLasts
            );
            db.AccessLinks.Add(link);
            await db.SaveChangesAsync();
            return made;
        });
        var page = await host.PageAsync(javaScript: javaScript);
        await page.GotoAsync($"{AccountLinks.SignIn}?terug={AccountLinks.SignOut.ToUpperInvariant()}");
        await page.GetByLabel("Uw mailadres").FillAsync(person.Email!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Mail mij een link" }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Kijk in uw mail");

        await page.GotoAsync(AccountLinks.SignInLink(secret));
        await page.GetByRole(AriaRole.Button, new() { Name = "Nu inloggen" }).ClickAsync();

        await page.WaitForURLAsync("**" + AccountLinks.AfterSignIn);
        await page.GotoAsync(AccountLinks.SignOut);
        await Assertions.Expect(page.GetByText($"U bent ingelogd als {person.Name}.")).ToBeVisibleAsync();
    }
}
