using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.Support;
using Brink.Features.Journal;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives.Support;

/// <summary>One person counts once and everybody counts, also when hundreds click in the same moment.</summary>
[Collection(Alone.Name)]
public sealed class SupportAtOnceTests(NoticesHost notices) : IClassFixture<NoticesHost>
{
    private BrinkHost Host => notices.Brink;
    private TestData Data => notices.Data;

    [Fact]
    public async Task OnePerson_ThroughTheMailAndTheSession_FiveHundredTimesAtOnce_CountsOnce()
    {
        var (initiative, place) = await InitiativeAsync();
        var person = await Data.PersonAsync("Mevrouw Snel");
        var secrets = await LinksAsync(person, initiative.Id, 8);
        var home = ("Waar woont u?", place.Village.Subject!.Title);
        var session = await Host.Browser(person).OpenAsync(SupportLinks.Back(initiative.Id));
        var links = new List<TestBrowser>();
        foreach (var secret in secrets)
        {
            links.Add(await Host.Browser().OpenAsync(SupportLinks.ConfirmBacking(secret)));
        }

        var presses = Enumerable
            .Range(0, 500)
            .Select(number =>
                number % 2 == 0
                    ? Through(session, "Ik steun dit", home)
                    : Through(links[number / 2 % links.Count], "Ja, ik steun dit", home)
            )
            .ToList();

        var answers = await AtOnceAsync(presses);

        Assert.All(answers, status => Assert.InRange(status, 200, 499));
        Assert.Equal((1, 0, 1, 1), await FiguresAsync(initiative.Id));
    }

    [Fact]
    public async Task FiveHundredPersons_AtOnce_CountExactly()
    {
        var (initiative, place) = await InitiativeAsync();
        var people = await Data.SaveAsync(db =>
        {
            var made = Enumerable
                .Range(0, 500)
                .Select(number =>
                    Person.WithMail("", $"velen{initiative.Id}-{number}@voorbeeld.example", Host.Time.GetUtcNow())
                )
                .ToArray();
            db.People.AddRange(made);
            return Task.FromResult(made);
        });
        var presses = new (TestBrowser, HttpRequestMessage)[people.Length];
        await Parallel.ForAsync(
            0,
            people.Length,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, _) =>
            {
                var browser = await Host.Browser(people[number]).OpenAsync(SupportLinks.Back(initiative.Id));
                var home = number % 5 == 0 ? "Buiten de gemeente Testveen" : place.Village.Subject!.Title;
                presses[number] = Through(browser, "Ik steun dit", ("Waar woont u?", home));
            }
        );

        var answers = await AtOnceAsync(presses);

