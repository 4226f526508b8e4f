using System.Collections.Concurrent;
using Brink.Browser.Support;
using Brink.Features.Accounts;
using Brink.Features.Initiatives.HandIn;
using Brink.Tests.Support;
using Microsoft.Playwright;

namespace Brink.Browser;

/// <summary>What every page owes to everybody: readable for all, narrow, light, and quiet.</summary>
public sealed class EveryPageTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    private readonly ConcurrentQueue<string> findings = [];
    private readonly AwkwardData data = new(host.Program);

    [Fact]
    public async Task EveryPage_IsForEverybodyNarrowLightAndQuiet()
    {
        await data.FillAsync();
        var visits = await Visits.AllAsync(data);
        await AreAllThereAsync(visits);
        var byViewer = visits.GroupBy(visit => visit.By?.Id).OrderByDescending(seen => seen.Count());

        await Parallel.ForEachAsync(
            byViewer,
            async (seen, _) =>
            {
                var page = await PageOfAsync(seen.First().By);
                foreach (var visit in seen)
                {
                    await new PageCheck(page, visit, host.Address, findings).LookAsync();
                }

                await page.Context.CloseAsync();
            }
        );

        Assert.True(findings.IsEmpty, string.Join('\n', findings));
    }

    /// <summary>A new page shows itself here until somebody puts it on the list.</summary>
    private async Task AreAllThereAsync(IReadOnlyList<Visit> visits)
    {
        var listed = visits.Select(visit => visit.Pattern).Concat(Visits.NoPages).ToHashSet();
        foreach (var address in await Addresses.AllAsync(host.Program.Services))
        {
            if (
                address is { Method: "GET", Handler: null }
                && !address.Pattern.StartsWith("/api/", StringComparison.Ordinal)
                && !listed.Contains(address.Pattern)
            )
            {
                findings.Enqueue($"{address.Pattern}: not on the list of Visits");
            }
        }
    }

    private async Task<IPage> PageOfAsync(Person? person)
    {
        var page = await host.PageAsync(person);
        if (person is null)
        {
            await page.Context.AddCookiesAsync([
                new()
                {
                    Name = Drafts.Cookie,
                    Value = data.DraftSecret,
                    Url = host.Address,
                },
            ]);
        }

        // As somebody who comes for the first time, or the files a page shares with others would not count.
        var chromium = await page.Context.NewCDPSessionAsync(page);
        await chromium.SendAsync("Network.enable");
        await chromium.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        return page;
    }
}
