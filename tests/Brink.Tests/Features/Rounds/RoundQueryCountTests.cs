using Brink.Features.Rounds;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>However many react, a page asks the same number of times.</summary>
public sealed class RoundQueryCountTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly QueryCounter counter = new();
    private BrinkHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = new BrinkHost(postgres) { Configure = counter.Watch };
        await host.InitializeAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Pages_AskAsOftenForMuchAsForLittle()
    {
        var made = await RoundsMade.WithAsync(host);
        var first = await made.SaidAsync(await made.Data.PersonAsync(), "Eerste.", "Verkeer");
        await made.CloseNowAsync();
        await made.AnsweredAsync(await made.TakenUpAsync(first.Id));
        await made.ReplaceAsync("# 1. Verkeer\n\nHet wordt 30.");
        string[] addresses =
        [
            RoundLinks.All(made.DossierId),
            RoundLinks.Document(made.DossierId, made.DocumentId),
            RoundLinks.Differences(made.DossierId, made.DocumentId),
            RoundLinks.Round(made.DossierId, made.RoundId),
            RoundLinks.Reactions(made.DossierId, made.RoundId),
            RoundLinks.Report(made.DossierId, made.RoundId),
        ];
        var little = await CountAsync(addresses);
        for (var number = 0; number < 30; number++)
        {
            await made.SaidAsync(await made.Data.PersonAsync(), $"Reactie {number}.", number % 2 == 0 ? "Groen" : null);
        }

        Assert.Equal(little, await CountAsync(addresses));
        Assert.InRange(little.Max(), 1, 14);
    }

    /// <summary>What the plan's page shows of a round is read from a few rows, whatever came in.</summary>
    [Fact]
    public async Task FiftyThousandReactions_AreCountedInAFewRows()
    {
        var made = await RoundsMade.WithAsync(host);
        var one = await made.SaidAsync(await made.Data.PersonAsync(), "Een.");
        await Sql.ExecuteAsync(
            host.Database.OwnerConnectionString,
            $"""
            INSERT INTO reactions (municipality_id, id, round_id, person_id, contribution_id, kind, anchor, quote, quote_at,
                text, proposed, state, at, is_late, file_hash, file_type, own_words)
            SELECT municipality_id, 900000000 + n, round_id, person_id, contribution_id, kind, anchor, quote, quote_at,
                text, proposed, state, at, is_late, file_hash, file_type, own_words
            FROM reactions, generate_series(1, 49999) n WHERE id = {one.Id};
            ANALYZE
            """
        );

        var page = await host.Browser().OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId, null, 2500));

        Assert.Contains("50.000 reacties.", page.Text, StringComparison.Ordinal);
        Assert.Equal(20, page.Page.QuerySelectorAll("article").Length);
        Assert.InRange(await host.DbAsync(db => db.RoundCounts.CountAsync(c => c.RoundId == made.RoundId)), 1, 8);
        await page.OpenAsync(RoundLinks.All(made.DossierId));
        Assert.Contains("50.000 reacties.", page.Text, StringComparison.Ordinal);
        await host.Browser(made.Officer).OpenAsync(made.Work);
    }

    private async Task<int[]> CountAsync(string[] addresses)
    {
        var counts = new List<int>();
        foreach (var address in addresses)
        {
            counts.Add((await counter.AskedAsync(host, address)).Count);
        }

        return [.. counts];
    }
}
