using Brink.Features.Accounts;
using Brink.Features.Accounts.Privacy;
using Brink.Features.Notices;
using Brink.Features.Notices.Jobs;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Brink.Tests.Features.Accounts.Privacy;

/// <summary>
/// Erasing while something is being made for the same person. The outcome: whoever was first is taken along, whoever
/// comes after finds nobody, and afterwards nothing waits for who was erased.
/// </summary>
public sealed class EraseAtOnceTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;

    [Fact]
    public async Task Erase_WhileADigestIsBeingMade_WaitsForIt_AndTakesItAlong()
    {
        var (place, sender, reader) = (
            await Data.PlaceAsync(),
            await Data.PersonAsync(),
            await Data.PersonAsync("Lezer")
        );
        var idea = await Data.InitiativeAsync(place, sender);
        await host.ForgetAsync();
        var entry = await host.Brink.DbAsync(db =>
            db.Journal.Where(e => e.SubjectId == idea.Id).Select(e => e.Id).FirstAsync()
        );

        // The dispatcher has put down its line and has not committed yet.
        await using var making = new NpgsqlConnection(host.Brink.Database.OwnerConnectionString);
        await making.OpenAsync();
        await using var transaction = await making.BeginTransactionAsync();
        await using (
            var line = new NpgsqlCommand(
                "INSERT INTO digest_lines (municipality_id, person_id, journal_entry_id, frequency) VALUES ($1, $2, $3, 'Daily')",
                making
            )
        )
        {
            foreach (var value in new[] { host.Brink.Tenant.Id, reader.Id, entry })
            {
                line.Parameters.Add(new() { Value = value });
            }

            await line.ExecuteNonQueryAsync();
        }

        var erasing = host.EraseAsync(reader);
        await Task.Delay(300);
        Assert.False(erasing.IsCompleted);
        await transaction.CommitAsync();

        Assert.True((await erasing).Succeeded);
        Assert.False(await host.Brink.DbAsync(db => db.DigestLines.AnyAsync(l => l.PersonId == reader.Id)));
    }

    [Fact]
    public async Task Erase_AtTheSameMomentAsDispatchAndDigest_LeavesNothingWaiting()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender);
        var readers = new List<Person>();
        for (var number = 0; number < 12; number++)
        {
            readers.Add(await Data.PersonAsync());
            await host.FollowAsync(readers[^1], idea.Id, number % 2 == 0 ? Frequency.Daily : Frequency.AtOnce);
        }

        await host.ForgetAsync();
        await host.UpdateAsync(idea.Id, sender);
        await Task.WhenAll([
            .. readers.Select(reader => Task.Run(() => host.EraseAsync(reader))),
            Task.Run(() => DispatchAsync()),
            Task.Run(() => DispatchAsync()),
            Task.Run(() => host.RunAsync<Digests>()),
        ]);
        await DispatchAsync();
        await host.RunAsync<Digests>();

        var ids = readers.Select(reader => reader.Id).ToArray();
        await host.Brink.DbAsync(async db =>
        {
            Assert.Equal(12, await db.People.CountAsync(p => ids.Contains(p.Id) && p.ErasedAt != null));
            Assert.False(await db.DigestLines.AnyAsync(l => ids.Contains(l.PersonId)));
            Assert.False(await db.MailMessages.AnyAsync(m => ids.Contains(m.PersonId) && m.State == MailState.Waiting));
            Assert.False(await db.AccessLinks.AnyAsync(l => ids.Contains(l.PersonId)));
        });
        await host.EmptyAsync();
        Assert.DoesNotContain(host.Mail.Sent, mail => readers.Exists(reader => reader.Email == mail.ToAddress));
    }

    [Fact]
    public async Task Erase_PressedTwiceAtOnce_IsErasedOnce()
    {
        var person = await Data.PersonAsync();
        await Data.InitiativeAsync(await Data.PlaceAsync(), person);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.EraseAsync(person))));

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Equal(
            1,
            await host.Brink.DbAsync(db =>
                db.Journal.CountAsync(e => e.Verb == AccountVerbs.Erased && e.PersonId == person.Id)
            )
        );
    }

    [Fact]
    public async Task Erase_WhileARoleIsGiven_EitherRefusesOrTheRoleIsNotGiven()
    {
        var place = await Data.PlaceAsync();
        for (var round = 0; round < 6; round++)
        {
            var person = await Data.PersonAsync();
            var giving = Task.Run(async () =>
            {
                try
                {
                    await Data.SaveAsync(db =>
                    {
                        db.RoleHoldings.Add(
                            new RoleHolding
                            {
                                PersonId = person.Id,
                                OrganisationId = place.Association.Id,
                                Role = Role.ContactPerson,
                                From = Data.Now().Today,
                            }
                        );
                        return Task.FromResult(true);
                    });
                    return true;
                }
                catch (DbUpdateException problem) when (Brink.Features.Shared.Conflict.IsErasedPerson(problem))
                {
                    return false;
                }
            });
            var erased = (await Task.Run(() => host.EraseAsync(person))).Succeeded;

            Assert.NotEqual(erased, await giving);
        }
    }

    [Fact]
    public async Task Form_SentInTheMomentOfErasing_EndsOnThePageOfWhoSignedOut()
    {
        var (place, person) = (await Data.PlaceAsync(), await Data.PersonAsync());
        await Data.InitiativeAsync(place, await Data.PersonAsync());
        using var browser = host.Brink.Browser(person);
        await browser.OpenAsync("/volgen/" + place.Village.Id);

        Assert.True((await host.EraseAsync(person)).Succeeded);
        var answer = await browser.SendAsync(browser.Form("Bewaar mijn keuze"));

        Assert.True((int)answer.StatusCode < 500, answer.StatusCode.ToString());
        Assert.False(await host.Brink.DbAsync(db => db.Follows.AnyAsync(f => f.PersonId == person.Id)));
    }

    [Fact]
    public async Task EveryTableThatRefersToPeople_RefusesWhoWasErased()
    {
        await using var connection = new NpgsqlConnection(host.Brink.Database.OwnerConnectionString);
        await connection.OpenAsync();
        await using var unguarded = new NpgsqlCommand(
            """
            SELECT k.conrelid::regclass || '.' || a.attname
            FROM pg_constraint k
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) AND a.attname <> 'municipality_id'
            WHERE k.contype = 'f' AND k.confrelid = 'people'::regclass
              AND NOT EXISTS (
                  SELECT FROM pg_trigger t WHERE t.tgrelid = k.conrelid AND t.tgname = 'person_is_there_' || a.attname)
            """,
            connection
        );
        Assert.Null(await unguarded.ExecuteScalarAsync());

        var person = await Data.PersonAsync();
        Assert.True((await host.EraseAsync(person)).Succeeded);
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            host.Brink.DbAsync(async db =>
            {
                db.MailMessages.Add(MailMessage.SignIn(person.Id, host.Brink.Time.GetUtcNow()));
                await db.SaveChangesAsync();
            })
        );
    }

    private async Task DispatchAsync()
    {
        while (await host.Dispatcher.DispatchAsync(host.Brink.Tenant, default)) { }
    }
}
