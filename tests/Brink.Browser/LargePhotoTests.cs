using Brink.Browser.Support;
using Brink.Features.Initiatives;
using Brink.Tests.Support;
using Microsoft.Playwright;

namespace Brink.Browser;

/// <summary>A telephone takes photos far larger than a page shows them.</summary>
[Collection(nameof(SmallJourneys))]
public sealed class LargePhotoTests(BrowserHost host)
{
    private const byte TurnedLeft = 6;

    [Theory]
    [InlineData(true, 1067, 1600)]
    [InlineData(false, 3000, 2000)]
    public async Task Photo_IsMadeSmallerBeforeItLeavesOnlyWhereTheBrowserCan(bool javaScript, int width, int height)
    {
        await new TestData(host.Program).PlaceAsync();
        var photo = await Photos.OfScreenAsync(await ManyDotsAsync(), TurnedLeft);
        var page = await host.PageAsync(javaScript: javaScript, width: 390, height: 844);
        await page.GotoAsync(InitiativeLinks.HandIn());
        await page.GetByLabel("Hoe heet het").FillAsync("Een beweegtuin");
        await page.GetByLabel("Wat wilt u doen?").FillAsync("Vijf toestellen.");
        await page.GetByLabel("Waarom?").FillAsync("Samen bewegen.");
        await NextAsync(page);
        await page.GotoAsync("/idee/fotos");
        await page.Locator("input[type=file]").SetInputFilesAsync(photo);
        await NextAsync(page);

        var kept = await (await page.APIRequest.GetAsync("/idee/fotos?handler=Photo&number=0")).BodyAsync();
        Assert.Equal((width, height), Photos.SizeOf(kept));
        // The program makes nothing smaller itself, so what it keeps is what was sent.
        Assert.Equal(javaScript, kept.Length < photo.Buffer.Length / 2);
    }

    private static Task NextAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Volgende vraag", Exact = true }).ClickAsync();

    private async Task<IPage> ManyDotsAsync()
    {
        var page = await host.PageAsync(width: 3000, height: 2000);
        await page.SetContentAsync(
            """
            <canvas width="3000" height="2000"></canvas>
            <script>
              const pen = document.querySelector("canvas").getContext("2d");
              for (let dot = 0; dot < 20000; dot++) {
                pen.fillStyle = `hsl(${dot % 360} 80% 50%)`;
                pen.fillRect((dot * 7919) % 3000, (dot * 104729) % 2000, 20, 20);
              }
            </script>
            """
        );
        return page;
    }
}
