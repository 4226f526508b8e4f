using System.Text;
using System.Text.RegularExpressions;
using Brink.Browser.Support;
using Brink.Features.Initiatives;
using Brink.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Brink.Browser;

/// <summary>What comes out of the printer.</summary>
[Collection(nameof(SmallJourneys))]
public sealed partial class PrintTests(BrowserHost host)
{
    /// <summary>A4 at 96 dots an inch, in height within its margins of 18 mm.</summary>
    private const int SheetWidth = 794;
    private const int SheetHeight = 986;

    private readonly TestData data = new(host.Program);

    [Fact]
    public async Task Poster_IsOnePage()
    {
        var idea = await IdeaAsync();

        Assert.Equal(1, await PrintAsync(InitiativeLinks.Poster(idea.Id), "poster"));
    }

    [Fact]
    public async Task Initiative_IsAtMostTwoPages()
    {
        var idea = await IdeaAsync();

        Assert.InRange(await PrintAsync(InitiativeLinks.Show(idea.Id, idea.Subject.Slug), "initiative"), 1, 2);
    }

    [Fact]
    public async Task Initiative_NamesWhomToCallOnTheFirstSheet()
    {
        var idea = await IdeaAsync();
        var page = await host.PageAsync(width: SheetWidth, height: SheetHeight);
        await page.GotoAsync(InitiativeLinks.Show(idea.Id, idea.Subject.Slug));
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        var contacts = await page.Locator(".brink-aside").BoundingBoxAsync();

        Assert.InRange(contacts!.Y + contacts.Height, 0, SheetHeight);
    }

    [Fact]
    public async Task PaperForm_IsAtMostTwoPages() => Assert.InRange(await PrintAsync("/idee/papier", "form"), 1, 2);

    /// <returns>How many sheets it takes, without any menu on them.</returns>
    private async Task<int> PrintAsync(string address, string name)
    {
        var page = await host.PageAsync();
        await page.GotoAsync(address);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var part in await page.Locator("nav, .brink-skip-link, button").AllAsync())
        {
            await Expect(part).ToBeHiddenAsync();
        }

        var printed = await page.PdfAsync(new() { Format = "A4" });
        await Pictures.KeepPrintedAsync(printed, name);
        return Sheet().Count(Encoding.Latin1.GetString(printed));
    }

    private async Task<Initiative> IdeaAsync() =>
        await data.InitiativeAsync(await data.PlaceAsync(), await data.PersonAsync());

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sheet();
}
