using System.Globalization;
using Brink.Browser.Support;
using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Notices.Jobs;
using Brink.Features.Places;
using Brink.Features.Rounds;
using Brink.Platform.Localisation;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Brink.Browser;

/// <summary>
/// One plan from first word to the committee of the council, on its true days: the carrying-out plan of Dalfsen for
/// sustainable villages, as the municipality planned it on the evening of 18 July 2017 (suggestions until 20 July, a draft
/// on 28 July, reactions until 22 August, handled by 11 September, executive on 19 September, committee on 9 October).
/// What is said in it follows the remarks of that evening; who says it is invented.
/// </summary>
public sealed class PlanJourneyTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    private const string Title = "Uitvoeringsplan Duurzame dorpen";
    private readonly TestData data = new(host.Program);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dalfsen2017_FromFirstWordToCommittee_OnItsTrueDays(bool javaScript)
    {
        var walk = new Walk(host, javaScript);
        walk.On(2017, 7, 18, 20, 15);
        var place = await data.PlaceAsync(javaScript ? "Lemelerveld" : "Oudleusen");
        var officer = await data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var colleague = await data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var resident = $"inwoner-{javaScript}@dalfsen.example";
        var title = $"{Title} {place.Village.Subject!.Title}";

        var plan = await OpenAsync(walk, officer, place, title);
        Assert.Contains(
            await host.MailToAsync(place.ContactPerson.Email!),
            mail => mail.Subject.Contains(title, StringComparison.Ordinal)
        );

        var suggestions = await RoundAsync(
            walk,
            officer,
            plan,
            "Suggesties vooraf",
            null,
            (2017, 7, 20),
            (2017, 7, 28)
        );
        await ReactAsAssociationAsync(
            walk,
            place,
            plan,
            suggestions,
            null,
            "Prik geregeld een datum om elkaar informeel te ontmoeten, buiten het gemeentehuis."
        );
        await ReactByMailAsync(walk, plan, suggestions, resident, "Laat dorpen zelf een specialist kiezen.");

        walk.On(2017, 7, 20, 18, 0);
        await walk.ClockAsync();
        await AnswerAllAsync(walk, officer, colleague, plan, suggestions, "Overgenomen", "zo leren wij elkaar kennen.");
        Assert.Contains(
            await host.MailToAsync(resident),
            mail => mail.Text.Contains("zo leren wij elkaar kennen.", StringComparison.Ordinal)
        );

        walk.On(2017, 7, 28, 9, 0);
        var document = await PublishAsync(walk, officer, plan, title);
        await MoveAsync(walk, officer, plan, "Ontwerp");
        var reactions = await RoundAsync(
            walk,
            officer,
            plan,
            "Reageren op het concept",
            title,
            (2017, 8, 22),
            (2017, 9, 11)
        );
        walk.On(2017, 8, 15, 19, 30);
        await ReactAsAssociationAsync(
            walk,
            place,
            plan,
            reactions,
            "2. Bijpraten",
            "Geef ons één kanaal om elkaar snel bij te praten over projecten."
        );
        walk.On(2017, 8, 23, 10, 0);
        await walk.ClockAsync();
        await ReactByMailAsync(walk, plan, reactions, resident, "Fouten maken moet ook mogen.");

        walk.On(2017, 9, 11, 15, 0);
        await AnswerAllAsync(walk, officer, colleague, plan, reactions, "Overgenomen", "dat staat nu in het plan.");
        await PublishAgainAsync(walk, officer, plan, document);

        walk.On(2017, 9, 19, 12, 0);
        await MoveAsync(walk, officer, plan, "Naar het college");
        walk.On(2017, 10, 9, 22, 0);
        await MoveAsync(walk, officer, plan, "Naar de commissie");

        await EverybodyReadsAsync(walk, place, plan, reactions, document);
    }

    private async Task<long> OpenAsync(Walk walk, Person officer, Place place, string title)
    {
        var page = await walk.AsAsync(officer);
        await page.GotoAsync(DossierLinks.List);
        await page.Locator($"a[href='{DossierLinks.New}']").First.ClickAsync();
        await page.GetByLabel("Hoe heet het").FillAsync(title);
        await page.GetByLabel("Wat wil de gemeente gaan doen?")
            .FillAsync("Afspreken hoe dorpen en gemeente samenwerken aan duurzame dorpen.");
        await page.GetByLabel("Waarom?").FillAsync("Begrip voor elkaar is te lang te weinig ingevuld.");
        await walk.PressAsync("Volgende vraag");
        await page.GetByLabel(place.Village.Subject!.Title, new() { Exact = true }).CheckAsync(new() { Force = true });
        await walk.PressAsync("Volgende vraag");
        await walk.PressAsync("Volgende vraag");
        await page.GetByLabel("Wat kunnen dorpen nog veranderen?")
            .FillAsync("Hoe wij samenwerken. Het plan beweegt mee.");
        await walk.PressAsync("Volgende vraag");
        foreach (
            var (stage, on) in new[]
            {
                (Stage.Draft, "2017-07-28"),
                (Stage.Executive, "2017-09-19"),
                (Stage.Committee, "2017-10-09"),
            }
        )
        {
            await page.Locator($"[name='{DossierLinks.PlannedField(stage)}']").FillAsync(on);
        }

        await walk.PressAsync("Volgende vraag");
        await walk.PressAsync("Volgende vraag");
        await walk.HeadingAsync("Klopt het zo?");
        await walk.PressAsync("Open het dossier");
        await walk.HeadingAsync("Het dossier staat online");
        return await host.Program.DbAsync(db =>
            db.Dossiers.Where(d => d.Subject.Title == title).Select(d => d.Id).SingleAsync()
        );
    }

    private async Task<long> RoundAsync(
        Walk walk,
        Person officer,
        long plan,
        string kind,
        string? document,
        (int Year, int Month, int Day) closes,
        (int Year, int Month, int Day) answer
    )
    {
        var page = await walk.AsAsync(officer);
        await page.GotoAsync(RoundLinks.NewRound(plan));
        await new Effort(page).ChooseAsync(kind);
        await page.GetByLabel("Waarover reageren mensen?")
            .SelectOptionAsync(new SelectOptionValue { Label = document ?? "Het plan als geheel" });
        await page.GetByLabel("Wat wilt u weten?").FillAsync("Wat mist u, en wat moet anders?");
        await page.GetByLabel("Op welke dag sluit de ronde?").FillAsync(Day(closes));
        await page.GetByLabel("Hoe laat sluit de ronde?").FillAsync("17:00");
        await page.GetByLabel("Op welke dag heeft iedereen uiterlijk antwoord?").FillAsync(Day(answer));
        await page.GetByLabel("Mensen mogen reageren zonder account.").CheckAsync(new() { Force = true });
        await walk.PressAsync("Open de ronde");
        await Expect(page.GetByText("Nu open").First).ToBeVisibleAsync();
        return await host.Program.DbAsync(db =>
            db.Rounds.Where(r => r.DossierId == plan).OrderByDescending(r => r.Id).Select(r => r.Id).FirstAsync()
        );
    }

    private static async Task ReactAsAssociationAsync(
        Walk walk,
        Place place,
        long plan,
        long round,
        string? section,
        string words
    )
    {
        var page = await walk.AsAsync(place.ContactPerson);
        await page.GotoAsync(RoundLinks.React(plan, round));
        await new Effort(page).ChooseAsync(place.Association.Name);
        if (section is not null)
        {
            await page.GetByLabel("Waarover gaat het?").SelectOptionAsync(new SelectOptionValue { Label = section });
        }

        await new Effort(page).ChooseAsync("Ik geef een reactie");
        await page.GetByLabel("Uw tekst").FillAsync(words);
        await walk.PressAsync("Verder");
        await walk.HeadingAsync("Klopt dit?");
        await walk.PressAsync("Verstuur mijn reactie");
        await Expect(page.GetByText(words).First).ToBeVisibleAsync();
    }

    private async Task ReactByMailAsync(Walk walk, long plan, long round, string mail, string words)
    {
        var page = await walk.AsAsync(null);
        await page.GotoAsync(RoundLinks.React(plan, round));
        await new Effort(page).ChooseAsync("Ik geef een reactie");
        await page.GetByLabel("Uw tekst").FillAsync(words);
        await page.GetByLabel("Uw mailadres").FillAsync(mail);
        await walk.PressAsync("Verder");
        await walk.PressAsync("Mail mij een link");
        await page.GotoAsync(await host.MailedLinkAsync(mail, "/reactie/bevestigen/"));
        await Expect(page.GetByText(words).First).ToBeVisibleAsync();
        await page.Locator("main form[method=post] button[type=submit]").First.ClickAsync();
        await walk.HeadingAsync("Er wacht niets meer op u");
    }

    /// <summary>One writes, a colleague reads along and gives it, and then the round can be finished.</summary>
    private static async Task AnswerAllAsync(
        Walk walk,
        Person officer,
        Person colleague,
        long plan,
        long round,
        string verdict,
        string because
    )
    {
        var page = await walk.AsAsync(officer);
        await page.GotoAsync(RoundLinks.Work(plan, round));
        foreach (var choice in await page.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await choice.CheckAsync(new() { Force = true });
        }

        await walk.PressAsync("Pak de gekozen reacties op");
        await new Effort(page).ChooseAsync(verdict);
        await page.GetByLabel("Omdat").FillAsync(because);
        await walk.PressAsync("Leg het voor aan een collega");
        var answer = new Uri(page.Url).AbsolutePath;
        page = await walk.AsAsync(colleague);
        await page.GotoAsync(answer);
        await walk.PressAsync("Geef dit antwoord");
        page = await walk.AsAsync(officer);
        await page.GotoAsync(RoundLinks.Finish(plan, round));
        await walk.PressAsync("Rond de ronde af");
        await walk.HeadingAsync("Wat de gemeente met de reacties doet");
    }

    private async Task<long> PublishAsync(Walk walk, Person officer, long plan, string title)
    {
        var page = await walk.AsAsync(officer);
        await page.GotoAsync(RoundLinks.NewDocument(plan));
        await page.GetByLabel("Hoe heet het stuk?").FillAsync(title);
        await page.Locator("textarea[name=Text]")
            .FillAsync(
                "# 1. Ontmoeten\n\nDorpen en gemeente zien elkaar geregeld, ook buiten het gemeentehuis.\n\n# 2. Bijpraten\n\nProjecten staan in een overzicht.\n\n# 3. Oefenen\n\nEr is ruimte voor nieuwe manieren van samenwerken."
            );
        await walk.PressAsync("Bewaar en bekijk");
        await PublishSavedAsync(walk, page, "concept");
        return await host.Program.DbAsync(db =>
            db.Documents.Where(d => d.DossierId == plan).Select(d => d.Id).SingleAsync()
        );
    }

    private static async Task PublishAgainAsync(Walk walk, Person officer, long plan, long document)
    {
        var page = await walk.AsAsync(officer);
        await page.GotoAsync(RoundLinks.Write(plan, document));
        await page.Locator("textarea[name=Text]")
            .FillAsync(
                "# 1. Ontmoeten\n\nDorpen en gemeente zien elkaar geregeld, ook buiten het gemeentehuis.\n\n# 2. Bijpraten\n\nEr komt één kanaal om elkaar snel bij te praten over projecten.\n\n# 3. Oefenen\n\nEr is ruimte voor nieuwe manieren van samenwerken. Fouten maken mag."
            );
        await walk.PressAsync("Bewaar en bekijk");
        await PublishSavedAsync(walk, page, "voor het college");
    }

    private static async Task PublishSavedAsync(Walk walk, IPage page, string label)
    {
        await page.GetByLabel("Wat is deze versie?").FillAsync(label);
        await walk.PressAsync("Publiceer de bewaarde tekst");
    }

    private static async Task MoveAsync(Walk walk, Person officer, long plan, string stage)
    {
        var page = await walk.AsAsync(officer);
        await page.GotoAsync(DossierLinks.Move(plan));
        await new Effort(page).ChooseAsync(stage);
        var words = page.GetByLabel("Wat gebeurde er met de bijdragen?");
        if (await words.CountAsync() > 0)
        {
            await words.FillAsync("Wat dorpen zeiden over samenwerken, staat in het plan.");
        }

        await walk.PressAsync("Zet het in deze stap");
        await Expect(page.GetByText(stage).First).ToBeVisibleAsync();
    }

    private async Task EverybodyReadsAsync(Walk walk, Place place, long plan, long round, long document)
    {
        var page = await walk.AsAsync(null);
        await page.GotoAsync(PlacesLinks.Village(place.Village.Id, place.Village.Subject!.Slug));
        await page.GetByRole(AriaRole.Link, new() { Name = Title }).First.ClickAsync();
        foreach (var said in new[] { "28 juli 2017", "19 september 2017", "9 oktober 2017" })
        {
            await Expect(page.GetByText(said).First).ToBeVisibleAsync();
        }

        await page.GotoAsync(DossierLinks.Early + "?jaar=2017");
        await Expect(page.GetByText("10 dagen").First).ToBeVisibleAsync();

        await page.GotoAsync(RoundLinks.Report(plan, round));
        await Expect(page.GetByText("Te laat gekomen.").First).ToBeVisibleAsync();
        await Expect(page.GetByText(place.Association.Name).First).ToBeVisibleAsync();
        await Expect(page.GetByText("Een inwoner").First).ToBeVisibleAsync();

        await page.GotoAsync(RoundLinks.Differences(plan, document));
        await Expect(page.GetByText("één kanaal om elkaar snel").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Geef ons één kanaal").First).ToBeVisibleAsync();
    }

    private static string Day((int Year, int Month, int Day) on) =>
        new DateOnly(on.Year, on.Month, on.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whoever acts, at what moment, on a telephone.</summary>
    private sealed class Walk(BrowserHost host, bool javaScript)
    {
        private IPage page = null!;

        /// <summary>On the Dutch clock.</summary>
        public void On(int year, int month, int day, int hour, int minute) =>
            host.Program.Time.SetTo(
                DutchTime.StartOf(new DateOnly(year, month, day)).AddHours(hour).AddMinutes(minute)
            );

        /// <summary>A browser of today drops cookies of 2017 that are renewed, so everybody comes with a new one.</summary>
        public async Task<IPage> AsAsync(Person? person)
        {
            page = await host.PageAsync(person, javaScript, width: 390, height: 844);
            return page;
        }

        public Task PressAsync(string button) =>
            page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        public Task HeadingAsync(string text) =>
            Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(text);

        /// <summary>What the clock does by itself when a round closes.</summary>
        public async Task ClockAsync()
        {
            var services = host.Program.Services;
            await services
                .GetRequiredService<MunicipalityJobs>()
                .RunAsync(services.GetRequiredService<RoundClock>(), default);
        }
    }
}
