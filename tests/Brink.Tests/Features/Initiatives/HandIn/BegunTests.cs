using System.Net;
using Brink.Features.Initiatives.HandIn;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Initiatives.HandIn;

/// <summary>Whoever only begins, again and again, doesn't fill the database.</summary>
public sealed class BegunTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly BrinkHost host = new(postgres)
    {
        Configure = builder => builder.Services.Configure<HandInLimits>(limits => limits.BegunPerClient = 2),
    };

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Begin_MoreOftenThanPeopleDo_WaitsAndKeepsWhatWasTyped()
    {
        await new TestData(host).PlaceAsync("Hijken");
        for (var begun = 0; begun < 2; begun++)
        {
            using var before = host.Browser();
            await BeginAsync(before, HttpStatusCode.OK);
        }

        using var browser = host.Browser();
        await BeginAsync(browser, HttpStatusCode.TooManyRequests);

        Assert.Contains("Wacht een paar minuten", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Samen zitten.", browser.Body, StringComparison.Ordinal);
        Assert.Equal(2, await host.DbAsync(db => db.Set<Draft>().CountAsync()));
    }

    private static async Task BeginAsync(TestBrowser browser, HttpStatusCode expected)
    {
        await browser.OpenAsync("/idee");
        await browser.SubmitAsync(
            "Volgende vraag",
            expected,
            ("Hoe heet het", "Een bankje"),
            ("Wat wilt u doen?", "Een bankje bij de brug."),
            ("Waarom?", "Samen zitten.")
        );
    }
}
