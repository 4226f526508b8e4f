using Brink.Features.Accounts;
using Brink.Features.Exchange;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Exchange;

/// <summary>What is kept of people who ask, offer and know, and how it goes (P8).</summary>
public sealed class ExchangeKeepingTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private TestData Data => new(host);

    [Fact]
    public async Task Cleaning_TakesAwayWhatNobodyConfirmed()
    {
        var place = await Data.PlaceAsync();
        var stranger = await Data.PersonAsync("Onbekend");
        var forgotten = await Data.HelpAsync(place, stranger, "Nooit bevestigd", confirmed: false);
        var kept = await Data.HelpAsync(place, stranger, "Wel bevestigd");
        var answer = await Data.AnswerAsync(kept, await Data.PersonAsync(), confirmed: false);
        host.Time.Advance(ExchangeCleaning.UnconfirmedStay + TimeSpan.FromDays(1));

        await CleanAsync();

        await host.DbAsync(async db =>
        {
            var help = await db.Helps.Include(h => h.Subject).SingleAsync(h => h.Id == forgotten.Id);
            Assert.Equal((HelpState.Withdrawn, "", ""), (help.State, help.Subject.Title, help.Text));
            Assert.False(await db.Contributions.AnyAsync(c => c.SubjectId == forgotten.Id && c.ByPersonId != null));
            Assert.False(await db.HelpResponses.AnyAsync(r => r.Id == answer.Id));
            Assert.Equal(
                "Wel bevestigd",
                await db.Subjects.Where(s => s.Id == kept.Id).Select(s => s.Title).SingleAsync()
            );
        });
    }

    [Fact]
    public async Task Cleaning_TakesAwayNumbersAndMessagesOfLongAgo()
    {
        var place = await Data.PlaceAsync();
        var help = await Data.HelpAsync(place, await Data.PersonAsync());
        var answer = await Data.AnswerAsync(help, await Data.PersonAsync(), Road.Telephone);
        await CleanAsync();
        Assert.Equal("0593 11 22 33", await TelephoneAsync(answer.Id));

        host.Time.Advance(TimeSpan.FromDays(30) + ExchangeCleaning.LettersStay + TimeSpan.FromDays(2));
        await CleanAsync();

        Assert.Equal("", await TelephoneAsync(answer.Id));
    }

    [Fact]
    public async Task OwnData_IsReadAndErased()
    {
        var place = await Data.PlaceAsync();
        var person = await Data.PersonAsync("Wil weg");
        var own = await Data.HelpAsync(place, person, "Van mij");
        var other = await Data.HelpAsync(place, await Data.PersonAsync(), "Van een ander");
        var answer = await Data.AnswerAsync(other, person, Road.Telephone);
        var expert = await Data.ExpertAsync(person, "Mijn kennis");
        var ownData = new ExchangeOwnData();
        var part = await host.InsideAsync(services =>
            ownData.ReadAsync(
                services.GetRequiredService<Brink.Platform.Database.BrinkDb>(),
                services.GetRequiredService<Texts>(),
                person.Id,
                default
            )
        );
        var values = part.Rows.SelectMany(row => row).Select(fact => fact.Value).ToArray();
        Assert.Contains("Van mij", values);
        Assert.Contains("0593 11 22 33", values);
        Assert.Contains("Mijn kennis", values);

        await host.DbAsync(async db =>
        {
            await ownData.EraseAsync(db, person.Id, wordsToo: true, Data.Now(person.Id), default);
            await db.SaveChangesAsync();
        });

        await host.DbAsync(async db =>
        {
            var erased = await db.HelpResponses.SingleAsync(r => r.Id == answer.Id);
            Assert.Equal(("", "", ""), (erased.Name, erased.Message, erased.Telephone));
            var titles = await db
                .Subjects.Where(s => s.Id == own.Id || s.Id == expert.Id)
                .Select(s => new { s.Title, s.Visibility })
                .ToArrayAsync();
            Assert.All(titles, s => Assert.Equal(("", Visibility.Withdrawn), (s.Title, s.Visibility)));
        });
    }

    private Task<string> TelephoneAsync(long id) =>
        host.DbAsync(db => db.HelpResponses.Where(r => r.Id == id).Select(r => r.Telephone).SingleAsync());

    private Task CleanAsync() => host.DbAsync(db => new ExchangeCleaning(host.Time).RunAsync(db, default));
}
