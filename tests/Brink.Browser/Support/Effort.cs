using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Brink.Browser.Support;

/// <summary>
/// Does what a person does on a telephone, and adds up how long that takes by the keystroke-level model of Card, Moran
/// and Newell (1980): for every act a moment to think (1.35 s) and a tap (1.1 s). Keys are those of two thumbs: 36 words
/// of five letters a minute, the mean of 37,000 people (Palin and others, 2019). The model knows no reading; the words of
/// the pages are counted apart.
/// </summary>
public sealed class Effort(IPage page)
{
    private const double Think = 1.35;
    private const double Tap = 1.1;
    private const double Key = 60.0 / (36 * 5);
    private int acts;
    private int characters;
    private int pages;
    private int words;

    public double Seconds => (acts * (Think + Tap)) + (characters * Key);

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{pages} pages, {acts} taps, {characters} characters: {Seconds:0} s; {words} words on the way"
        );

    public async Task TypeAsync(string label, string text)
    {
        (acts, characters) = (acts + 1, characters + text.Length);
        await page.GetByLabel(label).FillAsync(text);
    }

    /// <summary>By its label, as people press it.</summary>
    public async Task ChooseAsync(string choice)
    {
        acts++;
        await page.Locator("label", new() { HasText = choice }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = choice }).First).ToBeCheckedAsync();
    }

    /// <summary>The button of the field, the album, and the photo in it.</summary>
    public async Task AddPhotoAsync(FilePayload photo)
    {
        acts += 3;
        await page.Locator("input[type=file]").SetInputFilesAsync(photo);
    }

    public async Task FollowAsync(string link)
    {
        acts++;
        await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        await ReadAsync();
    }

    public async Task PressAsync(string button)
    {
        acts++;
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        pages++;
        var text = await page.Locator("main").InnerTextAsync();
        words += text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
    }
}
