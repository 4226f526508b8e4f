using System.Globalization;
using System.Text;
using Brink.Browser.Support;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Platform.Localisation;
using Brink.Tests.Platform.Files;
using Brink.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Brink.Browser;

/// <summary>From a kitchen table to an answered initiative that everybody finds, on a telephone.</summary>
public sealed class StoryJourneyTests(BrowserHost host, ITestOutputHelper output) : IClassFixture<BrowserHost>
{
    private const string Title = "Een beweegtuin voor oud en jong";
    private readonly TestData data = new(host.Program);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Idea_OfAResidentWithoutAccount_BecomesAnAnsweredVisibleInitiative(bool javaScript)
    {
        var place = await data.PlaceAsync(javaScript ? "Hijken" : "Hijkersmilde");
        var colleague = await data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var (truus, follower) = ($"truus-{javaScript}@story.example", $"volger-{javaScript}@story.example");
        var phone = await TelephoneAsync(javaScript: javaScript);

        await HandInAsync(phone, place, truus);
        await phone.GotoAsync(await host.MailedLinkAsync(truus, "/idee/bevestigen/"));
        await PressAsync(phone, "Ja, zet mijn idee online");
        await Expect(Heading(phone)).ToHaveTextAsync("Uw idee is bevestigd");
        await phone.GetByRole(AriaRole.Link, new() { Name = "Bekijk het idee" }).ClickAsync();
        await Expect(Heading(phone)).ToHaveTextAsync(Title);
        await Expect(phone.GetByText("De gemeente pakt dit uiterlijk").First).ToBeVisibleAsync();
        var address = new Uri(phone.Url).AbsolutePath;
        var id = long.Parse(address.Split('/')[^1].Split('-')[0], CultureInfo.InvariantCulture);
        foreach (var told in new[] { place.Liaison, place.ContactPerson })
        {
            Assert.Contains(
                await host.MailToAsync(told.Email!),
                mail => mail.Subject == $"Nieuw idee in {place.Village.Subject!.Title}: {Title}"
            );
        }

        await FollowAsync(javaScript, address, follower);

        var liaison = await TelephoneAsync(place.Liaison, javaScript);
        await ActAsync(liaison, address, InitiativeLinks.TakeIn(id));
        await PressAsync(liaison, "Oppakken");
        await ActAsync(liaison, address, InitiativeLinks.BringIn(id));
        await liaison
            .GetByLabel("Welke collega?")
            .SelectOptionAsync(colleague.Id.ToString(CultureInfo.InvariantCulture));
        await PressAsync(liaison, "Vraag deze collega");
        Assert.Contains(
            await host.MailToAsync(colleague.Email!),
            mail => mail.Subject.StartsWith("Wilt u meedenken", StringComparison.Ordinal)
        );
        await ActAsync(liaison, address, InitiativeLinks.Ask(id));
        await liaison.GetByLabel("Uw vraag").FillAsync("Wie maait straks het gras?");
        await PressAsync(liaison, "Stel deze vraag");

        await SignInByMailAsync(phone, truus);
        Assert.Contains(await host.MailToAsync(truus), mail => mail.Subject == $"Een vraag aan u over '{Title}'");
        await phone.GotoAsync(address);
        await phone.GetByRole(AriaRole.Link, new() { Name = "Beantwoord deze vraag" }).First.ClickAsync();
        await phone.GetByLabel("Uw antwoord").FillAsync("De buurt maait, om de beurt.");
        await PressAsync(phone, "Geef dit antwoord");
        await Expect(phone.GetByText("De buurt maait, om de beurt.")).ToBeVisibleAsync();

        await ActAsync(liaison, address, InitiativeLinks.Need(id));
        await ChooseAsync(liaison, "Grond");
        await liaison.GetByLabel("Wat is er nodig").FillAsync("Een afspraak over het veldje.");
        await PressAsync(liaison, "Voeg toe");
        await ActAsync(liaison, address, InitiativeLinks.Answer(id));
        await ChooseAsync(liaison, "Ja, mits");
        await liaison.GetByLabel("Uw antwoord").FillAsync("Het kan, als de buurt **zelf** maait.");
        await PressAsync(liaison, "Bekijk hoe de indiener dit leest");
        await PressAsync(liaison, "Verstuur dit antwoord");

        await TellWithPhotoAsync(phone, address, id);
        await ActAsync(phone, address, InitiativeLinks.Phase(id));
        await ChooseAsync(phone, "Plan maken");
        await phone.GetByLabel("Wat is de volgende stap?").FillAsync("Een avond in het dorpshuis");
        await phone
            .GetByLabel("Wanneer is die klaar?")
            .FillAsync(InDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await PressAsync(phone, "Bewaar");
        await Expect(phone.GetByText("Een avond in het dorpshuis").First).ToBeVisibleAsync();

        Assert.Contains(
            await host.MailToAsync(follower),
            mail => mail.Subject == $"De gemeente antwoordt op '{Title}'"
        );
        Assert.Contains(
            await host.MailToAsync(follower),
            mail => mail.Text.Contains("er komt een plan", StringComparison.Ordinal)
        );
        await EverybodyFindsItAsync(javaScript, place, address, id);
    }

    [Fact]
    public async Task Promise_NotKeptByItsDate_ShowsToEverybody()
    {
        var place = await data.PlaceAsync("Laatveen");
        var idea = await data.InitiativeAsync(place, await data.PersonAsync(), "Een bankje bij de brug");
        var visitor = await TelephoneAsync();
        var pages = new[]
        {
            InitiativeLinks.Show(idea.Id, idea.Subject.Slug),
            PlacesLinks.Village(place.Village.Id, place.Village.Subject!.Slug),
            InitiativeLinks.List,
            PromiseLinks.List,
        };
        foreach (var page in pages)
        {
            await visitor.GotoAsync(page);
            await Expect(visitor.GetByText("Oppakken is 3 dagen te laat.")).ToHaveCountAsync(0);
        }

        host.Program.Time.Advance(TimeSpan.FromDays(10));

        foreach (var page in pages)
        {
            await visitor.GotoAsync(page);
            await Expect(visitor.GetByText("Oppakken is 3 dagen te laat.").First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Idea_OfSomebodyWhoTelephoned_IsEnteredByTheAssociationAndSaysSo()
    {
        var place = await data.PlaceAsync("Belveen");
        var page = await TelephoneAsync(place.ContactPerson);
        await page.GotoAsync(InitiativeLinks.HandIn());
        await page.GetByText("Liever op papier of per telefoon?").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Een idee invoeren voor iemand anders" }).ClickAsync();
        await ChooseAsync(page, "Per telefoon");
        await page.GetByLabel("Van wie is het idee?").FillAsync("Meneer Vos");
        await page.GetByLabel("Telefoonnummer van de bedenker").FillAsync("0593 111 222");
        await PressAsync(page, "Naar de vragen over het idee");
        await page.GetByLabel("Hoe heet het").FillAsync("Verlichting langs het schelpenpad");
        await page.GetByLabel("Wat wilt u doen?").FillAsync("Drie lantaarns.");
        await page.GetByLabel("Waarom?").FillAsync("Het is er donker.");
        await PressAsync(page, "Volgende vraag");
        await page.GetByLabel("Bij welk dorp").SelectOptionAsync("Belveen");
        for (var question = 2; question <= 6; question++)
        {
            await PressAsync(page, "Volgende vraag");
        }

        host.Program.Time.Advance(TimeSpan.FromMinutes(1));
        await PressAsync(page, "Dien mijn idee in");
        await page.GetByRole(AriaRole.Link, new() { Name = "Bekijk het idee" }).ClickAsync();
        await page.Context.ClearCookiesAsync();
        await page.ReloadAsync();

        await Expect(page.Locator(".brink-provenance")).ToContainTextAsync("Dorpsbelangen Belveen");
        await Expect(page.Locator(".brink-provenance")).ToContainTextAsync("telefoon");
        await Expect(page.GetByText("Meneer Vos")).ToHaveCountAsync(0);
    }

    /// <summary>From the village's page to the receipt, in less than two minutes of a person's time.</summary>
    private async Task HandInAsync(IPage page, Place place, string mail)
    {
        await page.GotoAsync(PlacesLinks.Village(place.Village.Id, place.Village.Subject!.Slug));
        var effort = new Effort(page);
        await effort.FollowAsync("Ik heb een idee voor");
        await effort.TypeAsync("Hoe heet het", Title);
        await effort.TypeAsync("Wat wilt u doen?", "Op het veldje komen vijf toestellen om samen te bewegen.");
        await effort.TypeAsync("Waarom?", "Dan blijft iedereen fit.");
        await effort.PressAsync("Volgende vraag");
        Assert.Equal(
            place.Village.Id.ToString(CultureInfo.InvariantCulture),
            await page.GetByLabel("Bij welk dorp").InputValueAsync()
        );
        await effort.TypeAsync("Welke plek", "Het veldje naast de school");
        await effort.PressAsync("Volgende vraag");
        await effort.ChooseAsync("Wij als bewoners doen het, met hulp");
        await effort.PressAsync("Volgende vraag");
        await effort.TypeAsync("Wie doen er nog meer mee?", "De school");
        await effort.PressAsync("Volgende vraag");
        await effort.AddPhotoAsync(await Photos.OfScreenAsync(page));
        await effort.PressAsync("Volgende vraag");
        if (new Uri(page.Url).AbsolutePath == "/idee/fotos")
        {
            await effort.TypeAsync("Wat staat erop?", "Het veldje");
            await effort.PressAsync("Volgende vraag");
        }

        await effort.TypeAsync("Uw naam", "Truus de Boer");
        await effort.ChooseAsync("Mail mij");
        await effort.TypeAsync("Uw mailadres", mail);
        await effort.PressAsync("Volgende vraag");
        await Expect(Heading(page)).ToHaveTextAsync("Klopt het zo?");
        host.Program.Time.Advance(TimeSpan.FromMinutes(1));
        await effort.PressAsync("Dien mijn idee in");
        await Expect(Heading(page)).ToHaveTextAsync("Bijna klaar: kijk in uw mail");
        await Expect(page.GetByText(place.ContactPerson.Name).First).ToBeVisibleAsync();
        output.WriteLine(effort.ToString());
        Assert.InRange(effort.Seconds, 0, 120);
    }

    private async Task FollowAsync(bool javaScript, string address, string mail)
    {
        var page = await TelephoneAsync(javaScript: javaScript);
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Volg dit initiatief" }).ClickAsync();
        await page.GetByLabel("Uw mailadres").FillAsync(mail);
        await PressAsync(page, "Mail mij een link");
        await page.GotoAsync(await host.MailedLinkAsync(mail, "/volgen/bevestigen/"));
        await ChooseAsync(page, "Meteen");
        await PressAsync(page, "Bewaar mijn keuze");
        await Expect(Heading(page)).ToHaveTextAsync("Uw keuze is bewaard");
    }

    private async Task SignInByMailAsync(IPage page, string mail)
    {
        await page.GotoAsync(AccountLinks.SignIn);
        await page.GetByLabel("Uw mailadres").FillAsync(mail);
        await PressAsync(page, "Mail mij een link");
        await page.GotoAsync(await host.MailedLinkAsync(mail, "/inloggen/link/"));
        await PressAsync(page, "Nu inloggen");
        await page.WaitForURLAsync("**" + AccountLinks.AfterSignIn);
    }

    private static async Task TellWithPhotoAsync(IPage page, string address, long id)
    {
        await ActAsync(page, address, InitiativeLinks.Update(id));
        await page.GetByLabel("Uw bericht").FillAsync("We hebben het veldje opgemeten.");
        await page.Locator("input[type=file]").SetInputFilesAsync(await Photos.OfScreenAsync(page));
        await page.GetByLabel("Wat staat er op de foto's?").FillAsync("Meten met een lint");
        await PressAsync(page, "Plaats dit bericht");
        var photo = page.GetByRole(AriaRole.Img, new() { Name = "Meten met een lint" });
        await Expect(photo).ToBeVisibleAsync();
        var links = await page.Locator("a:has(img[alt='Meten met een lint'])").GetAttributeAsync("href");
        foreach (var shown in new[] { links!, (await photo.GetAttributeAsync("src"))! })
        {
            var answer = await page.APIRequest.GetAsync(shown);
            Assert.True(answer.Ok, $"{answer.Status} {shown}");
            Assert.DoesNotContain(
                TestPhotos.Secret,
                Encoding.Latin1.GetString(await answer.BodyAsync()),
                StringComparison.Ordinal
            );
        }
    }

    private async Task EverybodyFindsItAsync(bool javaScript, Place place, string address, long id)
    {
        var page = await TelephoneAsync(javaScript: javaScript);
        var pages = new[]
        {
            PlacesLinks.Village(place.Village.Id, place.Village.Subject!.Slug),
            InitiativeLinks.List,
            InitiativeLinks.Map,
            "/zoeken?q=beweegtuinen",
            "/zoeken?q=bewegtuin",
            "/",
        };
        foreach (var found in pages)
        {
            await page.GotoAsync(found);
            Assert.True(await page.Locator($"a[href='{address}']").First.IsVisibleAsync(), $"Not found on {found}");
        }

        await page.GotoAsync(address);
        await Expect(page.GetByText("Ja, mits").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Het kan, als de buurt zelf maait.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Een afspraak over het veldje.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Poster met QR-code" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR-code naar de pagina van dit initiatief" }))
            .ToBeVisibleAsync();
        foreach (
            var open in new[]
            {
                InitiativeLinks.ListFeed,
                PlacesLinks.Feed(place.Village.Id),
                $"/api/v1/initiatieven/{id}",
            }
        )
        {
            var answer = await page.APIRequest.GetAsync(open);
            Assert.True(answer.Ok, $"{answer.Status} {open}");
            Assert.Contains(Title, await answer.TextAsync(), StringComparison.Ordinal);
        }
    }

    private Task<IPage> TelephoneAsync(Person? person = null, bool javaScript = true) =>
        host.PageAsync(person, javaScript, width: 390, height: 844);

    /// <summary>By the link on the page: an act nobody can find is no act.</summary>
    private static async Task ActAsync(IPage page, string address, string act)
    {
        await page.GotoAsync(address);
        await page.Locator($"a[href='{act}']").First.ClickAsync();
    }

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static Task ChooseAsync(IPage page, string choice) => new Effort(page).ChooseAsync(choice);

    private static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private DateOnly InDays(int days) => DutchTime.Today(host.Program.Time).AddDays(days);
}
