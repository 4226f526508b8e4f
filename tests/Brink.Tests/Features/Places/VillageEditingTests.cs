using System.Net;
using System.Net.Http.Headers;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Platform.Files;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Places;

public sealed class VillageEditingTests(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>A picture of one point.</summary>
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    private readonly BrinkHost host = new(postgres);
    private TestData data = null!;
    private Place place = null!;
    private Person administrator = null!;

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        data = new TestData(host);
        place = await data.PlaceAsync("Hijken");
        administrator = await data.AdministratorAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private string Village => PlacesLinks.Village(place.Village.Id, "hijken");

    [Fact]
    public async Task Edit_ByTheAssociation_ChangesThePageAtOnce()
    {
        var visitor = await host.Browser().OpenAsync(Village);
        var browser = await host.Browser(place.ContactPerson).OpenAsync(Village + "/bewerken");

        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.OK,
            ("Over het dorp", "Welkom in **Hijken**"),
            ("Waar ontmoet u elkaar", "Dorpshuis, elke dinsdag"),
            ("Eigen website", "www.hijken.nl")
        );

        Assert.Equal(Village, browser.Address);
        await visitor.OpenAsync(Village);
        Assert.Contains("<strong>Hijken</strong>", visitor.Body);
        Assert.Contains("Dorpshuis, elke dinsdag", visitor.Text);
        Assert.Contains("Deze pagina wordt bijgehouden door " + place.Association.Name, visitor.Text);
        Assert.Contains("href=\"https://www.hijken.nl/\"", visitor.Body);
    }

    [Fact]
    public async Task Edit_BySomebodyElse_IsRefused()
    {
        var neighbour = await data.PlaceAsync("Elp");
        var resident = await data.PersonAsync();
        foreach (var person in new[] { neighbour.ContactPerson, resident, place.Liaison })
        {
            await host.Browser(person).OpenAsync(Village + "/bewerken", HttpStatusCode.Forbidden);
            await host.Browser(person).OpenAsync(Village + "/foto", HttpStatusCode.Forbidden);
        }

        foreach (var person in new[] { neighbour.ContactPerson, resident })
        {
            await host.Browser(person).OpenAsync(Village + "/voorzieningen", HttpStatusCode.Forbidden);
            await host.Browser(person).OpenAsync(Village + "/voorzieningen/nieuw", HttpStatusCode.Forbidden);
        }

        var anonymous = await host.Browser().AskAsync(Village + "/bewerken");
        Assert.Equal(HttpStatusCode.Redirect, anonymous.StatusCode);
        await host.Browser(place.Liaison).OpenAsync(Village + "/voorzieningen");
        await host.Browser(administrator).OpenAsync(Village + "/bewerken");
    }

    [Fact]
    public async Task Edit_WhenARoleEnded_IsRefused()
    {
        await data.SaveAsync(async db =>
        {
            foreach (var held in await db.RoleHoldings.Where(h => h.PersonId == place.ContactPerson.Id).ToArrayAsync())
            {
                held.To = new DateOnly(2026, 11, 1);
            }

            return true;
        });

        await host.Browser(place.ContactPerson).OpenAsync(Village + "/bewerken", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Edit_OfAVillageThatIsNot_IsAbsent() =>
        await host.Browser(administrator).OpenAsync("/dorpen/99999-nergens/bewerken", HttpStatusCode.NotFound);

    [Fact]
    public async Task Edit_WhenTooLong_LosesNothing()
    {
        var about = new string('é', Brink.Features.Places.Village.LongestAbout + 5);
        var browser = await host.Browser(place.ContactPerson).OpenAsync(Village + "/bewerken");

        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.BadRequest,
            ("Over het dorp", about),
            ("Eigen website", "javascript:alert(1)")
        );

        Assert.Contains("Er zijn nog 2 dingen", browser.Text);
        Assert.Equal(about, browser.Page.QuerySelector("#About")!.TextContent.Trim());
        Assert.Contains("geen adres van een website", browser.Page.QuerySelector("#Website-fout")!.TextContent);
    }

    [Fact]
    public async Task Preview_ShowsAndKeepsNothing()
    {
        var browser = await host.Browser(place.ContactPerson).OpenAsync(Village + "/bewerken");
        var request = browser.Form("Bekijk eerst", ("Over het dorp", "Zo *mooi*"));
        request.RequestUri = new Uri(Village + "/bewerken?handler=Preview", UriKind.Relative);

        await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        Assert.Contains("<em>mooi</em>", browser.Body);
        Assert.Contains("Zo *mooi*", browser.Page.QuerySelector("#About")!.TextContent);
        Assert.Equal("", (await LoadAsync()).About);
    }

    [Fact]
    public async Task Edit_WhenSomebodyWasFirst_SaysSo_AndASecondPressCounts()
    {
        var first = await host.Browser(place.ContactPerson).OpenAsync(Village + "/bewerken");
        var second = await host.Browser(administrator).OpenAsync(Village + "/bewerken");
        await first.SubmitAsync("Opslaan", HttpStatusCode.OK, ("Over het dorp", "Van de een"));

        await second.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, ("Over het dorp", "Van de ander"));

        Assert.Contains("Iemand anders heeft dit net gewijzigd", second.Text);
        Assert.Contains("Van de een", second.Text);
        Assert.Equal("Van de ander", second.Page.QuerySelector("#About")!.TextContent.Trim());
        Assert.Equal("Van de een", (await LoadAsync()).About);
        await second.SubmitAsync("Opslaan");
        Assert.Equal("Van de ander", (await LoadAsync()).About);
    }

    [Fact]
    public async Task Edit_SentTwiceAtOnce_IsOneChange()
    {
        var browser = await host.Browser(place.ContactPerson).OpenAsync(Village + "/bewerken");
        var one = browser.Form("Opslaan", ("Over het dorp", "Eén keer"));
        var two = browser.Form("Opslaan", ("Over het dorp", "Eén keer"));

        var answers = await Task.WhenAll(browser.SendAsync(one), browser.SendAsync(two));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await host.DbAsync(db => db.Journal.CountAsync(e => e.Verb == PlacesVerbs.VillagePageChanged)));
    }

    [Fact]
    public async Task Facility_AtRisk_ShowsOnThePage_AndIsInTheJournal()
    {
        var browser = await host.Browser(place.ContactPerson).OpenAsync(Village + "/voorzieningen");
        await browser.OpenAsync(Village + "/voorzieningen/nieuw");

        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.OK,
            ("Wat is het", "Winkel"),
            ("Naam", "Dorpswinkel <b>De Hoek</b>"),
            ("Onder druk", "ja"),
            ("Sinds wanneer", "2026-10-01")
        );

        var page = await host.Browser().OpenAsync(Village);
        Assert.Contains("Dorpswinkel <b>De Hoek</b> Onder druk sinds 1 oktober 2026", page.Text);
        var about = await host.DbAsync(db =>
            db.Journal.Where(e => e.Verb == PlacesVerbs.FacilityChanged).Select(e => e.About).SingleAsync()
        );
        Assert.Contains("AtRisk", about, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoek", about, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facility_WithoutAnswers_IsRefusedAtTheFields()
    {
        var browser = await host.Browser(place.ContactPerson).OpenAsync(Village + "/voorzieningen/nieuw");

        await browser.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, ("Sinds wanneer", "overmorgen"));

        Assert.NotNull(browser.Page.QuerySelector("#Since-fout"));
    }

    [Fact]
    public async Task Facility_CanBeChangedAndTakenAway()
    {
        var browser = await host.Browser(place.ContactPerson).OpenAsync(Village + "/voorzieningen/nieuw");
        await browser.SubmitAsync("Opslaan", HttpStatusCode.OK, ("Wat is het", "School"), ("Open", "ja"));
        var facility = await host.DbAsync(db => db.Facilities.SingleAsync());
        var address = PlacesLinks.Facility(place.Village.Id, "hijken", facility.Id);

        await browser.OpenAsync(address);
        await browser.SubmitAsync("Opslaan", HttpStatusCode.OK, ("Gesloten", "ja"));
        Assert.Contains("School Gesloten", (await host.Browser().OpenAsync(Village)).Text);

        await browser.OpenAsync(address);
        await browser.SubmitAsync("Haal deze voorziening weg");
        Assert.Empty(await host.DbAsync(db => db.Facilities.ToArrayAsync()));
        await browser.OpenAsync(address, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Photo_IsCheckedByContent_AndServedWithThePage()
    {
        var browser = await host.Browser(place.ContactPerson).OpenAsync(Village + "/foto");

        await SendPhotoAsync(browser, "foto.png", "dit is geen foto"u8.ToArray(), "Eiken");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
        await SendPhotoAsync(browser, "foto.txt", Png, "");
        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
        await SendPhotoAsync(browser, "../../foto.html", Png, "De brink met eiken");
        Assert.Equal(HttpStatusCode.Redirect, browser.Response.StatusCode);

        var page = await host.Browser().OpenAsync(Village);
        var picture = page.Page.QuerySelector("img.brink-picture")!;
        Assert.Equal("De brink met eiken", picture.GetAttribute("alt"));
        var answer = await host.Browser().AskAsync(picture.GetAttribute("src")!);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);

        var hash = await host.DbAsync(db =>
            db.SubjectFiles.Where(f => f.SubjectId == place.Village.Id).Select(f => f.Hash).SingleAsync()
        );
        var store = host.Services.GetRequiredService<IFileStore>();
        await using (var kept = store.Open(hash))
        {
            Assert.NotNull(kept);
        }

        await browser.OpenAsync(Village + "/foto");
        await browser.SubmitAsync("Haal deze foto weg");
        await host.Browser().OpenAsync(picture.GetAttribute("src")!, HttpStatusCode.NotFound);
        Assert.Null(store.Open(hash));
    }

    private static async Task SendPhotoAsync(TestBrowser browser, string name, byte[] content, string description)
    {
        var form = new MultipartFormDataContent();
        foreach (var hidden in browser.Page.QuerySelectorAll("form.brink-form input[type=hidden]"))
        {
            form.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        }

        form.Add(new StringContent(description), "Description");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "Photo", name);
        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, browser.Address) { Content = form });
    }

    private Task<Village> LoadAsync() =>
        host.DbAsync(db => db.Villages.AsNoTracking().SingleAsync(v => v.Id == place.Village.Id));
}
