using System.Net;
using Brink.Features.Accounts;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Accounts;

public sealed class SignInPasswordTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    private const string Wrong = "Dit mailadres en wachtwoord horen niet bij elkaar.";
    private readonly TestData data = new(host);

    [Fact]
    public async Task Post_WhenThePasswordIsRight_SignsIn()
    {
        var person = await WithPasswordAsync();
        using var browser = host.Browser();

        var answer = await TryAsync(browser, person.Email!, AccountsHost.Password);

        Assert.Equal(AccountLinks.AfterSignIn, answer.Headers.Location!.ToString());
        Assert.Equal([AccountVerbs.SignedIn], await host.VerbsAsync(person));
    }

    [Fact]
    public async Task Post_WhenAnythingIsWrong_ReadsTheSameAndTakesAsLong()
    {
        var known = await WithPasswordAsync();
        var withoutPassword = await data.PersonAsync();
        var locked = await WithPasswordAsync();
        await GuessAsync(locked);
        var texts = new List<string>();
        var times = new List<TimeSpan>();
        foreach (
            var address in new[] { known.Email!, withoutPassword.Email!, locked.Email!, "niemand@voorbeeld.example" }
        )
        {
            using var browser = host.Browser();
            await browser.OpenAsync(AccountLinks.Password);
            var started = TimeProvider.System.GetTimestamp();
            await browser.SubmitAsync(
                "Inloggen",
                HttpStatusCode.BadRequest,
                ("Uw mailadres", address),
                ("Uw wachtwoord", "fout wachtwoord")
            );
            times.Add(TimeProvider.System.GetElapsedTime(started));
            texts.Add(browser.Text);
            Assert.Equal(address, browser.Page.QuerySelector("#Mail")!.GetAttribute("value"));
            Assert.DoesNotContain("fout wachtwoord", browser.Body, StringComparison.Ordinal);
        }

        Assert.Contains(Wrong, texts[0], StringComparison.Ordinal);
        Assert.Single(texts.Distinct());
        Assert.All(times, time => Assert.True(time >= TimeSpan.FromMilliseconds(390), $"{time}"));
        Assert.Equal([AccountVerbs.SignInRefused], (await host.VerbsAboutAsync(known)).TakeLast(1));
    }

    [Fact]
    public async Task Post_AfterFiveWrongTries_RefusesTheRightPasswordForAQuarter()
    {
        var person = await WithPasswordAsync();
        using var browser = host.Browser();
        for (var tried = 0; tried < Person.TriesBeforeLock; tried++)
        {
            await TryAsync(browser, person.Email!, "fout wachtwoord");
        }

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await TryAsync(browser, person.Email!, AccountsHost.Password)).StatusCode
        );
        Assert.Contains(Wrong, browser.Text, StringComparison.Ordinal);
        Assert.Contains(AccountVerbs.Locked, await host.VerbsAboutAsync(person));

        host.Time.Advance(Person.LockLasts);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await TryAsync(browser, person.Email!, AccountsHost.Password)).StatusCode
        );
    }

    [Fact]
    public async Task Post_WhenManyGuessAtOnce_CountsEveryGuess()
    {
        var person = await WithPasswordAsync();
        var browsers = Enumerable.Range(0, 10).Select(_ => host.Browser()).ToArray();

        var answers = await Task.WhenAll(browsers.Select(b => TryAsync(b, person.Email!, "fout wachtwoord")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.BadRequest, a.StatusCode));
        Assert.True((await host.PersonAsync(person)).IsPasswordClosedAt(host.Time.GetUtcNow()));
        Assert.Equal(10, (await host.VerbsAboutAsync(person)).Count(v => v == AccountVerbs.SignInRefused));
        Assert.Single(await host.VerbsAboutAsync(person), AccountVerbs.Locked);
    }

    [Fact]
    public async Task Post_WhenAnOfficialHasNoSecondFactor_SaysWhatToDo()
    {
        var place = await data.PlaceAsync();
        await host.GivePasswordAsync(place.Liaison);
        using var browser = host.Browser();

        await TryAsync(browser, place.Liaison.Email!, AccountsHost.Password);

        Assert.Contains("U werkt voor de gemeente.", browser.Text, StringComparison.Ordinal);
        Assert.False(browser.HasCookie("__Host-brink"));
    }

    [Fact]
    public async Task SecondStep_TakesACodeOnceAndARecoveryCodeOnce()
    {
        var person = await WithPasswordAsync();
        var (key, recovery) = await host.GiveSecondFactorAsync(person);
        using var browser = host.Browser();
        Assert.Equal(
            AccountLinks.SecondStep,
            (await TryAsync(browser, person.Email!, AccountsHost.Password)).Headers.Location!.ToString()
        );
        Assert.False(browser.HasCookie("__Host-brink"));
        var code = host.Code(key);
        Assert.Equal(AccountLinks.AfterSignIn, (await CodeAsync(browser, code)).Headers.Location!.ToString());

        using var replay = host.Browser();
        await TryAsync(replay, person.Email!, AccountsHost.Password);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(replay, code)).StatusCode);
        Assert.Contains("Deze code klopt niet, of is al gebruikt.", replay.Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await CodeAsync(replay, recovery[0].ToUpperInvariant().Replace('-', ' '))).StatusCode
        );

        using var again = host.Browser();
        await TryAsync(again, person.Email!, AccountsHost.Password);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(again, recovery[0])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(again, recovery[1])).StatusCode);
        Assert.Equal(2, (await host.VerbsAsync(person)).Count(v => v == AccountVerbs.RecoveryCodeUsed));
    }

    [Fact]
    public async Task SecondStep_WhenOneRecoveryCodeIsUsedAtOnce_LetsOneThrough()
    {
        var person = await WithPasswordAsync();
        var (_, recovery) = await host.GiveSecondFactorAsync(person);
        var browsers = Enumerable.Range(0, 4).Select(_ => host.Browser()).ToArray();
        foreach (var browser in browsers)
        {
            await TryAsync(browser, person.Email!, AccountsHost.Password);
            await browser.OpenAsync(AccountLinks.SecondStep);
        }

        await Task.WhenAll(browsers.Select(b => b.SubmitOnlyAsync("Inloggen", ("Code", recovery[0]))));

        Assert.Single(browsers, b => b.HasCookie("__Host-brink"));
    }

    [Fact]
    public async Task SecondStep_FollowsALinkTooAndLocksAfterFiveWrongCodes()
    {
        var person = await data.PersonAsync();
        var (key, _) = await host.GiveSecondFactorAsync(person);
        using var browser = host.Browser();
        await browser.OpenAsync(await host.LinkAsync(person));
        Assert.Equal(
            AccountLinks.SecondStep,
            (await browser.SubmitOnlyAsync("Nu inloggen")).Headers.Location!.ToString()
        );
        for (var tried = 0; tried < Person.TriesBeforeLock; tried++)
        {
            await CodeAsync(browser, "000000");
        }

        await CodeAsync(browser, host.Code(key));

        Assert.Contains("Er zijn te veel foute codes ingevuld.", browser.Text, StringComparison.Ordinal);
        Assert.False(browser.HasCookie("__Host-brink"));
    }

    [Fact]
    public async Task WrongPasswords_OfAnybody_CloseOnlyThePasswordWay()
    {
        var person = await WithPasswordAsync();
        var (key, _) = await host.GiveSecondFactorAsync(person);
        await GuessAsync(person);
        Assert.True((await host.PersonAsync(person)).IsPasswordClosedAt(host.Time.GetUtcNow()));

        using var byMail = host.Browser();
        await byMail.OpenAsync(await host.LinkAsync(person));
        await byMail.SubmitOnlyAsync("Nu inloggen");
        var answer = await CodeAsync(byMail, host.Code(key));

        Assert.Equal(AccountLinks.AfterSignIn, answer.Headers.Location!.ToString());
        Assert.True(byMail.HasCookie("__Host-brink"));
    }

    [Fact]
    public async Task WrongPasswords_WhereThereIsNone_CountForNothing()
    {
        var person = await data.PersonAsync();
        var before = await host.PersonAsync(person);

        await GuessAsync(person);

        var after = await host.PersonAsync(person);
        Assert.Equal(
            (0, null, before.ConcurrencyStamp),
            (after.AccessFailedCount, after.LockoutEnd, after.ConcurrencyStamp)
        );
        var verbs = await host.VerbsAboutAsync(person);
        Assert.Equal(Person.TriesBeforeLock, verbs.Count(v => v == AccountVerbs.SignInRefused));
        Assert.DoesNotContain(AccountVerbs.Locked, verbs);
    }

    [Fact]
    public async Task WrongCodes_LeaveThePasswordWayOpenAndCloseTheSecondStepAfterIt()
    {
        var person = await WithPasswordAsync();
        var (key, _) = await host.GiveSecondFactorAsync(person);
        using var browser = host.Browser();
        await TryAsync(browser, person.Email!, AccountsHost.Password);
        for (var tried = 0; tried < Person.TriesBeforeLock; tried++)
        {
            await CodeAsync(browser, "000000");
        }

        using var again = host.Browser();
        var first = await TryAsync(again, person.Email!, AccountsHost.Password);
        Assert.Equal(AccountLinks.SecondStep, first.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(again, host.Code(key))).StatusCode);

        // As long as the first step lasts, so begun anew.
        host.Time.Advance(Person.LockLasts);
        await TryAsync(again, person.Email!, AccountsHost.Password);
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(again, host.Code(key))).StatusCode);
    }

    [Fact]
    public async Task WrongPasswordsAndCodes_AreCountedApart()
    {
        var person = await WithPasswordAsync();
        var (key, _) = await host.GiveSecondFactorAsync(person);
        using var browser = host.Browser();
        await TryAsync(browser, person.Email!, AccountsHost.Password);
        for (var tried = 1; tried < Person.TriesBeforeLock; tried++)
        {
            await CodeAsync(browser, "000000");
            using var guesser = host.Browser();
            await TryAsync(guesser, person.Email!, "fout wachtwoord");
        }

        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(browser, host.Code(key))).StatusCode);
        Assert.DoesNotContain(AccountVerbs.Locked, await host.VerbsAboutAsync(person));
        var after = await host.PersonAsync(person);
        Assert.Equal((0, 0), (after.AccessFailedCount, after.WrongCodes));
    }

    [Fact]
    public async Task SecondStep_WithoutAFirst_LeadsToTheBeginning()
    {
        using var browser = host.Browser(await data.PersonAsync());

        var answer = await browser.AskAsync(AccountLinks.SecondStep);

        Assert.Equal(AccountLinks.SignIn, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task SecondStep_TenMinutesLater_IsOver()
    {
        var person = await WithPasswordAsync();
        await host.GiveSecondFactorAsync(person);
        using var browser = host.Browser();
        await TryAsync(browser, person.Email!, AccountsHost.Password);

        host.Time.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(
            AccountLinks.SignIn,
            (await browser.AskAsync(AccountLinks.SecondStep)).Headers.Location!.ToString()
        );
    }

    /// <summary>Somebody who knows the address and nothing else.</summary>
    private async Task GuessAsync(Person person)
    {
        using var stranger = host.Browser();
        for (var tried = 0; tried < Person.TriesBeforeLock; tried++)
        {
            await TryAsync(stranger, person.Email!, "fout wachtwoord");
        }
    }

    private async Task<Person> WithPasswordAsync()
    {
        var person = await data.PersonAsync();
        await host.GivePasswordAsync(person);
        return person;
    }

    private static async Task<HttpResponseMessage> TryAsync(TestBrowser browser, string mail, string password)
    {
        await browser.OpenAsync(AccountLinks.Password);
        return await browser.SubmitOnlyAsync("Inloggen", ("Uw mailadres", mail), ("Uw wachtwoord", password));
    }

    private static async Task<HttpResponseMessage> CodeAsync(TestBrowser browser, string code)
    {
        await browser.OpenAsync(AccountLinks.SecondStep);
        return await browser.SubmitOnlyAsync("Inloggen", ("Code", code));
    }
}
