using System.Text;
using System.Text.RegularExpressions;
using Brink.Browser.Support;
using Brink.Features.Initiatives;
using Brink.Features.Newsletters;
using Brink.Tests.Features.Newsletters;
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
    private string printedLast = "";

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

    [Fact]
    public async Task YearInFigures_IsOneSheetOfA3()
    {
        await IdeaAsync();

        Assert.Equal(1, await PrintAsync("/in-beeld", "year", ofItsOwnSize: true));
        // 420 by 297 mm, in points.
        Assert.Matches(SheetOfA3(), printedLast);
    }

    [Fact]
    public async Task Newsletter_OfTwelveStories_IsAtMostTwoPages_InTwoColumns()
    {
        var place = await data.PlaceAsync();
        var ideas = new List<long>();
        for (var number = 1; number <= 12; number++)
        {
            ideas.Add((await data.InitiativeAsync(place, await data.PersonAsync(), $"Bankje nummer {number}")).Id);
        }

        var sent = await data.SentAsync(host.Program, place, "Nieuws op papier", ideas);

        Assert.InRange(await PrintAsync(NewsletterLinks.Print(sent), "newsletter"), 1, 2);
        var page = await host.PageAsync(width: SheetWidth, height: SheetHeight);
        await page.GotoAsync(NewsletterLinks.Print(sent));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var stories = page.Locator(".brink-newsletter__story");
        var (first, last) = (await stories.First.BoundingBoxAsync(), await stories.Last.BoundingBoxAsync());
        Assert.True(last!.X > first!.X + first.Width - 1);
    }

    /// <param name="ofItsOwnSize">As its style sheet says; A4 otherwise.</param>
    /// <returns>How many sheets it takes, without any menu on them.</returns>
    private async Task<int> PrintAsync(string address, string name, bool ofItsOwnSize = false)
    {
        var page = await host.PageAsync();
        await page.GotoAsync(address);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var part in await page.Locator("nav, .brink-skip-link, button").AllAsync())
        {
            await Expect(part).ToBeHiddenAsync();
        }

        var printed = await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = ofItsOwnSize });
        await Pictures.KeepPrintedAsync(printed, name);
        printedLast = Encoding.Latin1.GetString(printed);
        return Sheet().Count(printedLast);
    }

    private async Task<Initiative> IdeaAsync() =>
        await data.InitiativeAsync(await data.PlaceAsync(), await data.PersonAsync());

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sheet();

    [GeneratedRegex(@"/MediaBox\s*\[0 0 119[01](\.\d+)? 84[12](\.\d+)?\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SheetOfA3();
}
