using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Checks;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Platform.Localisation;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Checks;

/// <summary>Both sides look back twice a year (G4); the outcomes are those of docs/states/check.md.</summary>
public sealed class CheckTests(NoticesHost notices) : IClassFixture<NoticesHost>, IAsyncLifetime
{
    private BrinkHost Host => notices.Brink;
    private DateTimeOffset start;

    public async ValueTask InitializeAsync()
    {
        start = Host.Time.GetUtcNow();
        await Host.BeginAnewAsync();
    }

    public ValueTask DisposeAsync()
    {
        Host.Time.SetTo(start);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Term_OpensOnceInMayAndNovember_TellsBothSides_AndThenTheOutcome()
    {
        var place = await new TestData(Host).PlaceAsync();
        On(2027, 4, 30);
        await RunAsync();
        Assert.Equal(0, await CountAsync());
        On(2027, 5, 1);
        await Task.WhenAll(RunAsync(), RunAsync(), RunAsync());
        await RunAsync();
        Assert.Equal(1, await CountAsync());
        await notices.ForgetAsync();

        On(2027, 6, 1);
        await RunAsync();
        await RunAsync();
        Assert.Equal(1, await CountAsync());
        Assert.Equal(1, await Host.DbAsync(db => db.Journal.CountAsync(line => line.Verb == CheckVerbs.Closed)));
        var page = await Host.Browser().OpenAsync(CheckLinks.Results);
        Assert.Contains("te weinig antwoorden", page.Text, StringComparison.Ordinal);
        Assert.NotNull(place);
    }

    [Fact]
    public async Task Opening_IsMailedToContactPersonsAndLiaisons_AndToNobodyElse()
    {
        // The mails of other municipalities are not what is asked here.
        Host.Time.SetTo(start);
        var data = notices.Data;
        var place = await data.PlaceAsync();
        var other = await data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        await notices.EmptyAsync();
        await notices.ForgetAsync();
        On(2028, 5, 2);
        await RunAsync();
        await notices.EmptyAsync();

        Assert.Contains(
            "Vijf korte vragen",
            notices.Mail.To(place.ContactPerson).Single().Subject,
            StringComparison.Ordinal
        );
        Assert.Single(notices.Mail.To(place.Liaison));
        Assert.Empty(notices.Mail.To(other));
    }

    [Fact]
    public async Task Answers_ShowAfterTheTermOnly_AndOnlyWhenEnoughTookPart()
    {
        var places = await PlacesAsync(3);
        var id = await OpenedAsync();
        foreach (var (place, score) in places.Zip(["Mee eens", "Mee eens", "Helemaal niet mee eens"]))
        {
            await AnswerAsync(place.ContactPerson, id, score);
        }

        await AnswerAsync(places[0].Liaison, id, "Helemaal mee eens");
        var page = await Host.Browser().OpenAsync(CheckLinks.Results);
        Assert.DoesNotContain("van de 5", page.Text, StringComparison.Ordinal);
        var mine = await Host.Browser(places[0].ContactPerson).OpenAsync(NoticeLinks.Mine);
        Assert.DoesNotContain("Vijf korte vragen", mine.Text, StringComparison.Ordinal);

        On(2027, 12, 1);
        await RunAsync();
        page = await Host.Browser().OpenAsync(CheckLinks.Results);
        Assert.Contains("3,0 van de 5", page.Text, StringComparison.Ordinal);
        Assert.Contains("te weinig antwoorden", page.Text, StringComparison.Ordinal);
        Assert.Contains("najaar 2027", page.Text, StringComparison.Ordinal);
        await page.OpenAsync(CheckLinks.Show(id, "samen-terugkijken-najaar-2027"));
        Assert.Contains("3,0 van de 5", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoAnswered_IsKept_AndWhatWasSaid_IsNot()
    {
        var place = (await PlacesAsync(1))[0];
        var id = await OpenedAsync();
        await AnswerAsync(place.Liaison, id, "Niet mee eens");

        var kept = await Host.DbAsync(db =>
            db.Checks.AsNoTracking().Include(c => c.Turnout).Include(c => c.Tallies).SingleAsync(c => c.Id == id)
        );
        Assert.Equal(place.Liaison.Id, Assert.Single(kept.Turnout).PersonId);
        Assert.All(
            kept.Tallies,
            tally => Assert.Equal(tally.Side == CheckSide.Municipality ? [0, 1, 0, 0, 0] : new int[5], tally.Counts)
        );
        Assert.All(kept.Tallies, tally => Assert.Null(tally.Mean));
    }

    [Fact]
    public async Task Unanswered_IsSaidAtTheStatement_AndOthersKeepTheirAnswer()
    {
        var place = (await PlacesAsync(1))[0];
        var id = await OpenedAsync();
        var browser = await Host.Browser(place.ContactPerson).OpenAsync(CheckLinks.Answer(id));
        var form = browser.Form("Verstuur de antwoorden");
        form.Content = new FormUrlEncodedContent([
            .. browser
                .Page.QuerySelectorAll("main input[type=hidden]")
                .Select(f => KeyValuePair.Create(f.GetAttribute("name")!, f.GetAttribute("value") ?? "")),
            KeyValuePair.Create("Open", "4"),
        ]);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(form)).StatusCode);
        Assert.Contains("Kies hoe het gaat.", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("input[name=Open][value='4'][checked]"));
        Assert.Equal(0, await Host.DbAsync(db => db.CheckTurnout.CountAsync(t => t.CheckId == id)));
    }

    [Fact]
    public async Task AllAtOnce_EachCountsOnce()
    {
        var places = await PlacesAsync(8);
        var id = await OpenedAsync();
        var browsers = new List<TestBrowser>();
        foreach (var place in places)
        {
            var chair = await new TestData(Host).HolderAsync(Role.Chair, place.Association);
            browsers.Add(await Host.Browser(place.ContactPerson).OpenAsync(CheckLinks.Answer(id)));
            browsers.Add(await Host.Browser(chair).OpenAsync(CheckLinks.Answer(id)));
        }

        var answers = await Task.WhenAll(
            browsers.Select(b => b.SubmitOnlyAsync("Verstuur de antwoorden", [.. Everywhere("Mee eens", b)]))
        );

        Assert.Equal(8, answers.Count(a => a.StatusCode == HttpStatusCode.Redirect));
        Assert.Equal(8, answers.Count(a => a.StatusCode == HttpStatusCode.BadRequest));
        var tallies = await Host.DbAsync(db =>
            db.Checks.AsNoTracking().Where(c => c.Id == id).SelectMany(c => c.Tallies).ToArrayAsync()
        );
        Assert.All(
            tallies.Where(t => t.Side == CheckSide.Villages),
            tally => Assert.Equal([0, 0, 0, 8, 0], tally.Counts)
        );
    }

    [Fact]
    public async Task OthersMayRead_ButNotAnswer()
    {
        var place = (await PlacesAsync(1))[0];
        var id = await OpenedAsync();
        var resident = Host.Browser(await new TestData(Host).PersonAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await resident.AskAsync(CheckLinks.Answer(id))).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Host.Browser(place.Liaison).AskAsync(CheckLinks.Answer(id + 1_000_000))).StatusCode
        );
        On(2027, 12, 1);
        var late = await Host.Browser(place.Liaison).OpenAsync(CheckLinks.Answer(id));
        Assert.Contains("De tijd is voorbij.", late.Text, StringComparison.Ordinal);
    }

    private async Task AnswerAsync(Person person, long id, string score)
    {
        var browser = await Host.Browser(person).OpenAsync(CheckLinks.Answer(id));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await browser.SubmitOnlyAsync("Verstuur de antwoorden", [.. Everywhere(score, browser)])).StatusCode
        );
        await browser.OpenAsync(CheckLinks.Answer(id));
        Assert.Contains("al ingevuld", browser.Text, StringComparison.Ordinal);
    }

    /// <summary>The same score for each statement: the field is found by its name, for the words are at every statement.</summary>
    private static IEnumerable<(string, string)> Everywhere(string score, TestBrowser browser)
    {
        var index = Array.IndexOf(
            ["Helemaal niet mee eens", "Niet mee eens", "Soms wel, soms niet", "Mee eens", "Helemaal mee eens"],
            score
        );
        foreach (var statement in Enum.GetValues<Statement>())
        {
            foreach (
                var input in browser.Page.QuerySelectorAll($"input[type=radio][name={statement}]").Skip(index).Take(1)
            )
            {
                input.SetAttribute("checked", "checked");
            }
        }

        return [];
    }

    private async Task<long> OpenedAsync()
    {
        On(2027, 11, 2);
        await RunAsync();
        return await Host.DbAsync(db => db.Checks.MaxAsync(c => c.Id));
    }

    private async Task<IReadOnlyList<Place>> PlacesAsync(int count)
    {
        var data = new TestData(Host);
        var places = new List<Place>();
        for (var number = 0; number < count; number++)
        {
            places.Add(await data.PlaceAsync());
        }

        On(2027, 11, 2);
        return places;
    }

    private Task<int> CountAsync() => Host.DbAsync(db => db.Checks.CountAsync());

    private void On(int year, int month, int day) =>
        Host.Time.SetTo(DutchTime.InstantOf(new DateOnly(year, month, day), new TimeOnly(9, 0)));

    private Task RunAsync() =>
        Host.DbAsync(async db =>
        {
            await Host.Services.GetRequiredService<CheckTerms>().RunAsync(db, CancellationToken.None);
            return true;
        });
}
