using System.Net;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.Budget;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Brink.Tests.Features.Initiatives.Budget;

/// <summary>Initiators keep the budget of their initiative and everybody reads it (I8).</summary>
public sealed class BudgetTests(BrinkHost host) : ActsOnOneInitiative(host)
{
    private string BudgetPage => InitiativeLinks.Budget(Initiative.Id);

    [Fact]
    public async Task Lines_OfEachKind_MakeABalanceForEverybody()
    {
        await AddAsync("kosten", "Wat kost geld?", "Toestellen", "Hoeveel euro?", "1.250,50");
        await AddAsync("eigen", "Waar komt uw eigen geld vandaan?", "Oliebollen", "Hoeveel euro?", "100");
        await AddAsync("uren", "Wat doen de vrijwilligers?", "Graven", "Hoeveel uren?", "7,5");
        await AddAsync("bron", "Van wie komt het geld?", "Dorpsfonds", "Hoeveel euro?", "€ 500,-", ("Toegezegd", "ja"));
        await AddAsync("bron", "Van wie komt het geld?", "Bakker", "Hoeveel euro?", "50", ("Gevraagd", "ja"));

        var visitor = await Host.Browser().OpenAsync(BudgetPage);

        Assert.Contains("Er is nog € 650,50 nodig.", Plain(visitor.Text), StringComparison.Ordinal);
        Assert.Contains("We hopen nog op € 50,00.", Plain(visitor.Text), StringComparison.Ordinal);
        Assert.Contains("De uren tellen niet mee in geld.", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("form[method=post]"));
        Assert.Contains("Het kost € 1.250,50.", Plain((await VisitAsync()).Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_CountInMoney_WhenTheInitiatorsWish()
    {
        await AddAsync("uren", "Wat doen de vrijwilligers?", "Graven", "Hoeveel uren?", "10");
        var browser = await OpenAsync(Initiator, "begroting/uren");
        await browser.SubmitAsync("Bewaar", HttpStatusCode.BadRequest, ("Voor hoeveel euro telt een uur?", "niets"));
        Assert.Contains("niets", browser.Body, StringComparison.Ordinal);

        await browser.SubmitAsync("Bewaar", fields: ("Voor hoeveel euro telt een uur?", "12,50"));

        var visitor = await Host.Browser().OpenAsync(BudgetPage);
        Assert.Contains("Een uur telt voor € 12,50.", Plain(visitor.Text), StringComparison.Ordinal);
        Assert.Contains("€ 125,00", Plain(visitor.Text), StringComparison.Ordinal);
        Assert.Contains("Het geld is rond.", visitor.Text, StringComparison.Ordinal);
        var off = await OpenAsync(Initiator, "begroting/uren");
        await off.SubmitAsync("Bewaar", fields: ("Voor hoeveel euro telt een uur?", ""));
        Assert.Contains(
            "De uren tellen niet mee in geld.",
            (await Host.Browser().OpenAsync(BudgetPage)).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("kosten", "Hoeveel euro?", "veel", "Vul een bedrag in")]
    [InlineData("kosten", "Hoeveel euro?", "1,999", null)]
    [InlineData("kosten", "Hoeveel euro?", "1,9999", "Vul een bedrag in")]
    [InlineData("kosten", "Hoeveel euro?", "-3", "Vul een bedrag in")]
    [InlineData("kosten", "Hoeveel euro?", "100.000.000", "Dit is te veel.")]
    [InlineData("uren", "Hoeveel uren?", "", "Vul het aantal uren in")]
    public async Task AnAmount_ThatIsNone_IsRefusedAtTheFieldAndKept(
        string kind,
        string label,
        string typed,
        string? message
    )
    {
        var browser = await OpenAsync(Initiator, "begroting/nieuw/" + kind);
        var what = kind == "uren" ? "Wat doen de vrijwilligers?" : "Wat kost geld?";

        await browser.SubmitAsync(
            "Zet erbij",
            message is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest,
            (what, "Iets"),
            (label, typed)
        );

        if (message is not null)
        {
            Assert.Contains(message, browser.Page.QuerySelector("#Amount-fout")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(typed, browser.Page.QuerySelector("#Amount")!.GetAttribute("value") ?? "");
        }
    }

    [Fact]
    public async Task ALine_IsChangedAndTakenAway_AndTheJournalKnows()
    {
        await AddAsync("kosten", "Wat kost geld?", "Hout", "Hoeveel euro?", "100");
        var line = await LineAsync();
        var browser = await OpenAsync(Initiator, "begroting/regel/" + line.Id);
        await browser.SubmitAsync("Bewaar", fields: ("Hoeveel euro?", "125,25"));
        Assert.Equal(125.25m, (await LineAsync()).Amount);
        Assert.Contains("van € 100,00 naar € 125,25", Plain((await VisitAsync()).Text), StringComparison.Ordinal);

        var away = await OpenAsync(Initiator, "begroting/regel/" + line.Id);
        await away.SubmitAsync("Haal deze regel weg");

        Assert.Equal(0, await Host.DbAsync(db => db.BudgetLines.CountAsync(l => l.InitiativeId == Initiative.Id)));
        Assert.Equal(1, await CountAsync(BudgetVerbs.LineRemoved));
        await Host.Browser(Initiator)
            .OpenAsync(InitiativeLinks.BudgetLine(Initiative.Id, line.Id), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TwoPeople_ChangeOneLine_TheSecondSeesBoth()
    {
        await AddAsync("kosten", "Wat kost geld?", "Hout", "Hoeveel euro?", "100");
        var line = await LineAsync();
        var first = await OpenAsync(Initiator, "begroting/regel/" + line.Id);
        var second = await OpenAsync(Initiator, "begroting/regel/" + line.Id);
        await first.SubmitAsync("Bewaar", fields: ("Hoeveel euro?", "150"));

        await second.SubmitAsync("Bewaar", HttpStatusCode.BadRequest, ("Hoeveel euro?", "175"));

        Assert.Contains("U ziet beide.", second.Text, StringComparison.Ordinal);
        Assert.Contains("Hout: 150,00", second.Text, StringComparison.Ordinal);
        Assert.Equal("175", second.Page.QuerySelector("#Amount")!.GetAttribute("value"));
        await second.SubmitAsync("Bewaar");
        Assert.Equal(175m, (await LineAsync()).Amount);
    }

    [Fact]
    public async Task TwoPeople_AddAtOnce_AndNobodysLineIsLost()
    {
        for (var round = 0; round < 5; round++)
        {
            var browsers = new List<TestBrowser>();
            foreach (var number in Enumerable.Range(0, 2))
            {
                browsers.Add(await OpenAsync(Initiator, "begroting/nieuw/kosten"));
            }

            var answers = await Task.WhenAll(
                browsers.Select(
                    (browser, number) =>
                        browser.SubmitOnlyAsync(
                            "Zet erbij",
                            ("Wat kost geld?", $"Regel {round}-{number}"),
                            ("Hoeveel euro?", "10")
                        )
                )
            );

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        }

        Assert.Equal(10, await Host.DbAsync(db => db.BudgetLines.CountAsync(l => l.InitiativeId == Initiative.Id)));
        Assert.Equal(10, await CountAsync(BudgetVerbs.LineAdded));
    }

    [Fact]
    public async Task OneChangesWhileAnotherTakesAway_HasOneOutcomeAndLosesNoWords()
    {
        for (var round = 0; round < 5; round++)
        {
            await AddAsync("kosten", "Wat kost geld?", "Hout", "Hoeveel euro?", "100");
            var line = await LineAsync();
            var changing = await OpenAsync(Initiator, "begroting/regel/" + line.Id);
            var removing = await OpenAsync(Initiator, "begroting/regel/" + line.Id);

            var answers = await Task.WhenAll(
                changing.SubmitOnlyAsync("Bewaar", ("Wat kost geld?", "Eikenhout")),
                removing.SubmitOnlyAsync("Haal deze regel weg")
            );

            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
            if (answers[0].StatusCode == HttpStatusCode.BadRequest)
            {
                Assert.Contains("Eikenhout", changing.Body, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal("Eikenhout", (await LineAsync()).What);
                var away = await OpenAsync(Initiator, "begroting/regel/" + line.Id);
                await away.SubmitAsync("Haal deze regel weg");
            }
        }
    }

    [Fact]
    public async Task File_HasEveryLineAndTheBalance()
    {
        await AddAsync("kosten", "Wat kost geld?", "=HYPERLINK(\"x\")", "Hoeveel euro?", "1.250,50");
        await AddAsync("bron", "Van wie komt het geld?", "Fonds", "Hoeveel euro?", "250", ("Ontvangen", "ja"));

        var answer = await Host.Browser().AskAsync(InitiativeLinks.BudgetFile(Initiative.Id));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"Wat het kost\";\"'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.Contains("\"Geld van anderen\";\"Fonds\";\"Ontvangen\";\"\";\"250,00\"", text, StringComparison.Ordinal);
        Assert.Contains("\"Totaal\";\"Nog nodig\";\"\";\"\";\"1000,50\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyInitiators_Keep()
    {
        await AddAsync("kosten", "Wat kost geld?", "Hout", "Hoeveel euro?", "100");
        var line = await LineAsync();
        foreach (var person in new[] { Place.Liaison, Place.ContactPerson, await Data.PersonAsync() })
        {
            var answer = await Host.Browser(person).AskAsync(InitiativeLinks.BudgetLine(Initiative.Id, line.Id));

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("amount = -1", "ck_budget_lines_amount")]
    [InlineData("state = 'Asked'", "ck_budget_lines_state")]
    [InlineData("kind = 'Source'", "ck_budget_lines_state")]
    [InlineData("what = ''", "ck_budget_lines_what")]
    public async Task TheDatabase_ItselfRefusesWhatIsNoLine(string change, string constraint)
    {
        await AddAsync("kosten", "Wat kost geld?", "Hout", "Hoeveel euro?", "100");
        await using var connection = new NpgsqlConnection(Host.Database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"UPDATE budget_lines SET {change} WHERE initiative_id = {Initiative.Id}",
            connection
        );

        var problem = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(constraint, problem.ConstraintName);
    }

    private async Task AddAsync(
        string kind,
        string whatLabel,
        string what,
        string amountLabel,
        string amount,
        params (string Label, string Value)[] more
    )
    {
        var browser = await OpenAsync(Initiator, "begroting/nieuw/" + kind);
        await browser.SubmitAsync("Zet erbij", fields: [(whatLabel, what), (amountLabel, amount), .. more]);
    }

    private Task<BudgetLine> LineAsync() =>
        Host.DbAsync(db => db.BudgetLines.SingleAsync(l => l.InitiativeId == Initiative.Id));

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
