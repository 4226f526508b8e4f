using System.Globalization;
using Brink.Browser.Support;
using Brink.Features.Initiatives;
using Brink.Tests.Features.Places.Spots;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Brink.Browser;

/// <summary>Pointing out a spot on a telephone, with a finger and with keys, with scripts and without.</summary>
public sealed class SpotTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    private static int villages;
    private readonly TestData data = new(host.Program);

    [Theory]
    [InlineData(true, 390)]
    [InlineData(false, 390)]
    [InlineData(true, 320)]
    [InlineData(false, 320)]
    [InlineData(false, 1280)]
    public async Task Press_SetsTheSpotWhereTheFingerIs(bool javaScript, int width)
    {
        var (page, id) = await AtMapAsync(javaScript, width);
        var map = page.Locator("input[type=image]:visible");
        await Expect(page.GetByText("Er staat nog geen speld.")).ToBeVisibleAsync();
        var box = (await map.BoundingBoxAsync())!;
        var (x, y) = (box.Width * 0.6f, box.Height * 0.45f);

        await map.ClickAsync(
            new()
            {
                Position = new() { X = x, Y = y },
            }
        );

        await Expect(page.GetByText("De speld staat op de plek.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Er staat nog geen speld.")).ToBeHiddenAsync();
        // The tip of the pin is where the finger was, to a pixel.
        var tip = await TipAsync(page);
        Assert.InRange(tip.X, x - 1.5, x + 1.5);
        Assert.InRange(tip.Y, y - 1.5, y + 1.5);
        // Axe waits for timers, which never come without scripts; the page is the same.
        if (javaScript)
        {
            await Axe.BringAsync(page);
            Assert.Empty(await Axe.ViolationsAsync(page));
        }

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Dichterbij" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dichterbij" }).ClickAsync();
        await Expect(page.GetByText("een kwart van")).ToBeVisibleAsync();
        var middle = await TipAsync(page);
        Assert.InRange(middle.X, box.Width / 2 - 1.5, box.Width / 2 + 1.5);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar" }).ClickAsync();
        var (longitude, latitude) = await SpotAsync(id);
        Assert.InRange(longitude!.Value, 6.45, 6.54);
        Assert.InRange(latitude!.Value, 52.88, 52.925);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keys_SetAndMoveTheSpot(bool javaScript)
    {
        var (page, id) = await AtMapAsync(javaScript, 390);
        await page.Locator("input[type=image]:visible").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("De speld staat op de plek.")).ToBeVisibleAsync();
        var before = await TipAsync(page);
        if (javaScript)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Oost" }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }

        var after = await TipAsync(page);
        Assert.InRange(after.X - before.X, 3, 6);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar" }).ClickAsync();
        Assert.NotNull((await SpotAsync(id)).Longitude);
    }

    [Fact]
    public async Task PlaceWhereIAm_IsTakenFromTheTelephone()
    {
        var (page, id) = await AtMapAsync(true, 390);
        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.Context.SetGeolocationAsync(new() { Latitude = 52.9f, Longitude = 6.5f });

        await page.GetByRole(AriaRole.Button, new() { Name = "Neem de plek waar ik nu ben" }).ClickAsync();
        await Expect(page.GetByText("De speld staat op de plek.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bewaar" }).ClickAsync();

        Assert.Equal((6.5, 52.9), await SpotAsync(id));
    }

    private async Task<(IPage Page, long Id)> AtMapAsync(bool javaScript, int width)
    {
        var place = await data.PlaceAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Hijken {javaScript} {width} {Interlocked.Increment(ref villages)}"
            )
        );
        await data.AreaAsync(place.Village, Hijken.Border);
        var initiator = await data.PersonAsync();
        var initiative = await data.InitiativeAsync(place, initiator);
        var page = await host.PageAsync(initiator, javaScript, width);
        await page.GotoAsync(InitiativeLinks.Spot(initiative.Id));
        return (page, initiative.Id);
    }

    /// <summary>Where the pin points, in pixels from the corner of the picture.</summary>
    private static async Task<(double X, double Y)> TipAsync(IPage page)
    {
        // The outline of the pin is drawn around it and does not count.
        var tip = await page.Locator(".brink-map__mark")
            .EvaluateAsync<double[]>("mark => [mark.getScreenCTM().e, mark.getScreenCTM().f]");
        var map = (await page.Locator("input[type=image]:visible").BoundingBoxAsync())!;
        return (tip[0] - map.X, tip[1] - map.Y);
    }

    private Task<(double? Longitude, double? Latitude)> SpotAsync(long id) =>
        host.Program.DbAsync(async db =>
        {
            var at = await db
                .Initiatives.Where(i => i.Id == id)
                .Select(i => new { i.Longitude, i.Latitude })
                .SingleAsync();
            return (at.Longitude, at.Latitude);
        });
}
