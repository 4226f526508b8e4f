using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Platform;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Accounts;

public sealed class SignInTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    private readonly TestData data = new(host);

    [Fact]
    public async Task Post_WhenTheAddressIsKnown_QueuesOneMailAndSaysWhereToLook()
    {
        var person = await data.PersonAsync();
        using var browser = host.Browser();

        await AskAsync(browser, person.Email!);
        var known = browser.Text;
        await AskAsync(browser, "niemand@voorbeeld.example");

        Assert.Equal(known, browser.Text);
        Assert.Contains("Kennen we uw mailadres?", known, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Email!, browser.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([MailKind.SignInLink], await MailsToAsync(person));
    }

    [Fact]
    public async Task Post_WhenTheAddressIsUnknown_SetsTheSameCookiesAndQueuesNothing()
    {
        var before = await host.DbAsync(db => db.MailMessages.CountAsync());
        using var browser = host.Browser();
        await browser.OpenAsync(AccountLinks.SignIn);

        var answer = await browser.SubmitOnlyAsync("Mail mij een link", ("Uw mailadres", "niemand@voorbeeld.example"));

        Assert.Equal(AccountLinks.LinkSent, answer.Headers.Location!.ToString());
        Assert.Equal(before, await host.DbAsync(db => db.MailMessages.CountAsync()));
    }

    [Fact]
    public async Task Post_WhenAskedAgainAndAgain_QueuesOneMailPerTwoMinutesAndSixPerHour()
    {
        var person = await data.PersonAsync();
        var times = new List<int>();
        for (var asked = 0; asked < 10; asked++)
        {
            var actor = data.Now() with { At = host.Time.GetUtcNow().AddMinutes(asked * 3) };
            foreach (var at in new[] { actor.At, actor.At.AddSeconds(1) })
            {
                await host.DbAsync(async db =>
                {
                    await SignInMail.AskAsync(db, person, actor with { At = at });
                    await db.SaveChangesAsync();
                });
            }

            times.Add((await MailsToAsync(person)).Count);
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 6, 6, 6, 6], times);
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen adres")]
    [InlineData("a@b@c")]
    public async Task Post_WhenItIsNoAddress_SaysSoAtTheField(string typed)
    {
        using var browser = host.Browser();
        await browser.OpenAsync(AccountLinks.SignIn);

        await browser.SubmitAsync("Mail mij een link", HttpStatusCode.BadRequest, ("Uw mailadres", typed));

        Assert.Contains("Vul uw mailadres in, zoals naam@voorbeeld.nl.", browser.Text, StringComparison.Ordinal);
        Assert.Equal(typed, browser.Page.QuerySelector("#Mail")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Post_WhenARobotFilledTheHiddenField_QueuesNothingAndSaysTheSame()
    {
        var person = await data.PersonAsync();
        using var browser = host.Browser();
        await browser.OpenAsync(AccountLinks.SignIn);

        await browser.SubmitAsync(
            "Mail mij een link",
            HttpStatusCode.OK,
            ("Uw mailadres", person.Email!),
            ("homepage", "https://spam.example")
        );

        Assert.Contains("Kennen we uw mailadres?", browser.Text, StringComparison.Ordinal);
        Assert.Empty(await MailsToAsync(person));
    }

    [Fact]
    public async Task Get_Link_AsksForAPressAndSignsNobodyIn()
    {
        var person = await data.PersonAsync();
        var link = await host.LinkAsync(person);
        using var browser = host.Browser();

        await browser.OpenAsync(link);
        await browser.OpenAsync(link);

        Assert.Contains("Nu inloggen", browser.Text, StringComparison.Ordinal);
        Assert.False(browser.HasCookie("__Host-brink"));
    }

    [Fact]
    public async Task Post_Link_SignsInOnceAndConfirmsTheAddress()
    {
        var person = await data.PersonAsync();
        var link = await host.LinkAsync(person);
        using var browser = host.Browser();
        await browser.OpenAsync(link);
        var answer = await browser.SubmitOnlyAsync("Nu inloggen");

        Assert.Equal(AccountLinks.AfterSignIn, answer.Headers.Location!.ToString());
        var cookie = answer
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("__Host-brink=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        await browser.OpenAsync(AccountLinks.SignOut);
        Assert.Contains($"U bent ingelogd als {person.Name}.", browser.Text, StringComparison.Ordinal);
        Assert.Equal([AccountVerbs.SignedIn], await host.VerbsAsync(person));

        using var other = host.Browser();
        await other.OpenAsync(link, HttpStatusCode.BadRequest);
        Assert.Contains("Deze link is al gebruikt.", other.Text, StringComparison.Ordinal);
        Assert.Contains("Nieuwe link vragen", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Link_WhenPressedByManyAtOnce_GivesExactlyOneSession()
    {
        var person = await data.PersonAsync();
        var link = await host.LinkAsync(person);
        var browsers = Enumerable.Range(0, 8).Select(_ => host.Browser()).ToArray();
        foreach (var browser in browsers)
        {
            await browser.OpenAsync(link);
        }

        var answers = await Task.WhenAll(browsers.Select(b => b.SubmitOnlyAsync("Nu inloggen")));

        Assert.Single(browsers, b => b.HasCookie("__Host-brink"));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(7, answers.Count(a => a.StatusCode == HttpStatusCode.BadRequest));
        Assert.Equal([AccountVerbs.SignedIn], await host.VerbsAsync(person));
    }

    [Fact]
    public async Task Link_AfterHalfAnHour_IsRefusedWithAWayOn()
    {
        var person = await data.PersonAsync();
        var link = await host.LinkAsync(person, host.Time.GetUtcNow() - SignInMail.LinkLasts);
        using var browser = host.Browser();

        await browser.OpenAsync(link, HttpStatusCode.BadRequest);

        Assert.Contains("Deze link is verlopen.", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%00")]
    [InlineData("<script>")]
    public async Task Link_ThatNobodyMade_IsUnknown(string secret)
    {
        using var browser = host.Browser();

        await browser.OpenAsync("/inloggen/link/" + Uri.EscapeDataString(secret), HttpStatusCode.BadRequest);

        Assert.Contains("Deze link kennen we niet.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OfAnotherPurpose_DoesNotSignIn()
    {
        var person = await data.PersonAsync();
        var link = await host.LinkAsync(person, purpose: LinkPurpose.Unsubscribe);
        using var browser = host.Browser();

        await browser.OpenAsync(link, HttpStatusCode.BadRequest);

        Assert.Contains("Deze link kennen we niet.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinkAndCookie_OfAnotherMunicipality_AreWorthless()
    {
        var other = await host.AddMunicipalityAsync("Elders", "elders.example");
        var person = await new TestData(host, other).PersonAsync();
        var link = await host.LinkAsync(person, tenant: other);
        using var here = host.Browser();
        await here.OpenAsync(link, HttpStatusCode.BadRequest);
        Assert.Contains("Deze link kennen we niet.", here.Text, StringComparison.Ordinal);

        using var withCookie = host.Browser(person);
        var answer = await withCookie.AskAsync(AccountLinks.SignOut);
        Assert.Equal(AccountLinks.SignedOut, answer.Headers.Location!.ToString());

        using var there = host.Browser(tenant: other);
        await there.OpenAsync(link);
        Assert.Equal(HttpStatusCode.Redirect, (await there.SubmitOnlyAsync("Nu inloggen")).StatusCode);
    }

    [Theory]
    [InlineData("/initiatieven/1-x?a=b", "/initiatieven/1-x?a=b")]
    [InlineData("//kwaad.example", AccountLinks.AfterSignIn)]
    [InlineData("/\\kwaad.example", AccountLinks.AfterSignIn)]
    [InlineData("https://kwaad.example/", AccountLinks.AfterSignIn)]
    [InlineData("javascript:alert(1)", AccountLinks.AfterSignIn)]
    [InlineData("/\t/kwaad.example", AccountLinks.AfterSignIn)]
    [InlineData("kwaad.example", AccountLinks.AfterSignIn)]
    [InlineData("/uitloggen", AccountLinks.AfterSignIn)]
    [InlineData("", AccountLinks.AfterSignIn)]
    public async Task SignIn_ReturnsOnlyToAnAddressWithinTheSite(string asked, string expected)
    {
        var person = await data.PersonAsync();
        var link = await host.LinkAsync(person);
        using var browser = host.Browser();
        await browser.OpenAsync($"{AccountLinks.SignIn}?terug={Uri.EscapeDataString(asked)}");
        await browser.OpenAsync(link);

        var answer = await browser.SubmitOnlyAsync("Nu inloggen");

        Assert.Equal(expected, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        var person = await data.PersonAsync();
        using var browser = host.Browser(person);
        await browser.OpenAsync(AccountLinks.SignOut);

        await browser.SubmitAsync("Nu uitloggen");

        Assert.Contains("U bent uitgelogd", browser.Text, StringComparison.Ordinal);
        Assert.False(browser.HasCookie("__Host-brink"));
        Assert.Equal([AccountVerbs.SignedOut], await host.VerbsAsync(person));
    }

    [Fact]
    public async Task Session_OfAnOfficial_EndsTwelveHoursAfterTheLastUse()
    {
        var place = await data.PlaceAsync();
        var official = await host.SignedInAsync(place.Liaison);
        var resident = await host.SignedInAsync(place.ContactPerson);
        try
        {
            host.Time.Advance(TimeSpan.FromHours(13));
            Assert.Equal(HttpStatusCode.Redirect, (await official.AskAsync(AccountLinks.SignOut)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await resident.AskAsync(AccountLinks.SignOut)).StatusCode);
        }
        finally
        {
            host.Time.Advance(TimeSpan.FromHours(-13));
        }
    }

    [Fact]
    public async Task Session_WhenItsPersonBecomesAnOfficial_CountsNoMore()
    {
        var place = await data.PlaceAsync();
        var person = await data.PersonAsync();
        var browser = await host.SignedInAsync(person);
        await data.SaveAsync(db =>
        {
            db.RoleHoldings.Add(
                new()
                {
                    PersonId = person.Id,
                    OrganisationId = place.Municipality.Id,
                    Role = Brink.Features.Places.Role.PolicyOfficer,
                    From = data.Now().Today,
                }
            );
            return Task.FromResult(true);
        });

        Assert.Equal(HttpStatusCode.Redirect, (await browser.AskAsync(AccountLinks.SignOut)).StatusCode);
    }

    private static async Task AskAsync(TestBrowser browser, string address)
    {
        await browser.OpenAsync(AccountLinks.SignIn);
        await browser.SubmitAsync("Mail mij een link", HttpStatusCode.OK, ("Uw mailadres", address));
    }

    private Task<List<MailKind>> MailsToAsync(Person person) =>
        host.DbAsync(db => db.MailMessages.Where(m => m.PersonId == person.Id).Select(m => m.Kind).ToListAsync());
}
