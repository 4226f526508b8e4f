using Brink.Platform.Database;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Brink.Tests.Features.Journal;

public sealed class JournalTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Theory]
    [InlineData("UPDATE journal SET verb = 'other'")]
    [InlineData("DELETE FROM journal")]
    [InlineData("TRUNCATE journal CASCADE")]
    public async Task Journal_CannotBeChanged_EvenByItsOwner(string change)
    {
        await new TestData(host).PlaceAsync();
        await using var db = new BrinkDb(Migrator.Options(host.Database.OwnerConnectionString));

        var problem = await RefusedAsync();
        while (problem.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            // Emptying a table wants it whole, and the outbox is at work on it.
            problem = await RefusedAsync();
        }

        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, problem.SqlState);

        Task<PostgresException> RefusedAsync() =>
            Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(change));
    }

    [Fact]
    public async Task Saving_WithoutAJournalLine_Throws()
    {
        await host.DbAsync(async db =>
        {
            db.Organisations.Add(new() { Name = "Zonder regel" });

            var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

            Assert.Contains("journal", problem.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Saving_WithAJournalLine_LeavesWorkForTheOutbox()
    {
        var data = new TestData(host);
        var initiative = await data.InitiativeAsync(await data.PlaceAsync(), await data.PersonAsync());

        await host.DbAsync(async db =>
        {
            var lines = await db.Journal.Where(j => j.SubjectId == initiative.Id).Select(j => j.Verb).ToArrayAsync();
            Assert.Contains(Brink.Features.Initiatives.InitiativeVerbs.HandedIn, lines);
            Assert.Contains(Brink.Features.Initiatives.InitiativeVerbs.Confirmed, lines);
            Assert.Contains(Brink.Features.Promises.PromiseVerbs.Made, lines);
        });
    }

    [Fact]
    public async Task About_HoldsCodesAndNumbersOnly()
    {
        var data = new TestData(host);
        var initiative = await data.InitiativeAsync(await data.PlaceAsync(), await data.PersonAsync());

        await host.DbAsync(async db =>
        {
            var abouts = await db.Journal.Where(j => j.SubjectId == initiative.Id).Select(j => j.About).ToArrayAsync();
            Assert.All(abouts, about => Assert.DoesNotContain("beweegtuin", about, StringComparison.OrdinalIgnoreCase));
        });
    }
}
