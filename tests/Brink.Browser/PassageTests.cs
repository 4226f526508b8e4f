using Brink.Browser.Support;
using Brink.Features.Rounds;
using Brink.Tests.Features.Rounds;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Brink.Browser;

/// <summary>Reacting to chosen words: with the mouse, with the keyboard, and to the section where there are no scripts (C4).</summary>
public sealed class PassageTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    private const string Text = """
        # 1. Verkeer

        De **snelheid** wordt 60 kilometer per uur. Dat geldt[^1] voor elke weg.

        | Weg | Snelheid |
        | --- | --- |
        | Hoofdweg | 60 kilometer |

        [^1]: Buiten de kom.

        # 2. Groen

        Er komen bomen.
        """;

    [Fact]
    public async Task Mouse_ChoosesWords_AndTheReactionShowsThem()
    {
        var (made, page) = await ReadingAsync();
        await Expect(Button(page)).ToBeHiddenAsync();
        var from = await PlaceAsync(page, "#p1 .brink-prose p", "snelheid");
        var to = await PlaceAsync(page, "#p1 .brink-prose p", "kilometer", atEnd: true);

        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 8 });
        await page.Mouse.UpAsync();

        await ReactAsync(made, page, "snelheid wordt 60 kilometer", anchor: 1);
    }

    [Fact]
    public async Task Keyboard_ChoosesWords_AcrossANote()
    {
        var (made, page) = await ReadingAsync();
        // Where the keyboard goes on from: what caret browsing (F7), a double click or a screen reader put there.
        await page.EvaluateAsync(
            """
            () => {
              const text = [...document.querySelector('#p1 .brink-prose p').childNodes].find(n => n.textContent.includes('Dat geldt'));
              const at = text.textContent.indexOf('Dat geldt');
              getSelection().setBaseAndExtent(text, at, text, at + 1);
            }
            """
        );
        for (var step = 1; step < "Dat geldt1 voor".Length; step++)
        {
            await page.Keyboard.PressAsync("Shift+ArrowRight");
        }

        await ReactAsync(made, page, "Dat geldt1 voor", anchor: 1);
    }

    [Fact]
    public async Task Words_InATable_AreFoundAgain()
    {
        var (made, page) = await ReadingAsync();
        await page.EvaluateAsync(
            """
            () => {
              const [first, last] = document.querySelectorAll('#p1 tbody td');
              getSelection().setBaseAndExtent(first.firstChild, 0, last.firstChild, last.textContent.length);
              document.dispatchEvent(new MouseEvent('mouseup'));
            }
            """
        );

        await ReactAsync(made, page, "Hoofdweg 60 kilometer", anchor: 1);
    }

    [Fact]
    public async Task Words_OfTwoSections_OfferNothing()
    {
        var (_, page) = await ReadingAsync();
        await page.EvaluateAsync(
            """
            () => {
              const [first, last] = document.querySelectorAll('.brink-prose');
              getSelection().setBaseAndExtent(first, 0, last, 1);
              document.dispatchEvent(new MouseEvent('mouseup'));
            }
            """
        );
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 50))");

        await Expect(Button(page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task WithoutScripts_OneReactsToTheSection()
    {
        var (made, page) = await ReadingAsync(javaScript: false);
        await Expect(Button(page)).ToBeHiddenAsync();

        await page.Locator("#p2").GetByRole(AriaRole.Link, new() { Name = "Reageer" }).ClickAsync();
        await SendAsync(page);

        await page.GotoAsync(RoundLinks.Reactions(made.DossierId, made.RoundId, 2));
        await Expect(page.GetByText("Dit vind ik ervan.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Over: 2. Groen")).ToBeVisibleAsync();
    }

    private async Task<(RoundsMade Made, IPage Page)> ReadingAsync(bool javaScript = true)
    {
        var made = await RoundsMade.WithAsync(host.Program, text: Text);
        var page = await host.PageAsync(await made.Data.PersonAsync(), javaScript);
        await page.GotoAsync(RoundLinks.Document(made.DossierId, made.DocumentId));
        return (made, page);
    }

    private static ILocator Button(IPage page) =>
        page.GetByRole(AriaRole.Link, new() { Name = "Reageer op de gekozen woorden" });

    private static async Task ReactAsync(RoundsMade made, IPage page, string words, int anchor)
    {
        await Button(page).ClickAsync();
        await Expect(page.Locator("blockquote")).ToHaveTextAsync(words);
        await SendAsync(page);
        await page.GotoAsync(RoundLinks.Reactions(made.DossierId, made.RoundId, anchor));
        await Expect(page.Locator("article blockquote")).ToHaveTextAsync(words);
        await Expect(page.GetByText("Dit vind ik ervan.")).ToBeVisibleAsync();
        await Expect(page.GetByText("De tekst is veranderd.")).ToBeHiddenAsync();
    }

    private static async Task SendAsync(IPage page)
    {
        await page.GetByText("Ik geef een reactie").ClickAsync();
        await page.GetByLabel("Uw tekst").FillAsync("Dit vind ik ervan.");
        await page.Locator("button[value=Check]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Verstuur mijn reactie" }).ClickAsync();
        await Expect(page.GetByText("Uw reactie is ontvangen")).ToBeVisibleAsync();
    }

    /// <summary>Where a word stands on the screen.</summary>
    private static async Task<(float X, float Y)> PlaceAsync(IPage page, string within, string word, bool atEnd = false)
    {
        var box = await page.EvaluateAsync<float[]>(
            """
            ([within, word, atEnd]) => {
              const walker = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT);
              for (let text = walker.nextNode(); text; text = walker.nextNode()) {
                const at = text.textContent.indexOf(word);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(text, at);
                range.setEnd(text, at + word.length);
                const box = range.getBoundingClientRect();
                return [atEnd ? box.right : box.left, (box.top + box.bottom) / 2];
              }
            }
            """,
            new object[] { within, word, atEnd }
        );
        return (box[0], box[1]);
    }
}
