using System.Net;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Places;

public sealed class VillagePagesTests(CountedHost host) : IClassFixture<CountedHost>, IAsyncLifetime
{
    private readonly QueryCounter counter = host.Counter;
    private TestData data = null!;

    public async ValueTask InitializeAsync()
    {
        await host.BeginAnewAsync();
        data = new TestData(host);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task List_WithoutVillages_SaysSo()
    {
        var browser = await host.Browser().OpenAsync("/dorpen");

        Assert.Contains("Nog geen dorpen", browser.Text);
    }

    [Fact]
    public async Task List_ShowsSizeAssociationAndInitiatives()
    {
        var place = await data.PlaceAsync("Hijken");
        await data.InitiativeAsync(place, await data.PersonAsync());
        await RecordAsync(place.Village.Id, 2024, 665);

        var browser = await host.Browser().OpenAsync("/dorpen");

        Assert.Contains("Klein dorp · 665 inwoners", browser.Text);
        Assert.Contains(place.Association.Name, browser.Text);
        Assert.Contains("1 initiatief", browser.Text);
    }

    [Fact]
    public async Task List_WhenSearched_KeepsOnlyWhatMatches()
    {
        await data.VillageAsync("Hijken");
        await data.VillageAsync("Elp");

        var browser = await host.Browser().OpenAsync("/dorpen?zoek=hijk");

        Assert.Equal(["Hijken"], browser.Page.QuerySelectorAll("h2 a").Select(a => a.TextContent.Trim()));
    }

    [Theory]
    [InlineData("%27%3B+DROP+TABLE+villages%3B--")]
    [InlineData("%25")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task List_WhenSearchedForSomethingOdd_FindsNothing(string query)
    {
        await data.VillageAsync("Hijken");

        var browser = await host.Browser().OpenAsync("/dorpen?zoek=" + query);

        Assert.Contains("Geen dorp gevonden", browser.Text);
        Assert.DoesNotContain("<script>alert", browser.Body);
    }

    [Fact]
    public async Task List_AsksTheSame_For1And400Villages()
    {
        await data.VillageAsync("Aa");
        var one = await AskedAsync("/dorpen");
        var oneMap = await AskedAsync("/dorpen/kaart");
        await AddVillagesAsync(400);

        Assert.Equal(one, await AskedAsync("/dorpen"));
        Assert.Equal(oneMap, await AskedAsync("/dorpen/kaart"));
        var browser = await host.Browser().OpenAsync("/dorpen?pagina=7");
        Assert.Contains("401 dorpen", browser.Text);
        Assert.NotEmpty(browser.Page.QuerySelectorAll("h2 a"));
    }

    [Fact]
    public async Task Page_AsksTheSame_ForAVillageWithMuch()
    {
        var place = await data.PlaceAsync("Hijken");
        var address = AddressOf(place.Village);
        var person = await data.PersonAsync();
        await data.InitiativeAsync(place, person);
        await RecordAsync(place.Village.Id, 2000, 5);
        await AddFacilityAsync(place.Village.Id, "Winkel 0");
        var little = await AskedAsync(address);
        for (var i = 1; i < 8; i++)
        {
            await data.InitiativeAsync(place, person, "Idee " + i);
            await RecordAsync(place.Village.Id, 2000 + i, 600 + i);
            await AddFacilityAsync(place.Village.Id, "Winkel " + i);
        }

        Assert.Equal(little, await AskedAsync(address));
    }

    [Fact]
    public async Task Page_WithoutFigures_SaysUnknown()
    {
        var village = await data.VillageAsync("Lieving");

        var browser = await host.Browser().OpenAsync(AddressOf(village));

        Assert.Contains("Het aantal inwoners is onbekend", browser.Text);
        Assert.Contains("Hier is nog niets over bekend.", browser.Text);
        Assert.Contains("Voor Lieving is geen vereniging bekend.", browser.Text);
    }

    [Fact]
    public async Task Page_ShowsTheThreeContacts_AndNobodysPrivateMail()
    {
        var place = await data.PlaceAsync("Hijken");
        var welfare = await data.SaveAsync(db =>
        {
            var made = new Organisation
            {
                Kind = OrganisationKind.Welfare,
                Name = "Welzijnswerk Testveen",
                Mail = "welzijn@testveen.example",
            };
            db.Organisations.Add(made);
            return Task.FromResult(made);
        });
        var worker = await data.HolderAsync(Role.CommunityWorker, welfare);

        var browser = await host.Browser().OpenAsync(AddressOf(place.Village));

        Assert.Contains(place.Liaison.Name, browser.Text);
        Assert.Contains(place.ContactPerson.Name, browser.Text);
        Assert.Contains(worker.Name, browser.Text);
        Assert.Contains("welzijn@testveen.example", browser.Text);
        foreach (var person in new[] { place.Liaison, place.ContactPerson, worker })
        {
            Assert.DoesNotContain(person.Email!, browser.Body);
        }
    }

    [Fact]
    public async Task Page_WhenARoleEnded_ShowsTheOrganisationInstead()
    {
        var place = await data.PlaceAsync("Hijken");
        await EndRolesAsync(place.ContactPerson.Id, new DateOnly(2026, 11, 1));

        var browser = await host.Browser().OpenAsync(AddressOf(place.Village));

        Assert.DoesNotContain(place.ContactPerson.Name, browser.Text);
        Assert.Contains(place.Association.Name, browser.Text);
    }

    [Fact]
    public async Task Page_WithAnOldName_LeadsToTheNewOne()
    {
        var village = await data.VillageAsync("Hijken");

        var answer = await host.Browser().AskAsync($"/dorpen/{village.Id}-heel-oud");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(AddressOf(village), answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Page_OfNoVillage_IsAbsent() =>
        await host.Browser().OpenAsync("/dorpen/999999-nergens", HttpStatusCode.NotFound);

    [Fact]
    public async Task Page_OfAnotherMunicipality_IsAbsent()
    {
        var other = await host.NewMunicipalityAsync("Anderveen");
        var village = await new TestData(host, other).VillageAsync("Verweg");

        await host.Browser().OpenAsync(AddressOf(village), HttpStatusCode.NotFound);
        var list = await host.Browser().OpenAsync("/dorpen");
        Assert.DoesNotContain("Verweg", list.Text);
    }

    [Fact]
    public async Task Page_ShowsWordsOfTheVillage_AndNoScript()
    {
        var village = await data.SaveAsync(db =>
        {
            var made = Village.Create(
                "Hijken <img src=x onerror=alert(1)>",
                VillageKind.Village,
                host.Time.GetUtcNow()
            );
            made.About = "**Welkom**\n<script>alert(2)</script> [slecht](javascript:alert(3))";
            db.Villages.Add(made);
            return Task.FromResult(made);
        });

        var browser = await host.Browser().OpenAsync(AddressOf(village));

        Assert.Contains("<strong>Welkom</strong>", browser.Body);
        Assert.DoesNotContain("<script>alert", browser.Body);
        Assert.DoesNotContain("<img src=x", browser.Body);
        Assert.DoesNotContain("javascript:", browser.Body);
    }

    [Fact]
    public async Task Contact_WhenAVillageIsChosen_ShowsWhomToCall()
    {
        var place = await data.PlaceAsync("Hijken");

        var browser = await host.Browser().OpenAsync("/contact");
        await browser.SubmitAsync("Toon wie ik kan bellen", HttpStatusCode.OK, ("Uw dorp", "Hijken"));

        Assert.Contains(place.Liaison.Name, browser.Text);
        Assert.Contains(place.ContactPerson.Name, browser.Text);
    }

    [Theory]
    [InlineData("/contact?dorp=1")]
    [InlineData("/contact?dorp=x")]
    public async Task Contact_OfNoVillage_IsAbsent(string address) =>
        await host.Browser().OpenAsync(address, HttpStatusCode.NotFound);

    [Fact]
    public async Task Organisation_ShowsForWhomItSpeaks()
    {
        var place = await data.PlaceAsync("Hijken");

        var list = await host.Browser().OpenAsync("/organisaties");
        Assert.Contains(place.Association.Name, list.Text);
        var browser = await host.Browser()
            .OpenAsync(PlacesLinks.Organisation(place.Association.Id, place.Association.Name));

        Assert.Contains("Spreekt voor Hijken", browser.Text);
        Assert.Contains(place.ContactPerson.Name, browser.Text);
        Assert.DoesNotContain(place.ContactPerson.Email!, browser.Body);
    }

    [Fact]
    public async Task Map_ListsEveryVillage_AndSaysWhichHaveNoPlace()
    {
        await data.SaveAsync(db =>
        {
            var placed = Village.Create("Hijken", VillageKind.Village, host.Time.GetUtcNow());
            (placed.Longitude, placed.Latitude) = (6.49, 52.9);
            db.Villages.Add(placed);
            db.Villages.Add(Village.Create("Makkum", VillageKind.Hamlet, host.Time.GetUtcNow()));
            return Task.FromResult(placed);
        });

        var browser = await host.Browser().OpenAsync("/dorpen/kaart");

        Assert.Single(browser.Page.QuerySelectorAll("svg a[aria-label='Hijken']"));
        Assert.Contains("Niet op de kaart", browser.Text);
        Assert.Contains("Makkum", browser.Text);
    }

    private static string AddressOf(Village village) => PlacesLinks.Village(village.Id, village.Subject!.Slug);

    private async Task<string> AskedAsync(string address) =>
        string.Join("\n\n", await counter.AskedAsync(host, address));

    private Task AddVillagesAsync(int number) =>
        data.SaveAsync(db =>
        {
            for (var i = 0; i < number; i++)
            {
                db.Villages.Add(Village.Create($"Dorp {i:000}", VillageKind.Village, host.Time.GetUtcNow()));
            }

            return Task.FromResult(true);
        });

    private Task RecordAsync(long village, int year, int number) =>
        data.SaveAsync(db =>
        {
            db.VillageInhabitants.Add(
                new VillageInhabitants
                {
                    VillageId = village,
                    Year = year,
                    Number = number,
                    Source = "Telling",
                }
            );
            return Task.FromResult(true);
        });

    private Task AddFacilityAsync(long village, string name) =>
        data.SaveAsync(db =>
        {
            db.Facilities.Add(
                new Facility
                {
                    VillageId = village,
                    Kind = FacilityKind.Shop,
                    Name = name,
                }
            );
            return Task.FromResult(true);
        });

    private Task EndRolesAsync(long person, DateOnly to) =>
        data.SaveAsync(async db =>
        {
            foreach (var held in await db.RoleHoldings.Where(h => h.PersonId == person).ToArrayAsync())
            {
                held.To = to;
            }

            return true;
        });
}
