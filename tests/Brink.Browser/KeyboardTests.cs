using Brink.Browser.Support;
using Brink.Features.Initiatives;
using Brink.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Brink.Browser;

/// <summary>Everything without a mouse, at the width that a window of 640 has when enlarged to 200 percent.</summary>
[Collection(nameof(SmallJourneys))]
public sealed class KeyboardTests(BrowserHost host)
{
    private const int MostPresses = 80;
    private readonly TestData data = new(host.Program);

    [Fact]
    public async Task FirstTab_IsTheWayPastTheMenu()
    {
        var page = await host.PageAsync(width: 320);
        await page.GotoAsync("/");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Naar de inhoud" });

        await page.Keyboard.PressAsync("Tab");
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Menu_OpensAndLeadsSomewhere()
    {
        var page = await host.PageAsync(width: 320);
        await page.GotoAsync("/");
        var menu = page.Locator("details.brink-menu");
        var link = menu.GetByRole(AriaRole.Link, new() { Name = "Hoe werkt het?" });

        await ToAsync(page, menu.Locator("summary"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(link).ToBeVisibleAsync();
        await ToAsync(page, link);
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/hoe-werkt-het");
    }

    [Fact]
    public async Task HandIn_NeedsNoMouse()
    {
        await data.PlaceAsync("Hijken");
        var page = await host.PageAsync(width: 320, height: 640);
        await page.GotoAsync(InitiativeLinks.HandIn());

        await TypeAsync(page, "Hoe heet het", "Een beweegtuin");
        await TypeAsync(page, "Wat wilt u doen?", "Vijf toestellen.");
        await TypeAsync(page, "Waarom?", "Samen bewegen.");
        await PressAsync(page, "Volgende vraag");
        await TypeAsync(page, "Bij welk dorp", "Hijken");
        await PressAsync(page, "Volgende vraag");
        await ToAsync(page, page.Locator("input[type=radio]:checked"));
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.GetByRole(AriaRole.Radio).Nth(3)).ToBeCheckedAsync();
        await PressAsync(page, "Volgende vraag");
        await PressAsync(page, "Volgende vraag");
        await PressAsync(page, "Volgende vraag");
        await TypeAsync(page, "Uw naam", "Truus");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await TypeAsync(page, "Uw mailadres", "truus@toets.example");
        await PressAsync(page, "Volgende vraag");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Klopt het zo?");
        host.Program.Time.Advance(TimeSpan.FromMinutes(1));
        await PressAsync(page, "Dien mijn idee in");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Bijna klaar: kijk in uw mail");
    }

    private static async Task TypeAsync(IPage page, string label, string text)
    {
        await ToAsync(page, page.GetByLabel(label));
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task PressAsync(IPage page, string button)
    {
        await ToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));
        var address = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != address);
    }

    /// <summary>Tabs on until it is there, and sees that it is there.</summary>
    private static async Task ToAsync(IPage page, ILocator target)
    {
        for (var pressed = 0; pressed < MostPresses; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("part => part === document.activeElement"))
            {
                await Expect(target).ToBeInViewportAsync();
                Assert.True(await Focus.IsShownAsync(target), $"{target} has the focus and does not show it.");
                return;
            }
        }

        Assert.Fail($"{target} can't be reached with Tab.");
    }
}
