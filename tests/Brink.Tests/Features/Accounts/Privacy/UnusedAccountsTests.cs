using Brink.Features.Accounts;
using Brink.Features.Accounts.Privacy;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Accounts.Privacy;

/// <summary>An account that nobody uses is warned once and then goes, unless its owner says otherwise.</summary>
public sealed class UnusedAccountsTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private const int Days = 30;
    private TestData Data => host.Data;
    private BrinkHost Brink => host.Brink;

    [Fact]
    public async Task UnusedAccount_IsWarnedOnce_AndThenErased_AndItsInitiativeGoesToTheAssociation()
    {
        var (place, person) = (await Data.PlaceAsync(), await Data.PersonAsync("Wim Weg"));
        var used = await Data.PersonAsync("Ina Hier");
        var idea = await Data.InitiativeAsync(place, person, "Een vlonder");
        await host.ForgetAsync();
        var contact = place.ContactPerson;

        await MonthsLaterAsync(23, -2);
        await host.RunAsync<UnusedAccounts>();
        await host.EmptyAsync();
        Assert.Empty(host.Mail.To(person));

        await host.ChangeAsync(used, p => p.SignedIn(Brink.Time.GetUtcNow()));
        Brink.Time.Advance(TimeSpan.FromDays(5));
        await Task.WhenAll(host.RunAsync<UnusedAccounts>(), host.RunAsync<UnusedAccounts>());
        await host.RunAsync<UnusedAccounts>();
        await host.EmptyAsync();
        var mail = Assert.Single(host.Mail.To(person));
        Assert.Equal("Wilt u uw account bij Brink houden?", mail.Subject);
        Assert.Empty(host.Mail.To(used));
        Assert.DoesNotContain(host.Mail.To(contact), m => m.Subject == mail.Subject);

        Brink.Time.Advance(TimeSpan.FromDays(Days - 1));
        await host.RunAsync<UnusedAccounts>();
        Assert.False((await host.PersonAsync(person)).IsErased);

        Brink.Time.Advance(TimeSpan.FromDays(2));
        await Task.WhenAll(host.RunAsync<UnusedAccounts>(), host.RunAsync<UnusedAccounts>());

        Assert.True((await host.PersonAsync(person)).IsErased);
        Assert.False((await host.PersonAsync(used)).IsErased);
        Assert.False((await host.PersonAsync(contact)).IsErased);
        var left = await host.InitiativeAsync(idea.Id);
        Assert.Equal(("Een vlonder", place.Association.Id), (left.Subject.Title, left.Contribution!.OnBehalfOfId));
        Assert.Equal(
            (1, 1),
            await Brink.DbAsync(async db =>
            {
                var about = $$"""{"person":{{person.Id}}}""";
                var lines = db.Journal.Where(e => EF.Functions.JsonContains(e.About, about));
                return (
                    await lines.CountAsync(e => e.Verb == AccountVerbs.EraseAnnounced),
                    await lines.CountAsync(e => e.Verb == AccountVerbs.Erased)
                );
            })
        );
    }

    [Fact]
    public async Task Warned_OnePressInTheMail_Keeps()
    {
        var person = await Data.PersonAsync();
        await WarnAsync();
        var text = Assert.Single(host.Mail.To(person)).Text;
        var link = text[text.IndexOf("/account-houden/", StringComparison.Ordinal)..].Split('\n')[0].Trim();
        using var browser = Brink.Browser();
        await browser.OpenAsync(link);
        await browser.SubmitAsync("Ja, houd mijn account");
        Assert.Contains("Uw account blijft", browser.Text, StringComparison.Ordinal);

        Brink.Time.Advance(TimeSpan.FromDays(Days + 1));
        await host.RunAsync<UnusedAccounts>();

        Assert.False((await host.PersonAsync(person)).IsErased);
    }

    [Fact]
    public async Task Warned_SigningIn_Keeps_AndYearsLaterIsWarnedAnew()
    {
        var person = await Data.PersonAsync();
        await WarnAsync();
        await host.ChangeAsync(person, p => p.SignedIn(Brink.Time.GetUtcNow()));

        Brink.Time.Advance(TimeSpan.FromDays(Days + 1));
        await host.RunAsync<UnusedAccounts>();
        Assert.False((await host.PersonAsync(person)).IsErased);

        await WarnAsync();
        Assert.Single(host.Mail.To(person));
        Assert.False((await host.PersonAsync(person)).IsErased);
    }

    [Fact]
    public async Task Warned_AndThenGivenARole_IsKept()
    {
        var (place, person) = (await Data.PlaceAsync(), await Data.PersonAsync());
        await WarnAsync();
        await Data.SaveAsync(db =>
        {
            db.RoleHoldings.Add(
                new RoleHolding
                {
                    PersonId = person.Id,
                    OrganisationId = place.Association.Id,
                    Role = Role.Treasurer,
                    From = Data.Now().Today,
                }
            );
            return Task.FromResult(true);
        });

        Brink.Time.Advance(TimeSpan.FromDays(Days + 1));
        await host.RunAsync<UnusedAccounts>();

        var kept = await host.PersonAsync(person);
        Assert.Equal((false, null), (kept.IsErased, kept.EraseAnnouncedAt));
    }

    [Fact]
    public async Task Warned_WhoseMailCouldNotBeSentYet_IsNotErased()
    {
        var person = await Data.PersonAsync();
        await host.ForgetAsync();
        await MonthsLaterAsync(24, 0);
        await host.RunAsync<UnusedAccounts>();

        Brink.Time.Advance(TimeSpan.FromDays(Days + 1));
        await host.RunAsync<UnusedAccounts>();

        Assert.False((await host.PersonAsync(person)).IsErased);
    }

    [Fact]
    public async Task SigningIn_AtTheMomentOfErasing_EitherKeepsOrComesTooLate()
    {
        for (var round = 0; round < 4; round++)
        {
            var person = await Data.PersonAsync();
            await WarnAsync();
            Brink.Time.Advance(TimeSpan.FromDays(Days + 1));
            var signingIn = Task.Run(async () =>
            {
                try
                {
                    await host.ChangeAsync(person, p => p.SignedIn(Brink.Time.GetUtcNow()));
                    return true;
                }
                catch (DbUpdateConcurrencyException)
                {
                    return false;
                }
            });
            await host.RunAsync<UnusedAccounts>();
            await signingIn;

            var left = await host.PersonAsync(person);
            Assert.Equal(left.IsErased, left.Email is null);
            Assert.Equal(left.IsErased, left.Name.Length == 0);
        }
    }

    private async Task WarnAsync()
    {
        await host.ForgetAsync();
        await MonthsLaterAsync(24, 0);
        await host.RunAsync<UnusedAccounts>();
        await host.EmptyAsync();
    }

    private Task MonthsLaterAsync(int months, int days)
    {
        var now = Brink.Time.GetUtcNow();
        Brink.Time.SetTo(now.AddMonths(months).AddDays(days));
        return Task.CompletedTask;
    }
}
