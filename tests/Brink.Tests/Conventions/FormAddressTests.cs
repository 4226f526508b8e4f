using System.Net;
using Brink.Tests.Access;
using Brink.Tests.Support;

namespace Brink.Tests.Conventions;

/// <summary>A form goes to its own act, also on a page that was reached by another.</summary>
public sealed class FormAddressTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task EveryForm_NamesItsOwnAct_HoweverThePageWasReached()
    {
        var elsewhere = await host.AddMunicipalityAsync("Elders", "elders.example");
        await using var instance = await host.StartAsync();
        var cast = await Cast.GatherAsync(host, elsewhere);
        var wrong = new List<string>();
        var seen = 0;
        foreach (
            var address in (await Addresses.AllAsync(instance.Services)).Where(a =>
                a is { Method: "POST", Handler: not null }
            )
        )
        {
            var plain = cast.Fill(address with { Handler = null })[0].Address;
            foreach (var (role, person) in cast.People)
            {
                using var browser = host.Browser(person, host.Tenant, instance);
                await browser.AskAsync(plain);
                if (browser.Response.StatusCode != HttpStatusCode.OK)
                {
                    continue;
                }

                var usual = Actions(browser);
                await browser.AskAsync(plain + "?handler=" + address.Handler);
                var reached = Actions(browser);
                seen += usual.Length;
                if (!usual.SequenceEqual(reached) || usual.Contains(""))
                {
                    wrong.Add($"{address} as {role}: {string.Join(", ", reached)}");
                }
            }
        }

        Assert.True(seen > 10);
        Findings.None(wrong);
    }

    private static string[] Actions(TestBrowser browser) =>
        [.. browser.Page.QuerySelectorAll("form[method=post]").Select(form => form.GetAttribute("action") ?? "")];
}
