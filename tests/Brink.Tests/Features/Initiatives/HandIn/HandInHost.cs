using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.HandIn;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Initiatives.HandIn;

/// <summary>The program with room for as many hand-ins as a test makes, and the journey in one call.</summary>
public sealed class HandInHost(PostgresFixture postgres) : IAsyncLifetime
{
    public BrinkHost Host { get; } =
        new(postgres)
        {
            Configure = builder =>
                builder.Services.Configure<HandInLimits>(limits =>
                    (limits.PerClient, limits.BegunPerClient) = (100_000, 100_000)
                ),
        };

    public TestData Data { get; private set; } = null!;

    public Place Place { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Data = new TestData(Host);
        Place = await Data.PlaceAsync("Hijken");
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Answers every question and stands before the check.</summary>
    public async Task<TestBrowser> UpToCheckAsync(
        string mail,
        TestBrowser? browser = null,
        string title = "Een beweegtuin voor oud en jong",
        string name = "Truus de Boer"
    )
    {
        browser ??= Host.Browser();
        await browser.OpenAsync("/idee");
        await browser.SubmitAsync(
            "Volgende vraag",
            fields:
            [
                ("Hoe heet het", title),
                ("Wat wilt u doen?", "Vijf toestellen op het veldje."),
                ("Waarom?", "Samen bewegen."),
            ]
        );
        await browser.SubmitAsync(
            "Volgende vraag",
            fields: [("Bij welk dorp", "Hijken"), ("Welke plek", "Naast de school")]
        );
        await browser.SubmitAsync("Volgende vraag", fields: [("Wij als bewoners doen het, met hulp", "ja")]);
        await browser.SubmitAsync(
            "Volgende vraag",
            fields:
            [
                ("Met een groep", "ja"),
                ("Hoe heet de groep?", "Buren van de Hoofdstraat"),
                ("Wie doen er nog meer mee?", "De school"),
            ]
        );
        await browser.SubmitAsync("Volgende vraag");
        (string, string)[] reach = mail.Contains('@', StringComparison.Ordinal)
            ? [("Uw naam", name), ("Mail mij", "ja"), ("Uw mailadres", mail)]
            : [("Uw naam", name), ("Bel mij", "ja"), ("Uw telefoonnummer", mail)];
        await browser.SubmitAsync("Volgende vraag", fields: reach);
        return browser;
    }

    /// <summary>Stands before the check with all answers given a minute ago, without the pages before it.</summary>
    public async Task<TestBrowser> BeforeCheckAsync(string mail, string title = "Een beweegtuin voor oud en jong")
    {
        var secret = Secret.New();
        await Host.DbAsync(async db =>
        {
            var draft = Draft.Of(secret);
            draft.Write(
                new Answers
                {
                    StartedAt = Host.Time.GetUtcNow().AddMinutes(-1),
                    Title = title,
                    What = "Vijf toestellen op het veldje.",
                    Why = "Samen bewegen.",
                    VillageId = Place.Village.Id,
                    Name = "Truus de Boer",
                    ReachBy = mail.Contains('@', StringComparison.Ordinal) ? ReachBy.Mail : ReachBy.Telephone,
                    Mail = mail.Contains('@', StringComparison.Ordinal) ? mail : "",
                    Telephone = mail.Contains('@', StringComparison.Ordinal) ? "" : mail,
                },
                secret,
                Host.Time.GetUtcNow(),
                new Brink.Platform.Tenancy.KeepingTerms().DraftsStay
            );
            db.Add(draft);
            await db.SaveChangesAsync();
        });
        var browser = Host.Browser();
        browser.SetCookie((Drafts.Cookie, secret));
        return await browser.OpenAsync("/idee/controle");
    }

    /// <summary>Waits as long as a person needs, and hands in.</summary>
    public async Task<TestBrowser> HandInAsync(
        string mail,
        string title = "Een beweegtuin voor oud en jong",
        string name = "Truus de Boer"
    )
    {
        var browser = await UpToCheckAsync(mail, title: title, name: name);
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        return await browser.SubmitAsync("Dien mijn idee in");
    }

    /// <summary>The link as the receipt would bring it.</summary>
    public Task<string> MailedLinkAsync(long initiativeId) =>
        Host.DbAsync(async db =>
        {
            var sender = await db
                .Contributions.Where(c => c.SubjectId == initiativeId)
                .Select(c => c.ByPersonId)
                .SingleAsync();
            var (link, secret) = AccessLink.Make(
                LinkPurpose.ConfirmHandIn,
                sender!.Value,
                initiativeId,
                Host.Time.GetUtcNow(),
                TimeSpan.FromDays(7)
            );
            db.AccessLinks.Add(link);
            await db.SaveChangesAsync();
            return "/idee/bevestigen/" + secret;
        });

    public Task<Initiative> InitiativeOfAsync(string mail) =>
        Host.DbAsync(db =>
            db.Initiatives.Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .Include(i => i.Contribution)
                .SingleAsync(i => i.Contribution!.ByPerson!.Email == mail)
        );

    public Task<int> CountAsync(string mail) =>
        Host.DbAsync(db => db.Initiatives.CountAsync(i => i.Contribution!.ByPerson!.Email == mail));
}