        Assert.All(answers, status => Assert.Equal(302, status));
        Assert.Equal((400, 100, 500, 500), await FiguresAsync(initiative.Id));
    }

    [Fact]
    public async Task BackingAndTakingBackAtOnce_LeavesTheCountAsTheRows()
    {
        var (initiative, place) = await InitiativeAsync();
        var person = await Data.PersonAsync("Mevrouw Twijfel");
        var browser = await Host.Browser(person).OpenAsync(SupportLinks.Back(initiative.Id));
        var home = ("Waar woont u?", place.Village.Subject!.Title);
        await browser.SubmitAsync("Ik steun dit", fields: home);
        var presses = Enumerable
            .Range(0, 40)
            .Select(number =>
                (
                    browser.Copy(),
                    number % 2 == 0 ? browser.Form("Bewaar mijn keuze", home) : browser.Form("Neem mijn steun terug")
                )
            )
            .ToList();

        await AtOnceAsync(presses);

        var (village, _, rows, _) = await FiguresAsync(initiative.Id);
        Assert.Equal(rows, village);
    }

    [Fact]
    public async Task MoreConcernsOfOnePersonAtOnceThanMayBe_AreHeldToTheBound()
    {
        var (initiative, place) = await InitiativeAsync();
        var person = await Data.PersonAsync("Meneer Veel");
        var presses = new List<(TestBrowser, HttpRequestMessage)>();
        for (var number = 0; number < 12; number++)
        {
            var browser = await Host.Browser(person).OpenAsync(SupportLinks.Voice(initiative.Id));
            presses.Add(
                (
                    browser,
                    browser.Form(
                        "Plaats mijn zorg",
                        ("Uw zorg", $"Zorg {number}"),
                        ("Waar woont u?", place.Village.Subject!.Title)
                    )
                )
            );
        }

        await AtOnceAsync(presses);

        var concerns = await Host.DbAsync(db => db.Concerns.CountAsync(c => c.InitiativeId == initiative.Id));
        Assert.InRange(concerns, 1, Concern.MostOfOnePerson);
        Assert.Equal(
            concerns,
            (await Host.DbAsync(db => db.FiguresAsync(initiative.Id, TestContext.Current.CancellationToken))).Concerns
        );
    }

    [Fact]
    public async Task TwoAnswersToOneConcernAtOnce_OneStands()
    {
        var (initiative, place) = await InitiativeAsync();
        var person = await Data.PersonAsync("Meneer Zorg");
        var voice = await Host.Browser(person).OpenAsync(SupportLinks.Voice(initiative.Id));
        await voice.SubmitAsync(
            "Plaats mijn zorg",
            fields: [("Uw zorg", "Wie ruimt op?"), ("Waar woont u?", place.Village.Subject!.Title)]
        );
        var id = await Host.DbAsync(db =>
            db.Concerns.Where(c => c.InitiativeId == initiative.Id).Select(c => c.Id).SingleAsync()
        );
        var initiator = await Host.DbAsync(db =>
            db.Initiators.Where(i => i.InitiativeId == initiative.Id).Select(i => i.Person!).SingleAsync()
        );
        var presses = new List<(TestBrowser, HttpRequestMessage)>();
        for (var number = 0; number < 6; number++)
        {
            var browser = await Host.Browser(initiator).OpenAsync(SupportLinks.AnswerConcern(initiative.Id, id));
            presses.Add((browser, browser.Form("Geef dit antwoord", ("Uw antwoord", $"Antwoord {number}"))));
        }

        var answers = await AtOnceAsync(presses);

        Assert.Equal(1, answers.Count(status => status == 302));
        Assert.Equal(
            1,
            await Host.DbAsync(db =>
                db.Set<JournalEntry>().CountAsync(e => e.SubjectId == initiative.Id && e.Verb == ConcernVerbs.Answered)
            )
        );
    }

    private static (TestBrowser Browser, HttpRequestMessage Press) Through(
        TestBrowser opened,
        string button,
        params (string, string)[] fields
    ) => (opened.Copy(), opened.Form(button, fields));

    /// <summary>All in the same moment; whoever is told that Brink is busy presses again, as people do.</summary>
    /// <returns>The status each got in the end.</returns>
    private static async Task<int[]> AtOnceAsync(IReadOnlyList<(TestBrowser Browser, HttpRequestMessage Press)> presses)
    {
        using var start = new SemaphoreSlim(0);
        var running = presses
            .Select(async one =>
            {
                var body = await one.Press.Content!.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
                await start.WaitAsync();
                for (var attempt = 1; ; attempt++)
                {
                    var status = await PressAsync(one.Browser, one.Press, body);
                    if (status != 503 || attempt == 20)
                    {
                        return status;
                    }

                    await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), TestContext.Current.CancellationToken);
                }
            })
            .ToArray();
        start.Release(presses.Count);
        return await Task.WhenAll(running);
    }

    private static async Task<int> PressAsync(TestBrowser browser, HttpRequestMessage press, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = press.Content!.Headers.ContentType;
        try
        {
            var answer = await browser.SendAsync(
                new HttpRequestMessage(press.Method, press.RequestUri) { Content = content }
            );
            return (int)answer.StatusCode;
        }
        catch (InvalidOperationException busy) when (Brink.Platform.Database.DatabaseAway.Is(busy))
        {
            // Before the page of failures could say so.
            return 503;
        }
    }

    private async Task<(Initiative, Place)> InitiativeAsync()
    {
        var place = await Data.PlaceAsync();
        return (await Data.InitiativeAsync(place, await Data.PersonAsync("Bewoner met een idee")), place);
    }

    private Task<string[]> LinksAsync(Person person, long initiative, int count) =>
        Host.DbAsync(async db =>
        {
            var made = Enumerable
                .Range(0, count)
                .Select(_ =>
                    AccessLink.Make(
                        LinkPurpose.ConfirmBacking,
                        person.Id,
                        initiative,
                        Host.Time.GetUtcNow(),
                        TimeSpan.FromDays(7)
                    )
                )
                .ToArray();
            db.AccessLinks.AddRange(made.Select(one => one.Link));
            await db.SaveChangesAsync();
            return made.Select(one => one.Secret).ToArray();
        });

    /// <summary>Counted of the village and of elsewhere, rows that count, and lines in the journal.</summary>
    private Task<(int, int, int, int)> FiguresAsync(long id) =>
        Host.DbAsync(async db =>
        {
            var figures = await db.FiguresAsync(id, TestContext.Current.CancellationToken);
            return (
                figures.FromVillage,
                figures.FromElsewhere,
                await db.Backings.CountAsync(b => b.InitiativeId == id && b.State == BackingState.Counted),
                await db.Set<JournalEntry>().CountAsync(e => e.SubjectId == id && e.Verb == BackingVerbs.Given)
            );
        });
}
