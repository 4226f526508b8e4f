using System.Net;
using System.Text.RegularExpressions;
using Brink.Features.Initiatives;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Brink.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Notices;

public sealed class PagesTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;

    [Fact]
    public async Task Follow_WhenSignedIn_IsKeptAtOnce()
    {
        var (place, person) = (await Data.PlaceAsync(), await Data.PersonAsync());
        using var browser = host.Brink.Browser(person);
        await browser.OpenAsync($"/volgen/{place.Village.Id}");
        await browser.SubmitAsync("Bewaar mijn keuze", HttpStatusCode.OK, ("Eén keer per dag", "ja"));

        Assert.Contains("Uw keuze is bewaard", browser.Text, StringComparison.Ordinal);
        Assert.Equal(Frequency.Daily, await FrequencyAsync(person.Id, place.Village.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("geenmail")]
    [InlineData("Truus <truus@voorbeeld.example>")]
    [InlineData("truus@localhost")]
    public async Task Follow_WithoutAMailAddress_SaysSoAndKeepsNobody(string typed)
    {
        var place = await Data.PlaceAsync();
        var people = await host.Brink.DbAsync(db => db.People.CountAsync());
        using var browser = host.Brink.Browser();
        await browser.OpenAsync($"/volgen/{place.Village.Id}");

        await browser.SubmitAsync("Mail mij een link", HttpStatusCode.BadRequest, ("Uw mailadres", typed));

        Assert.Contains("Vul uw mailadres in", browser.Text, StringComparison.Ordinal);
        Assert.Equal(people, await host.Brink.DbAsync(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task Follow_ForManyAddressesFromOneClient_StopsMailing()
    {
        await using var program = await host.Brink.StartAsync();
        var limit = program.Services.GetRequiredService<FollowLimit>();
        var place = await Data.PlaceAsync();
        using var browser = host.Brink.Browser(instance: program);
        while (limit.Mails.MustWait(new DefaultHttpContext()) is null) { }

        await browser.OpenAsync($"/volgen/{place.Village.Id}");
        await browser.SubmitAsync(
            "Mail mij een link",
            HttpStatusCode.BadRequest,
            ("Uw mailadres", "slachtoffer+61@voorbeeld.example")
        );

        Assert.Contains("heel veel aanvragen", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_WithoutAccount_CountsOnlyAfterTheMailedLinkIsPressed()
    {
        var place = await Data.PlaceAsync();
        await host.ForgetAsync();
        using var browser = host.Brink.Browser();
        await browser.OpenAsync($"/volgen/{place.Village.Id}");
        await browser.SubmitAsync("Mail mij een link", HttpStatusCode.OK, ("Uw mailadres", "nieuw@voorbeeld.example"));
        Assert.Contains("Kijk in uw mail", browser.Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.Brink.DbAsync(db => db.Follows.CountAsync(f => f.SubjectId == place.Village.Id)));

        await host.EmptyAsync();
        var address = Regex
            .Match(
                Assert.Single(host.Mail.Sent).Text,
                "/volgen/bevestigen/\\S+",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
            .Value;
        await browser.OpenAsync(address);
        await browser.SubmitAsync("Bewaar mijn keuze");
        Assert.Contains("Uw keuze is bewaard", browser.Text, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await host.Brink.DbAsync(db =>
                db.Follows.CountAsync(f => f.SubjectId == place.Village.Id && f.Frequency == Frequency.AtOnce)
            )
        );
        await browser.OpenAsync("/volgen/bevestigen/AAAAAAAAAAAAAAAAAAAAAA", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Follow_OfWhatIsNotPublic_IsNotThere()
    {
        var (place, person) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var idea = await Data.UnconfirmedInitiativeAsync(place, person);
        using var browser = host.Brink.Browser(person);
        await browser.OpenAsync($"/volgen/{idea.Id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Mine_OfALiaison_ShowsWhatWaitsThereAndNotElsewhere()
    {
        var (place, other, sender) = (await Data.PlaceAsync(), await Data.PlaceAsync(), await Data.PersonAsync());
        await Data.InitiativeAsync(place, sender, "Speelveld hier");
        await Data.InitiativeAsync(other, sender, "Speelveld daar");
        using var browser = host.Brink.Browser(place.Liaison);
        await browser.OpenAsync("/mijn");

        Assert.Contains("'Speelveld hier' oppakken", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Speelveld daar", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Antwoord geven op", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mine_ShowsAnUnconfirmedIdeaToWhoMayConfirmIt_AndToNobodyElse()
    {
        var place = await Data.PlaceAsync();
        var sender = await Data.SaveAsync(db =>
        {
            var person = Brink.Features.Accounts.Person.WithTelephone(
                "Bram",
                "0593 000000",
                host.Brink.Time.GetUtcNow()
            );
            db.People.Add(person);
            return Task.FromResult(person);
        });
        await Data.UnconfirmedInitiativeAsync(place, sender, "Een geheim bankje");
        var school = await Data.OrganisationAsync(OrganisationKind.School);
        var ofSchool = await Data.HolderAsync(Role.ContactPerson, school, place.Village);

        Assert.Contains("Een geheim bankje", await MineAsync(place.ContactPerson), StringComparison.Ordinal);
        Assert.Contains("Een geheim bankje", await MineAsync(place.Liaison), StringComparison.Ordinal);
        Assert.DoesNotContain("Een geheim bankje", await MineAsync(ofSchool), StringComparison.Ordinal);

        async Task<string> MineAsync(Brink.Features.Accounts.Person person)
        {
            using var browser = host.Brink.Browser(person);
            return (await browser.OpenAsync("/mijn")).Text;
        }
    }

    [Fact]
    public async Task Mine_OfAResident_ShowsQuestionsPromisesAndWhatIsFollowed()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender, "Vogelkijkhut");
        await Data.SaveAsync(async db =>
        {
            var initiative = await db.Initiatives.Include(i => i.Subject).SingleAsync(i => i.Id == idea.Id);
            var actor = Data.Now(place.Liaison.Id);
            Assert.True(
                initiative.Ask("Hoe hoog wordt de hut?", Contribution.To(initiative.Subject, actor), actor).Succeeded
            );
            return true;
        });
        using var browser = host.Brink.Browser(sender);
        await browser.OpenAsync($"/volgen/{idea.Id}");
        await browser.SubmitAsync("Bewaar mijn keuze");
        await browser.OpenAsync("/mijn");

        Assert.Contains("Hoe hoog wordt de hut?", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Antwoord geven op 'Vogelkijkhut'", browser.Text, StringComparison.Ordinal);
        Assert.Contains("(meteen)", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mine_WhenNothingWaits_IsFriendly()
    {
        using var browser = host.Brink.Browser(await Data.PersonAsync());
        await browser.OpenAsync("/mijn");
        Assert.Contains("Niemand wacht op u.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promises_AreListedByStateAndParty_AndNotOfWhatIsWithdrawn()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        await Data.InitiativeAsync(place, sender, "Zichtbaar plan");
        var gone = await Data.InitiativeAsync(place, sender, "Verdwenen plan");
        await Data.SaveAsync(async db =>
        {
            var initiative = await db
                .Initiatives.Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .SingleAsync(i => i.Id == gone.Id);
            return initiative.Withdraw(Data.Now(sender.Id)).Succeeded;
        });
        using var browser = host.Brink.Browser();
        await browser.OpenAsync($"/toezeggingen?van={place.Municipality.Id}");
        Assert.Contains("Zichtbaar plan", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Verdwenen plan", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync("/toezeggingen?staat=vervallen");
        Assert.DoesNotContain("Verdwenen plan", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_ByWhoWaits_NeedsAReasonThatEveryoneReads()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender, "Hondenveld");
        var promise = await PromiseAsync(idea.Id, PromiseKind.Answer);
        using var browser = host.Brink.Browser(sender);
        await browser.OpenAsync($"/toezeggingen/{promise}/vervalt");
        await browser.SubmitAsync("Laat vervallen", HttpStatusCode.BadRequest);
        Assert.Contains("Schrijf waarom de toezegging vervalt.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Laat vervallen", HttpStatusCode.OK, ("Waarom vervalt het?", "We doen het zelf."));
        Assert.Contains("We doen het zelf.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServiceTerm_CanNotBeEndedByTheMunicipalityItself()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender);
        var promise = await PromiseAsync(idea.Id, PromiseKind.Answer);
        using var browser = host.Brink.Browser(place.Liaison);
        await browser.OpenAsync($"/toezeggingen/{promise}/vervalt", HttpStatusCode.Forbidden);
        await browser.OpenAsync($"/toezeggingen/{promise}/nagekomen", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Keep_WhatWasAgreed_ByItsMakerOnlyAndOnce()
    {
        var (place, sender, stranger) = (await Data.PlaceAsync(), await Data.PersonAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender);
        var promise = await Data.SaveAsync(async db =>
        {
            var subject = await db.Subjects.SingleAsync(s => s.Id == idea.Id);
            var made = Promise.Make(
                subject,
                PromiseKind.Agreed,
                new(place.Municipality.Id, place.Liaison.Id),
                new(null, sender.Id),
                DutchTime.Today(host.Brink.Time).AddDays(9),
                Data.Now(place.Liaison.Id),
                "Zand brengen"
            );
            db.Promises.Add(made);
            return made.Id;
        });
        using var outsider = host.Brink.Browser(stranger);
        await outsider.OpenAsync($"/toezeggingen/{promise}/nagekomen", HttpStatusCode.Forbidden);
        using var browser = host.Brink.Browser(place.Liaison);
        using var again = host.Brink.Browser(place.Liaison);
        await again.OpenAsync($"/toezeggingen/{promise}/nagekomen");
        await browser.OpenAsync($"/toezeggingen/{promise}/nagekomen");
        await browser.SubmitAsync(
            "Toezegging is nagekomen",
            HttpStatusCode.OK,
            ("Waaraan ziet men dat?", "Het zand ligt er.")
        );
        Assert.Contains("Het zand ligt er.", browser.Text, StringComparison.Ordinal);
        await again.SubmitAsync("Toezegging is nagekomen", HttpStatusCode.BadRequest);
        Assert.Contains("al afgerond", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undelivered_IsForTheAdministratorOnly()
    {
        using var browser = host.Brink.Browser(await Data.PersonAsync());
        await browser.OpenAsync("/beheer/mail", HttpStatusCode.Forbidden);
        using var administrator = host.Brink.Browser(await Data.AdministratorAsync());
        await administrator.OpenAsync("/beheer/mail");
        Assert.Contains("Mail die niet aankwam", administrator.Text, StringComparison.Ordinal);
    }

    private Task<long> PromiseAsync(long subjectId, PromiseKind kind) =>
        host.Brink.DbAsync(db =>
            db.Promises.Where(p => p.SubjectId == subjectId && p.Kind == kind).Select(p => p.Id).SingleAsync()
        );

    private Task<Frequency> FrequencyAsync(long person, long subject) =>
        host.Brink.DbAsync(db =>
            db.Follows.Where(f => f.PersonId == person && f.SubjectId == subject).Select(f => f.Frequency).SingleAsync()
        );
}
