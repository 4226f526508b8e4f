using System.Net;
using Brink.Features.Initiatives;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives;

/// <summary>A page says how things stand: what is done already, everything that is missing, and where to go.</summary>
public sealed class ActDoneTests(BrinkHost host) : ActsOnOneInitiative(host)
{
    [Fact]
    public async Task TakeIn_WhenItIsTakenIn_SaysSoAndOffersNoButton()
    {
        await ChangeAsync(i => i.TakeIn(Data.Now(Place.Liaison.Id)));

        var browser = await OpenAsync(Place.Liaison, "oppakken");

        Assert.Contains("Dit idee is al opgepakt.", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("main form"));
        Assert.NotNull(browser.Page.QuerySelector($"main a[href='{Address}']"));
    }

    [Fact]
    public async Task Answer_WhenItIsGiven_ShowsItAndOffersNoForm()
    {
        await ChangeAsync(i => i.AnswerWith(AnswerKind.Yes, "Dat kan.", Data.Now(Place.Liaison.Id)));

        var browser = await OpenAsync(Place.Liaison, "antwoord");

        Assert.Contains("Dat kan.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Uw eigen tekst", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("main form"));
        Assert.NotNull(browser.Page.QuerySelector($"main a[href='{Address}']"));
    }

    [Fact]
    public async Task Answer_WhenAColleagueWasFirst_KeepsOnesOwnText()
    {
        var browser = await OpenAsync(Place.Liaison, "antwoord");
        await ChangeAsync(i => i.AnswerWith(AnswerKind.Yes, "Dat kan.", Data.Now(Place.Liaison.Id)));

        await browser.SubmitAsync(
            "Bekijk hoe de indiener dit leest",
            HttpStatusCode.BadRequest,
            ("Ja, mits", "ja"),
            ("Uw antwoord", "Als u zelf maait.")
        );

        Assert.Contains("Uw eigen tekst staat hieronder.", browser.Text, StringComparison.Ordinal);
        Assert.Equal("Als u zelf maait.", browser.Page.QuerySelector("main textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task Need_AfterSomethingWasAdded_LeadsBackWithoutDenyingIt()
    {
        var browser = await OpenAsync(Place.Liaison, "nodig");

        await browser.SubmitAsync("Voeg toe", fields: FieldsOf("nodig"));

        Assert.DoesNotContain("Terug zonder iets te doen", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Terug naar het initiatief", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_WhenItIsGiven_SaysSoAndOffersNoForm()
    {
        await AskAsync();
        var question = await QuestionAsync();
        var address = InitiativeLinks.Reply(Initiative.Id, question);
        var browser = await Host.Browser(Initiator).OpenAsync(address);
        await browser.SubmitAsync("Geef dit antwoord", fields: ("Uw antwoord", "Wij met de buurt."));

        await browser.OpenAsync(address);

        Assert.Contains("Deze vraag heeft al een antwoord.", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("main form"));
    }

    [Theory]
    [InlineData("nodig", "Voeg toe", "Kies waar het over gaat.", "Schrijf wat er nodig is en wie dat regelt.")]
    [InlineData(
        "antwoord",
        "Bekijk hoe de indiener dit leest",
        "Kies ja, ja mits, of nee want.",
        "Schrijf een paar woorden bij uw antwoord."
    )]
    public async Task Post_WithNothingFilledIn_SaysEverythingThatIsMissing(
        string act,
        string button,
        string first,
        string second
    )
    {
        var browser = await OpenAsync(Place.Liaison, act);

        await browser.SubmitAsync(button, HttpStatusCode.BadRequest);

        Assert.Contains(first, browser.Text, StringComparison.Ordinal);
        Assert.Contains(second, browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_ToAFollower_SaysThatOneFollowsAndWhereToChangeIt()
    {
        var follower = await Data.PersonAsync("Volger");
        var browser = await Host.Browser(follower).OpenAsync(Address);
        Assert.Contains("Volg dit initiatief", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(InitiativeLinks.Follow(Initiative.Id));
        await browser.SubmitAsync("Bewaar mijn keuze");

        await browser.OpenAsync(Address);

        Assert.Contains("U volgt dit initiatief", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Volg dit initiatief", browser.Text, StringComparison.Ordinal);
        var change = browser.Page.QuerySelector($"main a[href='{InitiativeLinks.Follow(Initiative.Id)}']");
        Assert.StartsWith("Aanpassen", change!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("Volg dit initiatief", (await VisitAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_ToAVisitor_TellsWhoCarriesItWhereToAnswerAQuestion()
    {
        await AskAsync();
        var reply = InitiativeLinks.Reply(Initiative.Id, await QuestionAsync());

        var visitor = await VisitAsync();

        Assert.Contains("Bent u de initiatiefnemer?", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector($"a[href='/inloggen?terug={Uri.EscapeDataString(reply)}']"));
        var other = await Host.Browser(await Data.PersonAsync()).OpenAsync(Address);
        Assert.DoesNotContain("Bent u de initiatiefnemer?", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poster_PrintsAnAddressThatLeadsToThePage()
    {
        var browser = await Host.Browser().OpenAsync(InitiativeLinks.Poster(Initiative.Id));
        var printed = browser.Page.QuerySelector(".brink-poster__address")!.TextContent.Trim();
        Assert.Equal($"testveen.example/initiatieven/{Initiative.Id}", printed);

        var answer = await Host.Browser().AskAsync(printed["testveen.example".Length..]);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(Address, answer.Headers.Location!.OriginalString);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Host.Browser().AskAsync($"/initiatieven/{Initiative.Id}abc")).StatusCode
        );
    }

    [Theory]
    [InlineData("fotos")]
    [InlineData("bericht")]
    public async Task Photos_AreSaidToLoseWhereAndWhenTheyWereMade(string act) =>
        Assert.Contains(
            "Wij wissen uit de foto waar en wanneer hij is gemaakt.",
            (await OpenAsync(Initiator, act)).Text,
            StringComparison.Ordinal
        );

    private Task AskAsync() =>
        ChangeAsync(i =>
        {
            var actor = Data.Now(Place.Liaison.Id);
            i.Ask("Wie doet het onderhoud?", Contribution.To(i.Subject, actor), actor);
        });

    private Task<long> QuestionAsync() =>
        Host.DbAsync(db => db.Questions.Where(q => q.InitiativeId == Initiative.Id).Select(q => q.Id).SingleAsync());
}
