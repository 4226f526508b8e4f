using Brink.Features.Journal;
using Brink.Features.Promises;
using Brink.Platform.Localisation;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Promises;

/// <summary>What promises keep of a person is shown to that person and erased at that person's wish.</summary>
public sealed class PromisesOwnDataTests(BrinkHost host) : PromisesByHand(host)
{
    private static readonly PromisesOwnData Own = new();

    [Fact]
    public async Task Official_WhoIsErased_LeavesTheOrganisationItsPromises()
    {
        var made = await MadeAsync();
        await Data.SaveAsync(async db =>
        {
            var promise = await db.Promises.Include(p => p.Subject).SingleAsync(p => p.Id == made.Id);
            return promise.ProposeMove(PromiseSide.By, made.Due.AddDays(7), "Drukte.", Data.Now(Place.Liaison.Id));
        });
        Assert.NotEmpty((await PartAsync(Place.Liaison.Id)).Rows);

        await EraseAsync(Place.Liaison.Id, wordsToo: true);

        var now = await ReadAsync(made.Id);
        Assert.Equal((PromiseState.Open, null, made.What), (now.State, now.ByPersonId, now.What));
        Assert.Equal((null, "Drukte."), (Assert.Single(now.Moves).ProposedById, now.Moves[0].Reason));
        Assert.Empty((await PartAsync(Place.Liaison.Id)).Rows);
    }

    [Fact]
    public async Task Resident_WhoIsErased_OwesNothingMore_AndTheWordsGoByChoice()
    {
        var made = await Data.SaveAsync(async db =>
            Promise.Make(
                await db.Subjects.SingleAsync(s => s.Id == Initiative.Id),
                PromiseKind.Agreed,
                new Party(null, Initiator.Id),
                new Party(Place.Municipality.Id, null),
                Data.Now().Today.AddDays(5),
                Data.Now(Initiator.Id),
                "Ik maai het gras op nummer 12"
            )
        );

        await EraseAsync(Initiator.Id, wordsToo: true);

        var now = await ReadAsync(made.Id);
        Assert.Equal((PromiseState.Released, null, ""), (now.State, now.ByPersonId, now.What));
        using var anyone = Host.Browser();
        await anyone.OpenAsync(PromiseLinks.Show(made.Id));
        Assert.Contains("tekst is weggehaald", anyone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nummer 12", anyone.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CalendarAddress_IsTold_AndGoesWithThePerson()
    {
        using var browser = Host.Browser(Place.Liaison);
        await browser.OpenAsync(PromiseLinks.CalendarSettings);
        await browser.SubmitAsync("Maak een agenda-adres");
        Assert.Contains(
            (await PartAsync(Place.Liaison.Id)).Rows,
            row => row.Any(fact => fact.Name == "Eigen agenda-adres sinds")
        );

        await EraseAsync(Place.Liaison.Id, wordsToo: false);

        Assert.False(await Host.DbAsync(db => db.CalendarKeys.AnyAsync(k => k.PersonId == Place.Liaison.Id)));
    }

    private Task<Brink.Features.Accounts.OwnDataPart> PartAsync(long person) =>
        Host.InsideAsync(services =>
            Own.ReadAsync(
                services.GetRequiredService<Brink.Platform.Database.BrinkDb>(),
                services.GetRequiredService<Texts>(),
                person,
                default
            )
        );

    private Task EraseAsync(long person, bool wordsToo) =>
        Host.DbAsync(async db =>
        {
            await Own.EraseAsync(db, person, wordsToo, Data.Now(person), default);
            db.Journal.Add(JournalEntry.General(Brink.Features.Accounts.AccountVerbs.Forgotten, Data.Now(person)));
            await db.SaveChangesAsync();
        });
}
