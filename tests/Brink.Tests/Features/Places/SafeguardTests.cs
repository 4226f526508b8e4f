using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Mails;
using Brink.Features.Places;
using Brink.Features.Places.Administration;
using Brink.Platform.Mail;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Places;

/// <summary>Power over Brink and over money changes hands only after a fresh sign-in, and others hear of it.</summary>
public sealed class SafeguardTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string AskedAgain = "Log nog een keer in";
    private const string Number = "NL91 ABNA 0417 1643 00";

    private readonly BrinkHost host = new(postgres);
    private TestData data = null!;
    private Place place = null!;
    private Person administrator = null!;
    private Person other = null!;

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        data = new TestData(host);
        place = await data.PlaceAsync("Hijken");
        administrator = await data.AdministratorAsync();
        other = await data.AdministratorAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Administrator_IsMadeOnlyAfterAFreshSignIn_AndTheOthersHearOfIt()
    {
        var person = await data.PersonAsync("Nieuwe beheerder");
        (string, string)[] words =
        [
            ("Rol", "Beheerder"),
            ("Bij welke organisatie", place.Municipality.Name),
            ("Laatste dag", "2026-12-31"),
        ];
        var browser = host.Browser(administrator);
        host.Time.Advance(FreshSignIn.Lasts * 3);

        await browser.OpenAsync(AdministrationLinks.GiveRole(person.Id));
        await browser.SubmitAsync("Opslaan", HttpStatusCode.OK, words);

        Assert.Equal(AskedAgain, browser.Page.QuerySelector("h1")!.TextContent);
        Assert.False(await host.DbAsync(db => db.RoleHoldings.AnyAsync(h => h.PersonId == person.Id)));
        var back = browser.Page.QuerySelector("input[name=terug]")!.GetAttribute("value")!;
        var fresh = await host.Browser(administrator).OpenAsync(back);
        await fresh.SubmitAsync("Opslaan");
        var given = await host.DbAsync(db => db.RoleHoldings.SingleAsync(h => h.PersonId == person.Id));
        Assert.Equal(
            (Role.Administrator, place.Municipality.Id, new DateOnly(2026, 12, 31)),
            (given.Role, given.OrganisationId, given.To)
        );
        var mail = Assert.Single(await MailsAsync());
        Assert.Equal(other.Email, mail.ToAddress);
        Assert.Contains("Beheerder gaf Nieuwe beheerder de rol van beheerder.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherRole_AsksForNoFreshSignInAndIsMailedToNobody()
    {
        var person = await data.PersonAsync();
        var browser = host.Browser(administrator);
        host.Time.Advance(FreshSignIn.Lasts * 3);

        await browser.OpenAsync(AdministrationLinks.GiveRole(person.Id));
        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.OK,
            ("Rol", "Bestuurslid"),
            ("Bij welke organisatie", place.Association.Name)
        );

        Assert.Equal(AdministrationLinks.Person(person.Id) + "?bewaard=ja", browser.Address);
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task Host_IsChangedOnlyAfterAFreshSignIn_AndTheOthersHearOfIt()
    {
        var before = host.Tenant.Host;
        var late = host.Browser(administrator);
        await late.OpenAsync(AdministrationLinks.Municipality);
        var form = late.Form("Opslaan", ("Adres van deze website", "elders.example"));
        host.Time.Advance(FreshSignIn.Lasts * 3);

        Assert.Equal(HttpStatusCode.BadRequest, (await late.SendAsync(form)).StatusCode);
        await late.OpenAsync(AdministrationLinks.Municipality);
        Assert.Contains("Log opnieuw in om dit adres te veranderen", late.Text);
        await late.SubmitAsync("Opslaan", HttpStatusCode.OK, ("Naam van het algemene contact", "Gemeentewinkel"));

        Assert.Equal((before, "Gemeentewinkel"), await FactsAsync());
        Assert.Empty(await MailsAsync());
        var fresh = await host.Browser(administrator).OpenAsync(AdministrationLinks.Municipality);
        await fresh.SubmitOnlyAsync("Opslaan", ("Adres van deze website", "nieuw.example"));
        Assert.Equal(("nieuw.example", "Gemeentewinkel"), await FactsAsync());
        var mail = Assert.Single(await MailsAsync());
        Assert.Equal(other.Email, mail.ToAddress);
        Assert.Contains("Beheerder veranderde het adres van deze website.", mail.Text, StringComparison.Ordinal);

        Task<(string, string)> FactsAsync() =>
            host.DbAsync(async db =>
            {
                var found = await db.Municipalities.SingleAsync(m => m.Id == host.Tenant.Id);
                return (found.Host, found.ContactName);
            });
    }

    [Fact]
    public async Task BankAccount_IsChangedOnlyAfterAFreshSignIn_AndTheOtherTreasurersHearOfItWithoutTheNumber()
    {
        var treasurer = await data.HolderAsync(Role.Treasurer, place.Association);
        var second = await data.HolderAsync(Role.Treasurer, place.Association);
        await data.HolderAsync(Role.Treasurer, await data.OrganisationAsync(OrganisationKind.VillageHalls));
        await data.HolderAsync(Role.Treasurer, place.Association, to: data.Now().Today.AddDays(-1));
        var address = PlacesLinks.BankAccount(place.Association.Id, place.Association.Name);
        var late = await host.Browser(treasurer).OpenAsync(address);
        var form = late.Form("Opslaan", ("Nieuw rekeningnummer", Number));
        host.Time.Advance(FreshSignIn.Lasts * 3);

        Assert.StartsWith(
            "/mijn/instellingen/opnieuw-inloggen?",
            (await late.SendAsync(form)).Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
        await late.OpenAsync(address);
        Assert.Contains("Er is nog geen rekeningnummer ingevuld.", late.Text);
        Assert.DoesNotContain("Opslaan", late.Text);
        Assert.Empty(await MailsAsync());
        var fresh = await host.Browser(treasurer).OpenAsync(address);
        await fresh.SubmitAsync("Opslaan", HttpStatusCode.OK, ("Nieuw rekeningnummer", Number));

        var mail = Assert.Single(await MailsAsync());
        Assert.Equal(second.Email, mail.ToAddress);
        Assert.Contains(
            $"{treasurer.Name} veranderde het rekeningnummer van {place.Association.Name}.",
            mail.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("0417", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    private Task<List<OutgoingMail>> MailsAsync() =>
        host.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<Brink.Platform.Database.BrinkDb>();
            var mails = new List<OutgoingMail>();
            foreach (
                var message in await db
                    .MailMessages.Include(m => m.Person)
                    .Where(m => m.Kind == MailKind.Safeguard)
                    .ToListAsync()
            )
            {
                var written = await services
                    .GetRequiredService<MailWriter>()
                    .WriteAsync(db, host.Tenant, message, default);
                mails.Add(written.Mail!);
            }

            return mails;
        });
}
