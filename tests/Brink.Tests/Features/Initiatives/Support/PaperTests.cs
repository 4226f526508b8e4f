using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Initiatives.Support;
using Brink.Tests.Platform.Files;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives.Support;

/// <summary>Lists of signatures on paper: counted by two, shown apart, the scan for few.</summary>
public sealed class PaperTests(BrinkHost host) : ActsOnOneInitiative(host)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.4 namen en handtekeningen"u8];

    [Fact]
    public async Task List_CountsWhenTwoPersonsCountedTheSame_ApartFromPeople()
    {
        await EnterAsync(Initiator, 45, 12);
        Assert.DoesNotContain("Op papier", (await VisitAsync()).Text, StringComparison.Ordinal);
        var all = await Host.Browser().OpenAsync(SupportLinks.AllSupport(Initiative.Id));
        Assert.Contains("één keer geteld.", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("45", all.Text, StringComparison.Ordinal);

        await CountAsync(Place.ContactPerson, 45, 12);

        var visitor = await VisitAsync();
        Assert.Contains(
            $"Op papier, 1 lijst: 45 handtekeningen uit {Place.Village.Subject!.Title} en 12 van elders.",
            visitor.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Daarom tellen we dit niet bij elkaar op.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Nog niemand.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoCountsThatDiffer_BothShow_UntilCountedAgain()
    {
        await EnterAsync(Initiator, 45, 12);
        await CountAsync(Place.Liaison, 47, 12);

        var all = await Host.Browser().OpenAsync(SupportLinks.AllSupport(Initiative.Id));
        Assert.Contains("twee tellingen verschillen (57 en 59)", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Op papier, 1 lijst", (await VisitAsync()).Text, StringComparison.Ordinal);

        await CountAsync(Initiator, 47, 12);

        Assert.Contains("Op papier, 1 lijst: 47 handtekeningen", (await VisitAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoEnteredIt_DoesNotCountItAgain()
    {
        await EnterAsync(Initiator, 467, 12);
        var browser = await Host.Browser(Initiator).OpenAsync(SupportLinks.Tally(Initiative.Id, await TallyAsync()));

        Assert.Contains("U telde deze lijst. Nu telt iemand anders hem nog.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bewaar mijn telling", browser.Text, StringComparison.Ordinal);
        var second = await Host.Browser(Place.ContactPerson)
            .OpenAsync(SupportLinks.Tally(Initiative.Id, await TallyAsync()));
        // Who counts second doesn't read what the first found.
        Assert.DoesNotContain("467", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_IsForTheFewWhoMay_AndIsKeptNowhere()
    {
        await EnterAsync(Initiator, 45, 12);
        var address = SupportLinks.Scan(Initiative.Id, await TallyAsync());
        var stranger = await Data.PersonAsync();
        var other = await Data.PlaceAsync();
        await ExpectAsync(address, (Initiator, 200), (Place.ContactPerson, 200), (Place.Liaison, 200));
        await ExpectAsync(address, (stranger, 403), (other.ContactPerson, 403));
        Assert.NotEqual(HttpStatusCode.OK, (await Host.Browser().AskAsync(address)).StatusCode);

        var answer = await Host.Browser(Initiator).AskAsync(address);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        // Once it is settled, the liaison who counted nothing has no business with it.
        await CountAsync(Place.ContactPerson, 45, 12);
        await ExpectAsync(address, (Initiator, 200), (Place.ContactPerson, 200), (Place.Liaison, 403));
    }

    [Fact]
    public async Task List_EnteredByMistake_IsTakenAwayWithItsScan()
    {
        await EnterAsync(Initiator, 45, 12);
        var id = await TallyAsync();
        var browser = await Host.Browser(Initiator).OpenAsync(SupportLinks.Tally(Initiative.Id, id));

        await browser.SubmitAsync("Haal deze lijst weg");

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.AskAsync(SupportLinks.Tally(Initiative.Id, id))).StatusCode
        );
        Assert.Equal(
            "",
            await Host.DbAsync(db => db.PaperTallies.Where(t => t.Id == id).Select(t => t.ScanHash).SingleAsync())
        );
        Assert.NotEqual(HttpStatusCode.OK, (await browser.AskAsync(SupportLinks.Scan(Initiative.Id, id))).StatusCode);
    }

    [Fact]
    public async Task Photo_OfAList_LosesPlaceAndTime()
    {
        await EnterAsync(Initiator, 1, 0, TestPhotos.Jpeg());

        var answer = await Host.Browser(Initiator).AskAsync(SupportLinks.Scan(Initiative.Id, await TallyAsync()));

        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain(
            TestPhotos.Secret,
            System.Text.Encoding.Latin1.GetString(
                await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WithoutAScan_OrWithAnythingElse_TheListIsRefusedAndNothingTypedIsLost()
    {
        var browser = await SendAsync(Initiator, 45, 12, [.. "<html>"u8]);

        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
        Assert.Contains("Dit is geen scan die wij kunnen bewaren.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("in het dorpshuis", browser.Body, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Host.Browser(await Data.PersonAsync()).AskAsync(SupportLinks.Tallies(Initiative.Id))).StatusCode
        );
    }

    [Fact]
    public async Task PrintedList_HasTheWayToTheInitiative()
    {
        var page = await Host.Browser().OpenAsync(SupportLinks.PaperList(Initiative.Id));

        Assert.NotNull(page.Page.QuerySelector("svg.brink-qr"));
        Assert.Contains($"/initiatieven/{Initiative.Id}", page.Text, StringComparison.Ordinal);
        Assert.Equal(PaperListModel.Rows, page.Page.QuerySelectorAll("tbody tr").Length);
    }

    private async Task EnterAsync(Person person, int village, int elsewhere, byte[]? scan = null)
    {
        var browser = await SendAsync(person, village, elsewhere, scan ?? Pdf);
        Assert.True(browser.Response.StatusCode == HttpStatusCode.Found, browser.Text);
    }

    private async Task<TestBrowser> SendAsync(Person person, int village, int elsewhere, byte[] scan)
    {
        var browser = await Host.Browser(person).OpenAsync(SupportLinks.Tallies(Initiative.Id));
        var request = browser.Form(
            "Bewaar deze lijst",
            ("Waar lag de lijst?", "in het dorpshuis"),
            ("Tot en met welke dag?", "2026-11-01"),
            ("Hoeveel mensen uit", village.ToString()),
            ("Hoeveel mensen van elders", elsewhere.ToString())
        );
        ((MultipartFormDataContent)request.Content!).Add(new ByteArrayContent(scan), "Scan", "lijst.pdf");
        await browser.SendAsync(request);
        return browser;
    }

    private async Task CountAsync(Person person, int village, int elsewhere)
    {
        var browser = await Host.Browser(person).OpenAsync(SupportLinks.Tally(Initiative.Id, await TallyAsync()));
        await browser.SubmitAsync(
            "Bewaar mijn telling",
            fields: [("Hoeveel mensen uit", village.ToString()), ("Hoeveel mensen van elders", elsewhere.ToString())]
        );
    }

    private Task<long> TallyAsync() =>
        Host.DbAsync(db => db.PaperTallies.Where(t => t.InitiativeId == Initiative.Id).Select(t => t.Id).SingleAsync());

    private async Task ExpectAsync(string address, params (Person Person, int Status)[] expected)
    {
        foreach (var (person, status) in expected)
        {
            Assert.Equal(status, (int)(await Host.Browser(person).AskAsync(address)).StatusCode);
        }
    }
}
