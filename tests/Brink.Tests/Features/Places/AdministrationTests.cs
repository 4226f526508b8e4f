using System.Globalization;
using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Places.Administration;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Places;

public sealed class AdministrationTests(CountedHost host) : IClassFixture<CountedHost>, IAsyncLifetime
{
    private readonly QueryCounter counter = host.Counter;
    private TestData data = null!;
    private Place place = null!;
    private Person administrator = null!;

    public async ValueTask InitializeAsync()
    {
        await host.BeginAnewAsync();
        data = new TestData(host);
        place = await data.PlaceAsync("Hijken");
        administrator = await data.AdministratorAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task EveryPage_IsForAdministratorsAlone()
    {
        var holding = await host.DbAsync(db =>
            db.RoleHoldings.Where(h => h.PersonId == place.ContactPerson.Id).Select(h => h.Id).FirstAsync()
        );
        string[] pages =
        [
            AdministrationLinks.Index,
            AdministrationLinks.Municipality,
            AdministrationLinks.Policy,
            AdministrationLinks.Look,
            AdministrationLinks.Villages,
            AdministrationLinks.NewVillage,
            AdministrationLinks.Village(place.Village.Id),
            AdministrationLinks.Inhabitants(place.Village.Id),
            AdministrationLinks.Organisations,
            AdministrationLinks.NewOrganisation,
            AdministrationLinks.Organisation(place.Association.Id),
            AdministrationLinks.Recognition(place.Association.Id),
            AdministrationLinks.Representation(place.Association.Id),
            AdministrationLinks.Membership(place.Association.Id),
            AdministrationLinks.People,
            AdministrationLinks.NewPerson,
            AdministrationLinks.Person(place.ContactPerson.Id),
            AdministrationLinks.GiveRole(place.ContactPerson.Id),
            AdministrationLinks.EndRole(holding),
            AdministrationLinks.Contacts,
            AdministrationLinks.Import,
            AdministrationLinks.ImportOf("dorpen"),
            AdministrationLinks.Template("organisaties"),
        ];
        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await host.Browser().AskAsync(page)).StatusCode);
            await host.Browser(place.Liaison).OpenAsync(page, HttpStatusCode.Forbidden);
            await host.Browser(place.ContactPerson).OpenAsync(page, HttpStatusCode.Forbidden);
            await host.Browser(administrator).OpenAsync(page);
        }
    }

    [Fact]
    public async Task Municipality_IsChanged_AndMistakesAreSaidAtTheirFields()
    {
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.Municipality);

        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.BadRequest,
            ("Naam van de gemeente", ""),
            ("Code van het CBS", "1731"),
            ("Adres van deze website", "https://x/"),
            ("Mailadres", "geen adres"),
            ("Naam van het algemene contact", "Gemeentewinkel")
        );

        Assert.Contains("Er zijn nog 4 dingen", browser.Text);
        Assert.Equal("Gemeentewinkel", browser.Page.QuerySelector("#ContactName")!.GetAttribute("value"));
        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.OK,
            ("Naam van de gemeente", "Nieuwveen"),
            ("Code van het CBS", "gm1731"),
            ("Adres van deze website", host.Tenant.Host.ToUpperInvariant()),
            ("Mailadres", "dorpen@nieuwveen.example")
        );
        var saved = await host.DbAsync(db => db.Municipalities.SingleAsync(m => m.Id == host.Tenant.Id));
        Assert.Equal(("Nieuwveen", "GM1731", host.Tenant.Host), (saved.Name, saved.CbsCode, saved.Host));
    }

    [Fact]
    public async Task Municipality_WithTheAddressOfAnother_IsRefused()
    {
        var other = await host.NewMunicipalityAsync("Anderveen");
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.Municipality);

        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.BadRequest,
            ("Code van het CBS", "GM1731"),
            ("Adres van deze website", other.Host)
        );

        Assert.Contains("Een andere gemeente gebruikt dit adres al", browser.Text);
    }

    [Fact]
    public async Task Policy_WhenTwoSaveAtOnce_TellsTheSecond()
    {
        var other = await data.AdministratorAsync();
        var one = await host.Browser(administrator).OpenAsync(AdministrationLinks.Policy);
        var two = await host.Browser(other).OpenAsync(AdministrationLinks.Policy);
        await one.SubmitAsync("Opslaan", HttpStatusCode.OK, ("Oppakken binnen", "7"));

        await two.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, ("Oppakken binnen", "9"));

        Assert.Contains("Iemand anders heeft dit net gewijzigd", two.Text);
        Assert.Equal(
            7,
            await host.DbAsync(db =>
                db.Municipalities.Where(m => m.Id == host.Tenant.Id).Select(m => m.TakeInTerm).SingleAsync()
            )
        );
        await two.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, ("Antwoorden binnen", "3"));
        Assert.Contains("Antwoorden kan niet eerder", two.Text);
    }

    [Fact]
    public async Task Village_IsAddedChangedAndCounted()
    {
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.NewVillage);
        await browser.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, ("Naam", "hijken"), ("Dorp", "ja"));
        Assert.Contains("Er is al een dorp met deze naam", browser.Text);

        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.OK,
            ("Naam", "Elp"),
            ("Breedtegraad", "52,8831"),
            ("Lengtegraad", "6,6443")
        );
        var village = await host.DbAsync(db => db.Villages.SingleAsync(v => v.Subject!.Title == "Elp"));
        Assert.Equal((52.8831, 6.6443), (village.Latitude!.Value, village.Longitude!.Value));
        // The form reads back what it wrote: a decimal comma, as people here do.
        await browser.OpenAsync(AdministrationLinks.Village(village.Id));
        await browser.SubmitAsync("Opslaan");
        village = await host.DbAsync(db => db.Villages.SingleAsync(v => v.Subject!.Title == "Elp"));
        Assert.Equal((52.8831, 6.6443), (village.Latitude!.Value, village.Longitude!.Value));

        await browser.OpenAsync(AdministrationLinks.Inhabitants(village.Id));
        await browser.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, ("Jaar", "2030"), ("Aantal inwoners", "-1"));
        Assert.Contains("Er zijn nog 3 dingen", browser.Text);
        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.OK,
            ("Jaar", "2024"),
            ("Aantal inwoners", "340"),
            ("Bron", "Telling")
        );
        Assert.Contains("2024: 340", browser.Text);
        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.OK,
            ("Jaar", "2024"),
            ("Aantal inwoners", "345"),
            ("Bron", "Telling")
        );
        Assert.Equal(345, (await host.DbAsync(db => db.VillageInhabitants.SingleAsync())).Number);
    }

    [Fact]
    public async Task Organisation_SpeaksForAVillage_UntilItEnds()
    {
        var elp = await data.VillageAsync("Elp");
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.NewOrganisation);
        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.OK,
            ("Wat is het", "Dorpsvereniging"),
            ("Naam", "Dorpsbelangen Elp")
        );
        var id = await host.DbAsync(db =>
            db.Organisations.Where(o => o.Name == "Dorpsbelangen Elp").Select(o => o.Id).SingleAsync()
        );

        await browser.OpenAsync(AdministrationLinks.Representation(id));
        await browser.SubmitAsync("Opslaan", HttpStatusCode.OK, ("Dorp", "Elp"), ("Eerste dag", "2020-01-01"));
        await browser.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, ("Dorp", "Elp"));
        Assert.Contains("spreekt al voor dit dorp", browser.Text);
        Assert.Contains("Dorpsbelangen Elp", (await host.Browser().OpenAsync(PlacesLinks.Village(elp.Id, "elp"))).Text);

        await browser.OpenAsync(AdministrationLinks.Representation(id));
        await browser.SubmitAsync("Beëindig Elp", HttpStatusCode.OK, ("Until", "2026-10-31"));
        var held = await host.DbAsync(db => db.Representations.SingleAsync(r => r.OrganisationId == id));
        Assert.Equal(new DateOnly(2026, 10, 31), held.To);
        Assert.DoesNotContain(
            "Dorpsbelangen Elp",
            (await host.Browser().OpenAsync(PlacesLinks.Village(elp.Id, "elp"))).Text
        );
    }

    [Fact]
    public async Task BankAccount_IsSeenByTreasurerAndBudgetHolder_AndSealedAtRest()
    {
        var treasurer = await data.HolderAsync(Role.Treasurer, place.Association);
        var budgetHolder = await data.HolderAsync(Role.BudgetHolder, place.Municipality);
        var address = PlacesLinks.BankAccount(place.Association.Id, place.Association.Name);
        var browser = await host.Browser(treasurer).OpenAsync(address);
        await browser.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, ("Nieuw rekeningnummer", "NL91ABNA0417164301"));
        Assert.Contains("Dit rekeningnummer klopt niet", browser.Text);

        await browser.SubmitAsync("Opslaan", HttpStatusCode.OK, ("Nieuw rekeningnummer", "nl91abna0417164300"));

        const string number = "NL91 ABNA 0417 1643 00";
        Assert.Contains(number, (await host.Browser(treasurer).OpenAsync(address)).Text);
        Assert.Contains(number, (await host.Browser(budgetHolder).OpenAsync(address)).Text);
        Assert.DoesNotContain(number, (await host.Browser(administrator).OpenAsync(address)).Text);
        Assert.DoesNotContain("Opslaan", (await host.Browser(budgetHolder).OpenAsync(address)).Text);
        foreach (var person in new[] { place.ContactPerson, place.Liaison, await data.PersonAsync() })
        {
            await host.Browser(person).OpenAsync(address, HttpStatusCode.Forbidden);
        }

        var stored = await host.DbAsync(db =>
            db.Organisations.Where(o => o.Id == place.Association.Id).Select(o => o.BankAccount).SingleAsync()
        );
        Assert.DoesNotContain("0417164300", System.Text.Encoding.Latin1.GetString(stored!), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "0417",
            (
                await host.Browser().OpenAsync(PlacesLinks.Organisation(place.Association.Id, place.Association.Name))
            ).Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Role_IsGivenToSomebodyNew_WithAnInvitation()
    {
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.NewPerson);
        await browser.SubmitAsync("Verder", HttpStatusCode.BadRequest, ("Naam", ""), ("Mailadres", "x"));
        Assert.Contains("Er zijn nog 2 dingen", browser.Text);
        await browser.SubmitAsync(
            "Verder",
            HttpStatusCode.OK,
            ("Naam", "Opbouwwerker"),
            ("Mailadres", "opbouw@welzijn.example")
        );

        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.BadRequest,
            ("Rol", "Opbouwwerker"),
            ("Bij welke organisatie", place.Association.Name)
        );
        Assert.Contains("Deze rol hoort niet bij deze organisatie", browser.Text);
        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.OK,
            ("Rol", "Bestuurslid"),
            ("Bij welke organisatie", place.Association.Name)
        );

        var person = await host.DbAsync(db => db.People.SingleAsync(p => p.Email == "opbouw@welzijn.example"));
        var held = await host.DbAsync(db => db.RoleHoldings.SingleAsync(h => h.PersonId == person.Id));
        Assert.Equal((Role.BoardMember, new DateOnly(2026, 11, 2)), (held.Role, held.From));
        Assert.Equal(1, await host.DbAsync(db => db.MailMessages.CountAsync(m => m.PersonId == person.Id)));
    }

    [Fact]
    public async Task Role_ForOneVillage_IsGivenOnlyWhereTheAssociationSpeaks()
    {
        var elp = await data.VillageAsync("Elp");
        var person = await data.PersonAsync();
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.GiveRole(person.Id));
        (string, string)[] role =
        [
            ("Rol", "Contactpersoon"),
            ("Bij welke organisatie", place.Association.Name),
            ("Voor één dorp", "Elp"),
        ];

        await browser.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, role);
        Assert.Contains(
            "Deze vereniging spreekt niet voor dit dorp.",
            browser.Page.QuerySelector("#VillageId")!.Closest(".utrecht-form-field")!.TextContent
        );
        await SpeaksForAsync(elp, to: data.Now().Today.AddDays(-1));
        await browser.SubmitAsync("Opslaan", HttpStatusCode.BadRequest, role);
        await SpeaksForAsync(elp, to: null);
        await browser.SubmitAsync("Opslaan", HttpStatusCode.OK, role);

        Assert.Equal(
            elp.Id,
            await host.DbAsync(db =>
                db.RoleHoldings.Where(h => h.PersonId == person.Id).Select(h => h.VillageId).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Role_ForOneVillage_ReachesItOnlyWhileTheAssociationSpeaksForIt()
    {
        var elp = await data.VillageAsync("Elp");
        var contact = await data.HolderAsync(Role.ContactPerson, place.Association, elp);
        var liaison = await data.HolderAsync(Role.Liaison, place.Municipality, elp);
        var today = data.Now().Today;

        Assert.Empty((await ViewerAsync(contact)).Roles.Single().Villages);
        Assert.False((await ViewerAsync(contact)).SpeaksForVillage(elp.Id));
        await SpeaksForAsync(elp, to: today);
        Assert.True((await ViewerAsync(contact)).SpeaksForVillage(elp.Id));
        Assert.Equal([elp.Id], (await ViewerAsync(contact)).Roles.Single().Villages);
        Assert.Equal([elp.Id], (await ViewerAsync(liaison)).Roles.Single().Villages);

        Task<Viewer> ViewerAsync(Person person) =>
            host.DbAsync(db => ViewerQueries.LoadAsync(db, person.Id, today, default));
    }

    private Task SpeaksForAsync(Village village, DateOnly? to) =>
        data.SaveAsync(db =>
        {
            db.Representations.Add(
                new Representation
                {
                    OrganisationId = place.Association.Id,
                    VillageId = village.Id,
                    To = to,
                }
            );
            return Task.FromResult(true);
        });

    [Fact]
    public async Task Person_WithAKnownAddress_KeepsTheNameThatIsKnown()
    {
        var resident = await data.PersonAsync("Bewoner die zichzelf noemde");
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.NewPerson);

        await browser.SubmitAsync(
            "Verder",
            HttpStatusCode.OK,
            ("Naam", "Andere naam"),
            ("Mailadres", resident.Email!.ToUpperInvariant())
        );

        Assert.Contains("Bewoner die zichzelf noemde", browser.Text);
        Assert.Equal(AdministrationLinks.GiveRole(resident.Id), browser.Address);
    }

    [Fact]
    public async Task Person_WithAnAddressNobodyConfirmed_GetsTheNameTheAdministratorTypes()
    {
        var typed = await data.SaveAsync(db =>
        {
            var person = Person.WithMail("Door een vreemde getypt", "nieuw@voorbeeld.example", host.Time.GetUtcNow());
            db.People.Add(person);
            return Task.FromResult(person);
        });
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.NewPerson);

        await browser.SubmitAsync(
            "Verder",
            HttpStatusCode.OK,
            ("Naam", "Echte naam"),
            ("Mailadres", "nieuw@voorbeeld.example")
        );

        Assert.Equal(AdministrationLinks.GiveRole(typed.Id), browser.Address);
        Assert.Contains("Echte naam", browser.Text);
        Assert.DoesNotContain("vreemde", browser.Text);
        Assert.True(await host.DbAsync(db => db.Journal.AnyAsync(e => e.Verb == PlacesVerbs.PersonChanged)));
    }

    [Fact]
    public async Task Role_WhenEnded_StaysAsHistory()
    {
        var holding = await host.DbAsync(db => db.RoleHoldings.SingleAsync(h => h.PersonId == place.ContactPerson.Id));
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.EndRole(holding.Id));

        await browser.SubmitAsync("Beëindig deze rol", HttpStatusCode.OK, ("Laatste dag", "2026-10-31"));

        Assert.Contains("Eerdere rollen", browser.Text);
        Assert.Equal(1, await host.DbAsync(db => db.RoleHoldings.CountAsync(h => h.Id == holding.Id)));
        Assert.True(await host.DbAsync(db => db.Journal.AnyAsync(e => e.Verb == PlacesVerbs.RoleEnded)));
    }

    [Fact]
    public async Task Administrators_WhoEndEachOtherAtOnce_LeaveOne()
    {
        var other = await data.AdministratorAsync();
        var holdings = await host.DbAsync(db =>
            db.RoleHoldings.Where(h => h.Role == Role.Administrator).OrderBy(h => h.PersonId == other.Id).ToArrayAsync()
        );
        var one = await host.Browser(administrator).OpenAsync(AdministrationLinks.EndRole(holdings[1].Id));
        var two = await host.Browser(other).OpenAsync(AdministrationLinks.EndRole(holdings[0].Id));

        var answers = await Task.WhenAll(
            one.SubmitOnlyAsync("Beëindig deze rol", ("Laatste dag", "2026-11-02")),
            two.SubmitOnlyAsync("Beëindig deze rol", ("Laatste dag", "2026-11-02"))
        );

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.BadRequest], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(
            1,
            await host.DbAsync(db => db.RoleHoldings.CountAsync(h => h.Role == Role.Administrator && h.To == null))
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    public async Task Role_TakenAwayNow_GivesAnOpenSessionNothingMore(int beganDaysAgo)
    {
        var today = data.Now().Today;
        var wrong = await data.PersonAsync("Verkeerde persoon");
        var holding = await data.SaveAsync(db =>
        {
            var given = new RoleHolding
            {
                PersonId = wrong.Id,
                OrganisationId = place.Municipality.Id,
                Role = Role.Administrator,
                From = today.AddDays(beganDaysAgo),
            };
            db.RoleHoldings.Add(given);
            return Task.FromResult(given);
        });
        var session = await host.Browser(wrong).OpenAsync(AdministrationLinks.People);
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.EndRole(holding.Id));

        await browser.SubmitAsync("Neem de rol nu weg");

        Assert.Equal(AdministrationLinks.Person(wrong.Id) + "?bewaard=ja", browser.Address);
        Assert.Contains("heeft nu geen rol", browser.Text);
        await session.OpenAsync(AdministrationLinks.People, HttpStatusCode.Forbidden);
        var left = await host.DbAsync(db => db.RoleHoldings.SingleOrDefaultAsync(h => h.Id == holding.Id));
        Assert.Equal(beganDaysAgo == 0 ? null : today.AddDays(-1), left?.To);
        var line = await host.DbAsync(db => db.Journal.SingleAsync(e => e.Verb == PlacesVerbs.RoleEnded));
        Assert.Contains(wrong.Id.ToString(CultureInfo.InvariantCulture), line.About, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_TakenAwayTwice_IsGoneAndSaysNothingMore()
    {
        var holding = await host.DbAsync(db => db.RoleHoldings.SingleAsync(h => h.PersonId == place.ContactPerson.Id));
        var one = await host.Browser(administrator).OpenAsync(AdministrationLinks.EndRole(holding.Id));
        var two = await host.Browser(administrator).OpenAsync(AdministrationLinks.EndRole(holding.Id));
        await host.DbAsync(db =>
            db.RoleHoldings.Where(h => h.Id == holding.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(h => h.From, data.Now().Today))
        );

        await one.SubmitAsync("Neem de rol nu weg");
        await two.SubmitAsync("Neem de rol nu weg");

        Assert.Equal(AdministrationLinks.People, two.Address);
        Assert.Equal(1, await host.DbAsync(db => db.Journal.CountAsync(e => e.Verb == PlacesVerbs.RoleEnded)));
    }

    [Fact]
    public async Task Administrators_WhoTakeEachOthersRoleAwayAtOnce_LeaveOne()
    {
        var other = await data.AdministratorAsync();
        var holdings = await host.DbAsync(db =>
            db.RoleHoldings.Where(h => h.Role == Role.Administrator).OrderBy(h => h.PersonId == other.Id).ToArrayAsync()
        );
        var one = await host.Browser(administrator).OpenAsync(AdministrationLinks.EndRole(holdings[1].Id));
        var two = await host.Browser(other).OpenAsync(AdministrationLinks.EndRole(holdings[0].Id));

        var answers = await Task.WhenAll(
            one.SubmitOnlyAsync("Neem de rol nu weg"),
            two.SubmitOnlyAsync("Neem de rol nu weg")
        );

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(
            1,
            await host.DbAsync(db => db.RoleHoldings.CountAsync(h => h.Role == Role.Administrator && h.To == null))
        );
    }

    [Fact]
    public async Task Role_OfTheLastAdministratorAfterToday_CantBeTakenAway()
    {
        await data.SaveAsync(async db =>
        {
            var leaving = await data.PersonAsync("Vertrekkende beheerder");
            db.RoleHoldings.Add(
                new RoleHolding
                {
                    PersonId = leaving.Id,
                    OrganisationId = place.Municipality.Id,
                    Role = Role.Administrator,
                    From = data.Now().Today.AddDays(-30),
                    To = data.Now().Today,
                }
            );
            return true;
        });
        var holding = await host.DbAsync(db => db.RoleHoldings.SingleAsync(h => h.PersonId == administrator.Id));
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.EndRole(holding.Id));

        await browser.SubmitAsync("Neem de rol nu weg", HttpStatusCode.BadRequest);

        Assert.Contains("Dit is de laatste beheerder.", browser.Text);
    }

    [Fact]
    public async Task Contacts_ListsWhatIsMissingAndWhatEnds_WithAsManyQueriesForManyVillages()
    {
        var welfare = await data.SaveAsync(db =>
        {
            var made = new Organisation { Kind = OrganisationKind.Welfare, Name = "Welzijn" };
            db.Organisations.Add(made);
            return Task.FromResult(made);
        });
        await data.HolderAsync(Role.CommunityWorker, welfare, to: new DateOnly(2026, 12, 2));
        var few = await counter.AskedAsync(host, AdministrationLinks.Contacts, host.Browser(administrator));
        await data.SaveAsync(db =>
        {
            for (var i = 0; i < 100; i++)
            {
                db.Villages.Add(Village.Create($"Dorp {i:000}", VillageKind.Village, host.Time.GetUtcNow()));
            }

            return Task.FromResult(true);
        });

        var browser = host.Browser(administrator);
        var many = await counter.AskedAsync(host, AdministrationLinks.Contacts, browser);

        Assert.Equal(few.Count, many.Count);
        Assert.Contains("101 dorpen vragen aandacht", browser.Text);
        Assert.Contains("stopt op 2 december 2026", browser.Text);
        Assert.Contains("geen contact bij een vereniging", browser.Text);
        var index = await host.Browser(administrator).OpenAsync(AdministrationLinks.Index);
        Assert.Contains("In 100 dorpen ontbreekt een contactpersoon.", index.Text);
        Assert.Contains("In 101 dorpen eindigt binnen een maand een contactpersoon.", index.Text);
    }

    [Fact]
    public async Task Pages_OfAnotherMunicipality_AreAbsent()
    {
        var there = await host.NewMunicipalityAsync("Anderveen");
        var far = await new TestData(host, there).PlaceAsync("Verweg");
        foreach (
            var page in new[]
            {
                AdministrationLinks.Village(far.Village.Id),
                AdministrationLinks.Organisation(far.Association.Id),
                AdministrationLinks.Person(far.Liaison.Id),
                AdministrationLinks.GiveRole(far.Liaison.Id),
            }
        )
        {
            await host.Browser(administrator).OpenAsync(page, HttpStatusCode.NotFound);
        }

        // A session of here is none there.
        var answer = await host.Browser(administrator, there).AskAsync(AdministrationLinks.Index);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
