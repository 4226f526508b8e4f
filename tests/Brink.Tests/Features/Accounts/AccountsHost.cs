using Brink.Features.Accounts;
using Brink.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Brink.Tests.Features.Accounts;

/// <summary>The program without a limit per client: all tests are one client. The limit has a test of its own.</summary>
public sealed class AccountsHost : BrinkHost
{
    public const string Password = "vier losse woorden samen";

    public AccountsHost(PostgresFixture postgres)
        : base(postgres) =>
        Configure = builder =>
            builder.Services.Replace(ServiceDescriptor.Singleton(new SignInLimits(TriesPerMinute: 10_000)));

    public Task<Person> PersonAsync(Person person) =>
        DbAsync(db => db.People.AsNoTracking().FirstAsync(p => p.Id == person.Id));

    public Task GivePasswordAsync(Person person) =>
        ChangeAsync(
            person,
            (services, mine) =>
                mine.SetPassword(services.GetRequiredService<IPasswordHasher<Person>>().HashPassword(mine, Password))
        );

    /// <returns>The key of the app and the recovery codes.</returns>
    public async Task<(string Key, IReadOnlyList<string> RecoveryCodes)> GiveSecondFactorAsync(Person person)
    {
        var key = OneTimeCode.NewKey();
        IReadOnlyList<string> codes = [];
        await DbAsync(async db =>
        {
            var mine = await db.People.FirstAsync(p => p.Id == person.Id);
            var factor = await SecondFactor.OfAsync(db, mine, Services.GetRequiredService<IDataProtectionProvider>());
            factor.UseKey(key);
            codes = factor.RenewRecoveryCodes();
            mine.TurnOnSecondFactor();
            await SaveAsync(db, person);
        });
        return (key, codes);
    }

    /// <summary>What the app shows; each call moves the clock, since no code counts twice.</summary>
    public string Code(string key)
    {
        Time.Advance(TimeSpan.FromSeconds(31));
        return OneTimeCode.At(key, Time.GetUtcNow());
    }

    /// <summary>Signed in by a link, as people do.</summary>
    public async Task<TestBrowser> SignedInAsync(Person person)
    {
        var browser = Browser();
        await browser.OpenAsync(await LinkAsync(person));
        await browser.SubmitOnlyAsync("Nu inloggen");
        Assert.True(browser.HasCookie("__Host-brink"));
        return browser;
    }

    public Task<string> LinkAsync(
        Person person,
        DateTimeOffset? madeAt = null,
        LinkPurpose purpose = LinkPurpose.SignIn,
        Brink.Platform.Tenancy.TenantInfo? tenant = null
    ) =>
        DbAsync(
            async db =>
            {
                var (link, secret) = AccessLink.Make(
                    purpose,
                    person.Id,
                    null,
                    madeAt ?? Time.GetUtcNow(),
                    SignInMail.LinkLasts
                );
                db.AccessLinks.Add(link);
                await db.SaveChangesAsync();
                return AccountLinks.SignInLink(secret);
            },
            tenant
        );

    public Task<List<string>> VerbsAsync(Person person) =>
        DbAsync(db =>
            db.Journal.Where(j => j.PersonId == person.Id).OrderBy(j => j.Id).Select(j => j.Verb).ToListAsync()
        );

    /// <summary>What was tried on this person's account by who knows whom.</summary>
    public Task<List<string>> VerbsAboutAsync(Person person) =>
        DbAsync(db =>
            db.Journal.Where(j => EF.Functions.JsonContains(j.About, $$"""{"person":{{person.Id}}}"""))
                .OrderBy(j => j.Id)
                .Select(j => j.Verb)
                .ToListAsync()
        );

    private Task ChangeAsync(Person person, Action<IServiceProvider, Person> change) =>
        InsideAsync(async services =>
        {
            var db = services.GetRequiredService<Brink.Platform.Database.BrinkDb>();
            change(services, await db.People.FirstAsync(p => p.Id == person.Id));
            await SaveAsync(db, person);
            return true;
        });

    private async Task SaveAsync(Brink.Platform.Database.BrinkDb db, Person person)
    {
        db.Journal.Add(
            Brink.Features.Journal.JournalEntry.General(
                Brink.Features.Places.PlacesVerbs.PersonChanged,
                new TestData(this).Now(),
                ("person", person.Id)
            )
        );
        await db.SaveChangesAsync();
    }
}
