using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Accounts.Settings;
using Brink.Features.Notices;
using Brink.Features.Notices.Mails;
using Brink.Platform.Mail;
using Brink.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Accounts;

/// <summary>Keys are changed only by who signed in a moment ago, and never without the owner hearing of it.</summary>
public sealed class KeyChangeTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    private readonly TestData data = new(host);

    [Fact]
    public async Task Password_SetAndRemoved_IsMailedToItsOwner()
    {
        var person = await data.PersonAsync();
        using var browser = await host.SignedInAsync(person);
        await browser.OpenAsync(AccountLinks.SettingsPassword);
        await browser.SubmitAsync("Wachtwoord bewaren", HttpStatusCode.OK, ("Nieuw wachtwoord", AccountsHost.Password));
        await browser.OpenAsync(AccountLinks.SettingsPassword);
        await browser.SubmitAsync("Wachtwoord verwijderen");

        var mails = await MailsAsync(person);

        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Equal(person.Email, mail.ToAddress));
        Assert.All(mails, mail => Assert.Equal("Er is iets veranderd aan hoe u inlogt", mail.Subject));
        Assert.Contains("Er is een nieuw wachtwoord gekozen", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("Het wachtwoord van uw account is verwijderd.", mails[1].Text, StringComparison.Ordinal);
        Assert.All(mails, mail => Assert.Contains("Deed u dit niet?", mail.Text, StringComparison.Ordinal));
        Assert.All(
            mails,
            mail => Assert.DoesNotContain(AccountsHost.Password, mail.Text + mail.Html, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task SecondStep_OnNewCodesAndOff_IsMailedToItsOwner()
    {
        var person = await data.PersonAsync();
        var (key, codes) = await host.GiveSecondFactorAsync(person);
        using var browser = host.Browser();
        await browser.OpenAsync(await host.LinkAsync(person));
        await browser.SubmitAsync("Nu inloggen");
        await browser.SubmitAsync("Inloggen", HttpStatusCode.OK, ("Code", codes[0]));
        await browser.OpenAsync(AccountLinks.SettingsSecondStep);
        await browser.SubmitAsync("Nieuwe herstelcodes maken");
        await browser.OpenAsync(AccountLinks.SettingsSecondStep);
        await browser.SubmitAsync("Tweede stap uitzetten");

        var mails = await MailsAsync(person);

        Assert.Equal(3, mails.Count);
        Assert.Contains("Er is ingelogd met een herstelcode.", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("Er zijn nieuwe herstelcodes gemaakt.", mails[1].Text, StringComparison.Ordinal);
        Assert.Contains("De tweede stap bij het inloggen is uitgezet.", mails[2].Text, StringComparison.Ordinal);
        Assert.All(mails, mail => Assert.DoesNotContain(key, mail.Text + mail.Html, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(AccountVerbs.SecondFactorOn)]
    [InlineData(AccountVerbs.PasskeyAdded)]
    [InlineData(AccountVerbs.PasskeyRemoved)]
    public async Task EveryChange_HasWords(string verb)
    {
        var person = await data.PersonAsync();
        await host.DbAsync(async db =>
        {
            KeyMail.Note(db, await db.People.FirstAsync(p => p.Id == person.Id), verb, data.Now());
            await db.SaveChangesAsync();
        });

        Assert.Single(await MailsAsync(person));
    }

    [Theory]
    [InlineData(AccountLinks.SettingsPassword)]
    [InlineData(AccountLinks.SettingsSecondStep)]
    [InlineData(AccountLinks.SettingsPasskeys)]
    public async Task Get_SomeTimeAfterSigningIn_AsksToSignInAgainAndComesBack(string address)
    {
        var person = await data.PersonAsync();
        using var browser = await host.SignedInAsync(person);
        host.Time.Advance(FreshSignIn.Lasts + TimeSpan.FromSeconds(1));

        await browser.OpenAsync(address);
        Assert.Equal("Log nog een keer in", browser.Page.QuerySelector("h1")!.TextContent);
        await browser.SubmitAsync("Opnieuw inloggen");
        Assert.Equal("Inloggen", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.False(browser.HasCookie("__Host-brink"));
        await browser.OpenAsync(await host.LinkAsync(person));
        await browser.SubmitAsync("Nu inloggen");

        Assert.Equal(address, browser.Address);
        // The rest of one's settings asks for nothing.
        host.Time.Advance(FreshSignIn.Lasts * 3);
        await browser.OpenAsync(AccountLinks.Settings);
        Assert.Contains("Uw instellingen", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_LongAfterSigningIn_ChangesNothing()
    {
        var person = await data.PersonAsync();
        using var browser = await host.SignedInAsync(person);
        await browser.OpenAsync(AccountLinks.SettingsPassword);
        host.Time.Advance(FreshSignIn.Lasts + TimeSpan.FromMinutes(1));
        var form = browser.Form("Wachtwoord bewaren", ("Nieuw wachtwoord", AccountsHost.Password));
        host.Time.Advance(FreshSignIn.Lasts);

        var answer = await browser.SendAsync(form);

        Assert.StartsWith(
            "/mijn/instellingen/opnieuw-inloggen?",
            answer.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
        Assert.False((await host.PersonAsync(person)).HasPassword);
        Assert.Empty(await MailsAsync(person));
    }

    [Fact]
    public async Task Change_KeepsTheMomentOfSigningIn()
    {
        var person = await data.PersonAsync();
        using var browser = await host.SignedInAsync(person);
        host.Time.Advance(FreshSignIn.Lasts - TimeSpan.FromMinutes(1));
        await browser.OpenAsync(AccountLinks.SettingsPassword);
        await browser.SubmitAsync("Wachtwoord bewaren", HttpStatusCode.OK, ("Nieuw wachtwoord", AccountsHost.Password));
        host.Time.Advance(TimeSpan.FromMinutes(2));

        await browser.OpenAsync(AccountLinks.SettingsPassword);

        Assert.Equal("Log nog een keer in", browser.Page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("//elders.example")]
    [InlineData("https://elders.example/")]
    [InlineData("/\\elders.example")]
    public async Task SignInAgain_LeadsNowhereElse(string address)
    {
        using var browser = await host.SignedInAsync(await data.PersonAsync());
        await browser.OpenAsync(AccountLinks.SignInAgain(address));

        var answer = await browser.SubmitOnlyAsync("Opnieuw inloggen");

        Assert.Equal(AccountLinks.SignInAndReturnTo(AccountLinks.Settings), answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task SecondFactor_IsKeptSealedForOnePersonAlone()
    {
        var person = await data.PersonAsync();
        var (key, _) = await host.GiveSecondFactorAsync(person);
        var other = await data.PersonAsync();
        await host.GiveSecondFactorAsync(other);

        var kept = await host.DbAsync(db =>
            db.Set<PersonToken>().Where(t => t.UserId == person.Id).Select(t => t.Value).ToListAsync()
        );

        Assert.All(kept, value => Assert.DoesNotContain(key, value, StringComparison.Ordinal));
        Assert.True(await TakesAsync(person, host.Code(key)));
        // Whoever can write to the table can't make one's own key another's.
        await host.DbAsync(async db =>
        {
            var mine = await db.Set<PersonToken>()
                .AsNoTracking()
                .FirstAsync(t => t.UserId == person.Id && t.Name == "key");
            await db.Set<PersonToken>()
                .Where(t => t.UserId == other.Id && t.Name == "key")
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, mine.Value));
        });
        Assert.False(await TakesAsync(other, host.Code(key)));
    }

    private Task<bool> TakesAsync(Person person, string code) =>
        host.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<Brink.Platform.Database.BrinkDb>();
            var factor = await SecondFactor.OfAsync(
                db,
                await db.People.FirstAsync(p => p.Id == person.Id),
                services.GetRequiredService<IDataProtectionProvider>()
            );
            return factor.TakeCode(code, host.Time.GetUtcNow());
        });

    /// <summary>What is or would be mailed about the keys of an account, in order.</summary>
    private Task<List<OutgoingMail>> MailsAsync(Person person) =>
        host.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<Brink.Platform.Database.BrinkDb>();
            var mails = new List<OutgoingMail>();
            foreach (
                var message in await db
                    .MailMessages.Include(m => m.Person)
                    .Where(m => m.PersonId == person.Id && m.Kind == MailKind.KeyChanged)
                    .OrderBy(m => m.JournalEntryId)
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
