using System.Net;
using System.Text.Json;
using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Accounts.Privacy;

/// <summary>See, download, correct, and agree or not: what somebody does with the own data.</summary>
public sealed class OwnDataPagesTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;
    private BrinkHost Brink => host.Brink;

    [Fact]
    public async Task Overview_LeadsToEveryPart_AndShowsNobodyElses()
    {
        var person = await Data.PersonAsync("Anna Eigen");
        var other = await Data.PersonAsync("Bert Ander");
        await Data.InitiativeAsync(await Data.PlaceAsync(), person, "Mijn eigen plan");
        await Data.InitiativeAsync(await Data.PlaceAsync(), other, "Het plan van Bert");
        using var browser = Brink.Browser(person);
        await browser.OpenAsync(AccountLinks.OwnData);
        var links = browser
            .Page.QuerySelectorAll("a[href^='/mijn/gegevens/deel/']")
            .Select(link => link.GetAttribute("href")!)
            .ToArray();

        Assert.Equal(FeatureServices.OwnData.Count, links.Distinct(StringComparer.Ordinal).Count());
        var all = "";
        foreach (var link in links)
        {
            await browser.OpenAsync(link);
            Assert.Equal("no-store", browser.Response.Headers.CacheControl?.ToString().Split(',')[0]);
            all += browser.Text;
        }

        Assert.Contains(person.Email!, all, StringComparison.Ordinal);
        Assert.Contains("Mijn eigen plan", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Bert", all, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Email!, all, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.AskAsync(AccountLinks.OwnDataPart("bestaat-niet"))).StatusCode
        );
    }

    [Fact]
    public async Task Download_HoldsEverything_AndIsKeptByNobody()
    {
        var person = await Data.PersonAsync("Carla Haalt");
        await host.ChangeAsync(person, p => p.PhoneNumber = "0593 99 88 77");
        var idea = await Data.InitiativeAsync(await Data.PlaceAsync(), person, "Een zwembad");
        await host.FollowAsync(person, idea.Id, Frequency.Daily);
        using var browser = Brink.Browser(person);

        await browser.OpenAsync(AccountLinks.OwnDataAll);
        Assert.Contains("Een zwembad", browser.Text, StringComparison.Ordinal);
        var answer = await browser.AskAsync(AccountLinks.OwnDataDownload);

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        using var json = JsonDocument.Parse(browser.Body);
        var values = json
            .RootElement.GetProperty("parts")
            .EnumerateArray()
            .SelectMany(part => part.GetProperty("rows").EnumerateArray())
            .SelectMany(row => row.EnumerateArray())
            .Select(fact => fact.GetProperty("value").GetString())
            .ToArray();
        Assert.Contains(person.Email, values);
        Assert.Contains("0593 99 88 77", values);
        Assert.Contains("Een zwembad", values);
        Assert.Contains("Toestellen om samen te bewegen.", values);
        Assert.True(
            await Brink.DbAsync(db =>
                db.Journal.AnyAsync(e => e.Verb == AccountVerbs.OwnDataDownloaded && e.PersonId == person.Id)
            )
        );
    }

    [Fact]
    public async Task Address_ChangesWhenTheLinkIsPressed_AndTheOldOneHears()
    {
        var person = await Data.PersonAsync();
        var old = person.Email!;
        var wanted = $"nieuw{person.Id}@voorbeeld.example";
        await host.ForgetAsync();
        using var browser = Brink.Browser(person);
        await browser.OpenAsync(AccountLinks.OwnAddress);
        await browser.SubmitAsync("Mail mij de link", HttpStatusCode.BadRequest, ("Uw nieuwe mailadres", "geen adres"));
        await browser.SubmitAsync("Mail mij de link", HttpStatusCode.BadRequest, ("Uw nieuwe mailadres", old));
        await browser.SubmitAsync("Mail mij de link", fields: [("Uw nieuwe mailadres", wanted)]);
        Assert.Contains("Kijk in uw mail", browser.Text, StringComparison.Ordinal);
        await host.EmptyAsync();
        var link = LinkIn(
            Assert.Single(host.Mail.Sent, mail => mail.ToAddress == wanted).Text,
            "/mailadres-bevestigen/"
        );
        Assert.Equal(old, (await host.PersonAsync(person)).Email);

        using var other = Brink.Browser();
        await other.OpenAsync(link);
        Assert.Equal(old, (await host.PersonAsync(person)).Email);
        await other.SubmitAsync("Ja, gebruik dit mailadres");
        await host.EmptyAsync();

        Assert.Equal(wanted, (await host.PersonAsync(person)).Email);
        var told = Assert.Single(host.Mail.Sent, mail => mail.ToAddress == old);
        Assert.Equal("Uw mailadres bij Brink is veranderd", told.Subject);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.AskAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Address_OfSomebodyElse_IsRefusedOnlyToWhoHasTheMailbox()
    {
        var (person, other) = (await Data.PersonAsync(), await Data.PersonAsync());
        await host.ForgetAsync();
        using var browser = Brink.Browser(person);
        await browser.OpenAsync(AccountLinks.OwnAddress);
        await browser.SubmitAsync("Mail mij de link", fields: [("Uw nieuwe mailadres", other.Email!)]);
        await host.EmptyAsync();
        var link = LinkIn(Assert.Single(host.Mail.To(other)).Text, "/mailadres-bevestigen/");

        using var owner = Brink.Browser();
        await owner.OpenAsync(link);
        await owner.SubmitAsync("Ja, gebruik dit mailadres", HttpStatusCode.BadRequest);

        Assert.Contains("Met dit mailadres is al iemand bekend", owner.Text, StringComparison.Ordinal);
        Assert.Equal(person.Email, (await host.PersonAsync(person)).Email);
    }

    [Fact]
    public async Task Address_TypedFirstAndThenAnother_IsNotConfirmedByTheFirstLink()
    {
        var person = await Data.PersonAsync();
        var (first, second) = ($"eerst{person.Id}@voorbeeld.example", $"daarna{person.Id}@voorbeeld.example");
        await host.ForgetAsync();
        using var browser = Brink.Browser(person);
        await browser.OpenAsync(AccountLinks.OwnAddress);
        await browser.SubmitAsync("Mail mij de link", fields: [("Uw nieuwe mailadres", first)]);
        await host.EmptyAsync();
        var link = LinkIn(Assert.Single(host.Mail.Sent).Text, "/mailadres-bevestigen/");
        Brink.Time.Advance(TimeSpan.FromMinutes(2));
        await browser.OpenAsync(AccountLinks.OwnAddress);
        await browser.SubmitAsync("Mail mij de link", fields: [("Uw nieuwe mailadres", second)]);

        Assert.Equal(HttpStatusCode.NotFound, (await Brink.Browser().AskAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Consent_ToShowAName_HasItsDay_AndIsWithdrawnOnOnePage()
    {
        var person = await Data.PersonAsync("Dora Zichtbaar");
        var idea = await Data.InitiativeAsync(await Data.PlaceAsync(), person, "Een fietspad");
        await Data.SaveAsync(async db =>
        {
            (await db.Contributions.SingleAsync(c => c.Id == idea.ContributionId)).NameIsPublic = true;
            return true;
        });
        using var reader = Brink.Browser();
        await reader.OpenAsync("/initiatieven/" + idea.Id);
        Assert.Contains("Dora Zichtbaar", reader.Text, StringComparison.Ordinal);
        using var browser = Brink.Browser(person);
        await browser.OpenAsync(AccountLinks.Consents);
        Assert.Contains("Uw naam staat bij iets wat u inbracht: Een fietspad", browser.Text, StringComparison.Ordinal);
        Assert.Contains("gegeven op 2 november 2026", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Trek in: Uw naam staat bij iets wat u inbracht Een fietspad");

        Assert.Contains("ingetrokken op 2 november 2026", browser.Text, StringComparison.Ordinal);
        await reader.OpenAsync("/initiatieven/" + idea.Id);
        Assert.DoesNotContain("Dora Zichtbaar", reader.Text, StringComparison.Ordinal);
        var rows = await ConsentsAsync(person);
        Assert.NotNull(Assert.Single(rows).WithdrawnAt);
    }

    [Fact]
    public async Task Consent_GivenAtTheSettings_IsARow_AndGivenAgainIsAnother()
    {
        var person = await Data.PersonAsync();
        foreach (var shared in new[] { true, false, true })
        {
            await host.ChangeAsync(person, p => p.ContactIsShared = shared);
        }

        var rows = await ConsentsAsync(person);
        Assert.Equal(
            [(ConsentPurpose.ContactWithTask, true), (ConsentPurpose.ContactWithTask, false)],
            rows.Select(row => (row.Purpose, row.WithdrawnAt is not null))
        );
    }

    [Fact]
    public async Task Consent_OfAnother_CantBeWithdrawn()
    {
        var (person, stranger) = (await Data.PersonAsync(), await Data.PersonAsync());
        foreach (var one in new[] { person, stranger })
        {
            await host.ChangeAsync(one, p => p.ContactIsShared = true);
        }

        var foreign = Assert.Single(await ConsentsAsync(person));
        using var browser = Brink.Browser(stranger);
        await browser.OpenAsync(AccountLinks.Consents);
        await browser.SubmitAsync(
            "Trek in: Iedereen mag uw telefoonnummer en mailadres zien bij uw taak",
            HttpStatusCode.BadRequest,
            ("id", foreign.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );

        Assert.Null(Assert.Single(await ConsentsAsync(person)).WithdrawnAt);
    }

    [Fact]
    public async Task Register_IsPublic_AndTellsTheTermsOfTheSettings()
    {
        var administrator = await Data.AdministratorAsync();
        using var browser = Brink.Browser(administrator);
        await browser.OpenAsync("/beheer/gemeente/bewaren");
        await browser.SubmitAsync(
            "Opslaan",
            HttpStatusCode.BadRequest,
            ("Een account dat niemand gebruikt: hoeveel maanden?", "1")
        );
        Assert.Contains("Vul een getal in van 6 tot en met 120.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Opslaan", fields: [("Een account dat niemand gebruikt: hoeveel maanden?", "17")]);

        using var reader = Brink.Browser();
        await reader.OpenAsync("/privacy");
        Assert.NotNull(reader.Page.QuerySelector("a[href='/privacy/register']"));
        await reader.OpenAsync("/privacy/register");
        Assert.Contains("tot u 17 maanden niet bent geweest", reader.Text, StringComparison.Ordinal);
        Assert.Contains("Gemeentehuis Testveen", reader.Text, StringComparison.Ordinal);
    }

    private Task<Consent[]> ConsentsAsync(Person person) =>
        Brink.DbAsync(db =>
            db.Consents.AsNoTracking().Where(c => c.PersonId == person.Id).OrderBy(c => c.Id).ToArrayAsync()
        );

    private static string LinkIn(string text, string beginning) =>
        text[text.IndexOf(beginning, StringComparison.Ordinal)..].Split('\n')[0].Trim();
}
