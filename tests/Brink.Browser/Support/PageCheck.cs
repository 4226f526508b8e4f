using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;

namespace Brink.Browser.Support;

/// <summary>Opens one page and says what is wrong with it.</summary>
public sealed class PageCheck(IPage page, Visit visit, string host, ConcurrentQueue<string> findings)
{
    private const int MostBytes = 120_000;
    private readonly ConcurrentQueue<IRequest> requests = [];

    public async Task LookAsync()
    {
        if (visit.First is not null)
        {
            await visit.First(page);
        }

        page.RequestFinished += Collect;
        page.Console += Hear;
        page.PageError += Break;
        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync(host + visit.Address);
        page.RequestFinished -= Collect;
        if (new Uri(page.Url).AbsolutePath != visit.Address.Split('?')[0])
        {
            Finds($"leads to {page.Url}");
        }

        await WeighAsync();
        if (visit.Then is not null)
        {
            await visit.Then(page);
        }

        await HasItsPartsAsync();
        await Axe.BringAsync(page);
        await KeepPictureAsync(1280);
        await IsForEverybodyAsync(1280, ColorScheme.Light);
        await page.SetViewportSizeAsync(390, 844);
        await KeepPictureAsync(390);
        await IsForEverybodyAsync(390, ColorScheme.Dark);
        await page.SetViewportSizeAsync(320, 640);
        await IsForEverybodyAsync(320, ColorScheme.Light);
        await IsNarrowAsync();
        await ShowsFocusAsync();
        page.Console -= Hear;
        page.PageError -= Break;
    }

    private void Collect(object? sender, IRequest request) => requests.Enqueue(request);

    private void Hear(object? sender, IConsoleMessage said)
    {
        // An error page comes with its own status, and the browser says so.
        if (said.Type is "error" or "warning" && !visit.Address.StartsWith("/fout/", StringComparison.Ordinal))
        {
            Finds($"console: {said.Text}");
        }
    }

    private void Break(object? sender, string problem) => Finds($"script: {problem}");

    private async Task WeighAsync()
    {
        var bytes = 0;
        foreach (var request in requests)
        {
            if (
                !request.Url.StartsWith(host, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
            {
                Finds($"asks another host for {request.Url}");
            }

            var sizes = await request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        if (bytes >= MostBytes)
        {
            Finds(string.Create(CultureInfo.InvariantCulture, $"weighs {bytes / 1000} kB"));
        }
    }

    private async Task HasItsPartsAsync()
    {
        var headings = await page.Locator("h1").CountAsync();
        if (headings != 1)
        {
            Finds($"{headings} headings of the first level");
        }

        if ((await page.TitleAsync()).Length == 0)
        {
            Finds("no title");
        }

        if (await page.Locator("html[lang=nl], html[lang=en]").CountAsync() != 1)
        {
            Finds("no language");
        }

        if (await page.Locator("head script[src]:not([type=module]):not([defer]):not([async])").CountAsync() > 0)
        {
            Finds("a script that holds up the page");
        }
    }

    private Task KeepPictureAsync(int width) =>
        Pictures.KeepAsync(
            page,
            string.Create(CultureInfo.InvariantCulture, $"{width} {visit.Address} {visit.By?.Name}")
        );

    private async Task IsForEverybodyAsync(int width, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        foreach (var violation in await Axe.ViolationsAsync(page))
        {
            Finds($"at {width}, {scheme}: {violation}");
        }
    }

    private async Task IsNarrowAsync()
    {
        var wide = await page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= 320 ? [] : [...document.querySelectorAll("body *")]
              .filter(part => part.getBoundingClientRect().right > 321)
              .map(part => `${part.localName}.${part.className} to ${Math.round(part.getBoundingClientRect().right)}`)
            """
        );
        if (wide.Length > 0)
        {
            Finds($"scrolls sideways at 320: {string.Join("; ", wide.TakeLast(3))}");
        }
    }

    private async Task ShowsFocusAsync()
    {
        foreach (var part in await Focus.HiddenAsync(page))
        {
            Finds($"shows no focus: {part}");
        }
    }

    private void Finds(string what) => findings.Enqueue($"{visit.Address} ({visit.By?.Name ?? "visitor"}): {what}");
}
