using System.Collections.Concurrent;
using Brink.Browser.Support;
using Brink.Features.Accounts;
using Brink.Platform.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Brink.Browser;

/// <summary>The first page of an installation that is still empty.</summary>
public sealed class BeginTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    [Fact]
    public async Task FirstAdministrator_BeginsAMunicipality()
    {
        await using var empty = await EmptyAsync();
        var site = BrowserHost.AddressOf(empty.Services);
        var link = await empty.Services.GetRequiredService<FirstAdministrator>().LinkAsync(site);
        var page = await host.PageAsync();
        var findings = new ConcurrentQueue<string>();

        await new PageCheck(
            page,
            new("/eerste-beheerder/{secret}", new Uri(link!).AbsolutePath),
            site,
            findings
        ).LookAsync();
        Assert.True(findings.IsEmpty, string.Join('\n', findings));
        await page.GetByLabel("Naam van de gemeente").FillAsync("Nieuwveen");
        await page.GetByLabel("Code van het CBS").FillAsync("GM1234");
        await page.GetByLabel("Naam of afdeling").FillAsync("Gemeentehuis");
        await page.GetByLabel("Mailadres", new() { Exact = true }).FillAsync("gemeente@nieuwveen.example");
        await page.GetByLabel("Telefoonnummer").FillAsync("0500 111 222");
        await page.GetByLabel("Uw naam").FillAsync("Eva Beheer");
        await page.GetByLabel("Uw mailadres").FillAsync("eva@nieuwveen.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Brink klaarzetten" }).ClickAsync();

        await page.WaitForURLAsync("**" + AccountLinks.AfterSignIn);
        await Expect(page.Locator(".brink-name__place")).ToHaveTextAsync("Nieuwveen");
    }

    private async Task<WebApplication> EmptyAsync()
    {
        await using (var db = new BrinkDb(Migrator.Options(host.Program.Database.OwnerConnectionString)))
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM municipalities");
        }

        return await host.Program.StartAsync();
    }
}
