using System.Globalization;
using System.Net;
using Brink.Features.Rounds;
using Brink.Platform.Localisation;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>A letter counts from the day on which it came, not from when somebody types it in (C5).</summary>
public sealed class PaperTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task Letter_ThatCameOnTheLastDay_IsInTime_AlsoWhenTypedLater()
    {
        var made = await RoundsMade.WithAsync(host);
        var lastDay = DutchTime.DateOf(host.Time.GetUtcNow().AddDays(10));
        using var _ = made.Closed();

        await EnterAsync(made, lastDay, HttpStatusCode.Found);

        var said = await host.DbAsync(db => db.Reactions.SingleAsync(r => r.RoundId == made.RoundId));
        Assert.Equal((false, lastDay), (said.IsLate, said.ReceivedOn));
        var visitor = await host.Browser().OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId));
        Assert.Contains(
            $"Op papier ontvangen op {Formats.Date(lastDay)}, op tijd.",
            visitor.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("te laat", visitor.Text, StringComparison.OrdinalIgnoreCase);
        await visitor.OpenAsync(RoundLinks.Report(made.DossierId, made.RoundId));
        Assert.Contains("op tijd.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kwam te laat", visitor.Text, StringComparison.Ordinal);
        await visitor.AskAsync(RoundLinks.Download(made.DossierId, made.RoundId));
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"\"nee\";\"{lastDay:yyyy-MM-dd}\""),
            visitor.Body,
            StringComparison.Ordinal
        );
        var officer = await host.Browser(made.Officer).OpenAsync(made.Work);
        Assert.Contains("op tijd.", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_ThatCameADayLater_IsLate_AndSaysWhen()
    {
        var made = await RoundsMade.WithAsync(host);
        var dayAfter = DutchTime.DateOf(host.Time.GetUtcNow().AddDays(11));
        using var _ = made.Closed();

        await EnterAsync(made, dayAfter, HttpStatusCode.Found);

        Assert.True(await host.DbAsync(db => db.Reactions.AnyAsync(r => r.RoundId == made.RoundId && r.IsLate)));
        var visitor = await host.Browser().OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId));
        Assert.Contains(
            $"Op papier ontvangen op {Formats.Date(dayAfter)}, te laat.",
            visitor.Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(12, "Deze dag is nog niet geweest.")]
    [InlineData(-1, "Toen was de ronde nog niet open.")]
    public async Task Day_OutsideTheRoundOrInTheFuture_IsRefused_AndNothingTypedIsLost(int day, string message)
    {
        var made = await RoundsMade.WithAsync(host);
        var on = DutchTime.DateOf(host.Time.GetUtcNow().AddDays(day));
        using var _ = made.Closed();

        var browser = await EnterAsync(made, on, HttpStatusCode.BadRequest);

        Assert.Contains(message, browser.Text, StringComparison.Ordinal);
        Assert.Equal("true", browser.Page.QuerySelector("input[name=ReceivedOn]")!.GetAttribute("aria-invalid"));
        Assert.Contains("Op een brief geschreven.", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_NeedsADay_AndATelephoneCallHasNone()
    {
        var made = await RoundsMade.WithAsync(host);
        using var _ = made.Closed();

        var letter = await EnterAsync(made, null, HttpStatusCode.BadRequest);
        Assert.Contains("Vul in op welke dag de brief kwam.", letter.Text, StringComparison.Ordinal);
        await EnterAsync(made, DutchTime.DateOf(made.Data.Now().At.AddDays(-5)), HttpStatusCode.Found, "Per telefoon");

        var said = await host.DbAsync(db => db.Reactions.SingleAsync(r => r.RoundId == made.RoundId));
        Assert.Equal((true, null), (said.IsLate, said.ReceivedOn));
    }

    private async Task<TestBrowser> EnterAsync(
        RoundsMade made,
        DateOnly? day,
        HttpStatusCode expected,
        string road = "Op papier"
    )
    {
        var browser = await host.Browser(made.Place.Liaison).OpenAsync(RoundLinks.Enter(made.DossierId, made.RoundId));
        await browser.SubmitOnlyAsync(
            "Voer dit in",
            (road, "ja"),
            ("Op welke dag kwam de brief?", day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
            ("Naam van diegene", "Meneer Vos"),
            ("Telefoonnummer", "0593 111 222"),
            ("Ik geef een reactie", "ja"),
            ("Uw tekst", "Op een brief geschreven.")
        );
        Assert.True(browser.Response.StatusCode == expected, browser.Text);
        return browser;
    }
}
