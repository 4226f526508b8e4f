using Brink.Browser.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Brink.Browser.Support;

/// <summary>The one browser of all tests; each page in it has cookies of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Only ends a wait that leads nowhere: how fast pages are is measured elsewhere.</summary>
    private const int MostMilliseconds = 60_000;

    /// <summary>The first is the same browser without the windows nobody sees, and starts in a quarter of the time.</summary>
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(MostMilliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Programs.First(File.Exists),
                // Chromium refuses its sandbox to root, and to root alone.
                ChromiumSandbox = !Environment.IsPrivilegedProcess,
                // Without a graphics card the one it plays itself takes most of the time.
                Args = ["--disable-gpu", "--disable-quic", "--disable-background-networking"],
                Timeout = MostMilliseconds,
            }
        );
    }

    public async Task<IPage> PageAsync(BrowserNewContextOptions options)
    {
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(MostMilliseconds);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
