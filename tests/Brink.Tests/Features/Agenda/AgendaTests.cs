using System.Globalization;
using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Agenda;
using Brink.Features.Developments;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Agenda;

/// <summary>The agenda of a board: put on it in one step, printed, ticked off, and seen by nobody else (S5, M2).</summary>
public sealed class AgendaTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    private TestData Data { get; } = new(host);
    private Place Place { get; set; } = null!;
    private Person Chair { get; set; } = null!;
    private long Board => Place.Association.Id;

    public async ValueTask InitializeAsync()
    {
        Place = await Data.PlaceAsync();
        Chair = await Data.HolderAsync(Role.Chair, Place.Association);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_OwnPoint_StandsOnTheAgenda_UntilItIsTickedOffWithItsDay()
    {
        var browser = await host.Browser(Chair).OpenAsync("/mijn");
        Assert.Contains($"Agenda van {Place.Association.Name}", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(AgendaLinks.New(Board));
        await browser.SubmitAsync("Zet op de agenda", HttpStatusCode.BadRequest, ("Wilt u er iets", "Wie heeft ze?"));
        Assert.Contains("Schrijf waar het punt over gaat.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Wie heeft ze?", browser.Body, StringComparison.Ordinal);

        await browser.SubmitAsync("Zet op de agenda", fields: ("Waar gaat het over?", "Sleutels van de ijsbaan"));

        Assert.Contains("Sleutels van de ijsbaan", Points(browser), StringComparison.Ordinal);
        Assert.Contains("Wie heeft ze?", Points(browser), StringComparison.Ordinal);
        Assert.Contains($"Erop gezet door {Chair.Name}", Points(browser), StringComparison.Ordinal);
        var point = await PointAsync("Sleutels van de ijsbaan");
        await browser.OpenAsync(AgendaLinks.Point(Board, point.Id));
        await browser.SubmitAsync("Vink dit punt af", HttpStatusCode.BadRequest, ("Op welke dag", Day(1)));
        Assert.Contains("Deze dag moet nog komen.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Vink dit punt af", fields: ("Op welke dag", Day(-2)));

        Assert.Contains("Er staat nog niets op de agenda.", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(AgendaLinks.DealtWith(Board));
        Assert.Contains("Sleutels van de ijsbaan", Points(browser), StringComparison.Ordinal);
        Assert.Contains("Besproken op", Points(browser), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AnySubject_IsPutThereInOneStep_Once()
    {
        var initiative = await Data.InitiativeAsync(Place, await Data.PersonAsync(), "Een bankje bij de vijver");
        var address = SubjectLinks.Of(SubjectKind.Initiative, initiative.Id, initiative.Subject.Slug);
        var browser = await host.Browser(Chair).OpenAsync(address);
        Assert.NotNull(browser.Page.QuerySelector($"a[href='{AgendaLinks.Put(initiative.Id)}']"));
        Assert.DoesNotContain(
            "Zet dit op de agenda",
            (await host.Browser().OpenAsync(address)).Text,
            StringComparison.Ordinal
        );
        await browser.OpenAsync(AgendaLinks.Put(initiative.Id));

        await browser.SubmitAsync("Zet op de agenda", fields: ("Wilt u er iets", "Doen wij mee?"));

        Assert.Contains("Een bankje bij de vijver", Points(browser), StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector($"main a[href='{address}']"));
        await browser.OpenAsync(AgendaLinks.Put(initiative.Id));
        await browser.SubmitAsync("Zet op de agenda", HttpStatusCode.BadRequest);
        Assert.Contains("Dit staat al op deze agenda", browser.Text, StringComparison.Ordinal);
        // What a board talks about is no news of the initiative.
        Assert.False(
            await host.DbAsync(db =>
                db.Journal.AnyAsync(j => j.SubjectId == initiative.Id && j.Verb == AgendaVerbs.Put)
            )
        );
    }

    [Fact]
    public async Task Post_DevelopmentForMembersOnly_IsPutThereFromItsOwnPage()
    {
        var (umbrella, chair) = await UmbrellaAsync();
        var watched = await WatchedAsync(umbrella, "Nieuwe regels voor dorpshuizen");
        var browser = await host.Browser(chair).OpenAsync(DevelopmentLinks.Step(watched.Id));

        await browser.SubmitAsync("Zet op de agenda", fields: ("Wilt u er iets", "Wat vinden wij?"));

        Assert.StartsWith(AgendaLinks.Of(umbrella.Id), browser.Address, StringComparison.Ordinal);
        Assert.Contains("Nieuwe regels voor dorpshuizen", Points(browser), StringComparison.Ordinal);
        // A member reads it and may take it along; a stranger learns nothing of it.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Chair, AgendaLinks.Put(watched.Id)));
        var stranger = (await Data.PlaceAsync()).ContactPerson;
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, AgendaLinks.Put(watched.Id)));
    }

    [Fact]
    public async Task Get_Agenda_IsForWhoSpeaksForTheOrganisationOnly()
    {
        var browser = await host.Browser(Chair).OpenAsync(AgendaLinks.New(Board));
        await browser.SubmitAsync("Zet op de agenda", fields: ("Waar gaat het over?", "Ruzie over de ijsbaan"));
        var point = await PointAsync("Ruzie over de ijsbaan");
        var page = PlacesLinks.Organisation(Board, Place.Association.Name);
        Assert.Contains("Agenda van het bestuur", (await browser.OpenAsync(page)).Text, StringComparison.Ordinal);

        foreach (
            var other in new[] { Place.Liaison, (await Data.PlaceAsync()).ContactPerson, await Data.PersonAsync() }
        )
        {
            foreach (
                var address in new[]
                {
                    AgendaLinks.Of(Board),
                    AgendaLinks.New(Board),
                    AgendaLinks.Point(Board, point.Id),
                }
            )
            {
                Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(other, address));
            }

            Assert.DoesNotContain(
                "Agenda van het bestuur",
                (await host.Browser(other).OpenAsync(page)).Text,
                StringComparison.Ordinal
            );
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Chair, AgendaLinks.Of(long.MaxValue)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Chair, AgendaLinks.Point(Board, long.MaxValue)));
        Assert.DoesNotContain(
            "Ruzie",
            (await host.Browser(Place.Liaison).OpenAsync("/zoeken?q=ijsbaan")).Text,
            StringComparison.Ordinal
        );
        // The journal says that, and never what.
        var about = await host.DbAsync(db =>
            db.Journal.Where(j => j.Verb == AgendaVerbs.Put).Select(j => j.About).ToArrayAsync()
        );
        Assert.All(about, line => Assert.DoesNotContain("Ruzie", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_TwoOfABoardEndTheSamePoint_TheSecondReadsWhatHappened()
    {
        for (var round = 0; round < 5; round++)
        {
            var first = await host.Browser(Chair).OpenAsync(AgendaLinks.New(Board));
            await first.SubmitAsync("Zet op de agenda", fields: ("Waar gaat het over?", $"Punt {round}"));
            var point = await PointAsync($"Punt {round}");
            await first.OpenAsync(AgendaLinks.Point(Board, point.Id));
            var second = await host.Browser(Place.ContactPerson).OpenAsync(AgendaLinks.Point(Board, point.Id));

            var answers = await Task.WhenAll(
                first.SubmitOnlyAsync("Vink dit punt af", ("Op welke dag", Day(-1))),
                second.SubmitOnlyAsync("Haal dit punt eraf")
            );

            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
            var (now, late) = (await PointAsync($"Punt {round}"), answers[0].StatusCode == HttpStatusCode.BadRequest);
            Assert.Equal(late ? AgendaState.TakenOff : AgendaState.DealtWith, now.State);
            Assert.Contains(
                late ? "Dit punt is al van de agenda gehaald" : "Dit punt is al afgevinkt",
                (late ? first : second).Text,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Post_TwoPutTheSameSubjectThereAtOnce_ItStandsThereOnce()
    {
        var initiative = await Data.InitiativeAsync(Place, await Data.PersonAsync(), "Een nieuwe vijver");
        var browsers = new List<TestBrowser>();
        foreach (var person in new[] { Chair, Place.ContactPerson })
        {
            browsers.Add(await host.Browser(person).OpenAsync(AgendaLinks.Put(initiative.Id)));
        }

        var answers = await Task.WhenAll(browsers.Select(b => b.SubmitOnlyAsync("Zet op de agenda")));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        var late = browsers.Single(b => b.Response.StatusCode == HttpStatusCode.BadRequest);
        Assert.Contains("Dit staat al op deze agenda", late.Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.DbAsync(db => db.AgendaPoints.CountAsync(p => p.SubjectId == initiative.Id)));
    }

    [Fact]
    public async Task Erase_LeavesTheBoardItsPoint_WithoutTheName()
    {
        var browser = await host.Browser(Chair).OpenAsync(AgendaLinks.New(Board));
        await browser.SubmitAsync(
            "Zet op de agenda",
            fields: [("Waar gaat het over?", "De sleutels"), ("Wilt u er iets", "Ik heb er een.")]
        );

        await host.DbAsync(async db =>
        {
            await new AgendaOwnData().EraseAsync(db, Chair.Id, wordsToo: true, Data.Now(), default);
            db.Journal.Add(JournalEntry.General(AccountVerbs.Forgotten, Data.Now()));
            await db.SaveChangesAsync();
        });

        var point = await PointAsync("De sleutels");
        Assert.Equal((null, "", AgendaState.Open), (point.AddedById, point.Remark, point.State));
    }

    private async Task<(Organisation Umbrella, Person Chair)> UmbrellaAsync()
    {
        var umbrella = await Data.OrganisationAsync(OrganisationKind.Umbrella);
        await Data.SaveAsync(db =>
        {
            db.Memberships.Add(new Membership { OrganisationId = Board, UmbrellaId = umbrella.Id });
            return Task.FromResult(true);
        });
        return (umbrella, await Data.HolderAsync(Role.Chair, umbrella));
    }

    private Task<Development> WatchedAsync(Organisation umbrella, string title) =>
        Data.SaveAsync(db =>
        {
            var words = new DevelopmentWords(title, DevelopmentLevel.National, "Een wet.", "", null, "", null, false);
            var development = Development.Watch(words, umbrella.Id, Data.Now());
            db.Developments.Add(development);
            return Task.FromResult(development);
        });

    private async Task<HttpStatusCode> StatusAsync(Person person, string address) =>
        (await host.Browser(person).AskAsync(address)).StatusCode;

    private static string Points(TestBrowser browser) => browser.Page.QuerySelector("main ol")?.TextContent ?? "";

    private string Day(int ahead) =>
        Data.Now().Today.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<AgendaPoint> PointAsync(string title) =>
        host.DbAsync(db => db.AgendaPoints.AsNoTracking().SingleAsync(p => p.Title == title));
}
