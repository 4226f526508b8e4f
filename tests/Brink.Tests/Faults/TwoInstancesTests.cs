using System.Diagnostics;
using System.Globalization;
using Brink.Tests.Features.Initiatives.HandIn;
using Brink.Tests.Support;

namespace Brink.Tests.Faults;

/// <summary>Two running instances over one database: nobody sees an old page after his own change, and nobody for long.</summary>
public sealed class TwoInstancesTests(PostgresFixture postgres)
{
    private const string List = "/initiatieven";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Change_OnOneInstance_ShowsAtOnceToWhoChangedAndWithinTwoSecondsToAll()
    {
        await using var handIn = new HandInHost(postgres);
        await handIn.InitializeAsync();
        await using var other = await handIn.Host.StartAsync();
        var (here, there) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < 10; round++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"Bankje nummer {round} bij de brug");
            var person = await handIn.Data.PersonAsync();
            var idea = await handIn.Data.UnconfirmedInitiativeAsync(handIn.Place, person, title);
            using var elsewhere = new Reader(handIn.Host.Browser(instance: other), title);
            using var neighbour = new Reader(handIn.Host.Browser(), title);
            await elsewhere.HoldTheOldPageAsync();
            await neighbour.HoldTheOldPageAsync();
            using var changer = handIn.Host.Browser();
            await changer.OpenAsync(await handIn.MailedLinkAsync(idea.Id));
            var reading = (elsewhere.ReadAsync(), neighbour.ReadAsync());

            var answer = await changer.SubmitOnlyAsync("Ja, zet mijn idee online");
            var changed = Stopwatch.GetTimestamp();

            Assert.True((int)answer.StatusCode is >= 300 and < 400, "The idea was not confirmed.");
            await changer.OpenAsync(List);
            Assert.Contains(title, changer.Text);
            using var changerElsewhere = handIn.Host.Browser(instance: other);
            CopyOwnChange(answer, changerElsewhere);
            await changerElsewhere.OpenAsync(List);
            Assert.Contains(title, changerElsewhere.Text);
            there.Add(Stopwatch.GetElapsedTime(changed, await reading.Item1));
            here.Add(Stopwatch.GetElapsedTime(changed, await reading.Item2));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"same instance: {Shown(here)}; other instance: {Shown(there)}"
        );
        Assert.All(there, wait => Assert.True(wait < Longest, $"An old page was given {wait} after the change."));
        Assert.All(here, wait => Assert.True(wait <= TimeSpan.Zero, $"An old page was given {wait} after the change."));
    }

    /// <summary>A browser sends what it was given to any instance behind the same address.</summary>
    private static void CopyOwnChange(HttpResponseMessage answer, TestBrowser browser)
    {
        foreach (var set in answer.Headers.GetValues("Set-Cookie"))
            if (set.Split(';')[0].Split('=', 2) is [Brink.Platform.Cache.OwnChange.Cookie, var value])
                browser.SetCookie((Brink.Platform.Cache.OwnChange.Cookie, value));
    }

    private static string Shown(List<TimeSpan> waits) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"last old page asked for, after the change: median {waits.Order().ElementAt(waits.Count / 2).TotalMilliseconds:0} ms, longest {waits.Max().TotalMilliseconds:0} ms"
        );

    /// <summary>Somebody who asks for the list again and again.</summary>
    private sealed class Reader(TestBrowser browser, string title) : IDisposable
    {
        public async Task HoldTheOldPageAsync()
        {
            await browser.OpenAsync(List);
            await browser.OpenAsync(List);
            Assert.DoesNotContain(title, browser.Text);
        }

        /// <returns>When the last page was asked for that came without the title.</returns>
        public async Task<long> ReadAsync()
        {
            var (lastOld, shown, began) = (Stopwatch.GetTimestamp(), 0, Stopwatch.StartNew());
            // A few more, for an old page could come back.
            while (shown < 20)
            {
                var asked = Stopwatch.GetTimestamp();
                await browser.AskAsync(List);
                if (browser.Body.Contains(title, StringComparison.Ordinal))
                    shown++;
                else
                    lastOld = asked;
                Assert.True(began.Elapsed < TimeSpan.FromSeconds(60), $"'{title}' does not show.");
            }
            return lastOld;
        }

        public void Dispose() => browser.Dispose();
    }
}
