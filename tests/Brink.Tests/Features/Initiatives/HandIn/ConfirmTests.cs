using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Notices;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Tenancy;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Initiatives.HandIn;

public class ConfirmTests(HandInHost handIn) : IClassFixture<HandInHost>
{
    private BrinkHost Host => handIn.Host;

    [Fact]
    public async Task Get_ChangesNothing()
    {
        var (link, mail) = await MailedAsync("kijk@bevestig.example");
        await Host.Browser().OpenAsync(link);

        Assert.Equal(IntakeState.AwaitingConfirmation, (await handIn.InitiativeOfAsync(mail)).Intake);
    }

    [Fact]
    public async Task Post_Confirms_StartsBothTermsAndFollows()
    {
        var (link, mail) = await MailedAsync("ja@bevestig.example");
        var browser = await Host.Browser().OpenAsync(link);
        await browser.SubmitAsync("Ja, zet mijn idee online");

        Assert.Contains("Uw idee is bevestigd", browser.Text);
        var idea = await handIn.InitiativeOfAsync(mail);
        Assert.Equal(IntakeState.HandedIn, idea.Intake);
        Assert.Equal(Visibility.Public, idea.Subject.Visibility);
        Assert.Equal(
            [(PromiseKind.TakeIn, new DateOnly(2026, 11, 9)), (PromiseKind.Answer, new DateOnly(2026, 12, 14))],
            idea.Subject.Promises.Select(p => (p.Kind, p.Due)).Order()
        );
        Assert.All(idea.Subject.Promises, p => Assert.Equal(handIn.Place.Liaison.Id, p.ByPersonId));
        var follow = await Host.DbAsync(db => db.Follows.SingleAsync(f => f.SubjectId == idea.Id));
        Assert.Equal(idea.Contribution!.ByPersonId, follow.PersonId);
    }

    [Fact]
    public async Task Post_TwiceInParallel_HasOneOutcomeAndBothReadThatItIsConfirmed()
    {
        var (link, mail) = await MailedAsync("samen@bevestig.example");
        var browsers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Host.Browser().OpenAsync(link)));
        await Task.WhenAll(browsers.Select(browser => browser.SubmitAsync("Ja, zet mijn idee online")));

        Assert.All(browsers, browser => Assert.Contains("Uw idee is bevestigd", browser.Text));
        var idea = await handIn.InitiativeOfAsync(mail);
        Assert.Equal(2, idea.Subject.Promises.Count);
        var confirmed = await Host.DbAsync(db =>
            db.Journal.CountAsync(j => j.SubjectId == idea.Id && j.Verb == InitiativeVerbs.Confirmed)
        );
        Assert.Equal(1, confirmed);
    }

    [Fact]
    public async Task Post_WithAMadeUpOrForeignLink_IsNotFound()
    {
        var (link, mail) = await MailedAsync("raad@bevestig.example");
        await Host.Browser().OpenAsync("/idee/bevestigen/" + Secret.New(), HttpStatusCode.NotFound);
        var idea = await handIn.InitiativeOfAsync(mail);
        await Host.Browser().OpenAsync($"/idee/bevestigen/{idea.Id}", HttpStatusCode.NotFound);
        var elsewhere = await Host.AddMunicipalityAsync("Anderland", "anderland.example");
        Host.Services.GetRequiredService<ITenantDirectory>().Refresh();
        await Host.Browser(tenant: elsewhere).OpenAsync(link, HttpStatusCode.NotFound);
        var signIn = await LinkForAsync(LinkPurpose.SignIn, idea);
        await Host.Browser().OpenAsync("/idee/bevestigen/" + signIn, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Link_KeepsOnlyItsHash()
    {
        var (link, mail) = await MailedAsync("hash@bevestig.example");
        var secret = link.Split('/')[^1];
        var idea = await handIn.InitiativeOfAsync(mail);
        var row = await Host.DbAsync(db => db.AccessLinks.SingleAsync(l => l.SubjectId == idea.Id));

        Assert.Equal(Secret.Hash(secret), row.SecretHash);
        Assert.Equal(22, secret.Length);
    }

    [Fact]
    public async Task Withdraw_BeforeConfirmation_IsForGood()
    {
        var (link, mail) = await MailedAsync("terug@bevestig.example");
        var late = await Host.Browser().OpenAsync(link);
        var browser = await Host.Browser().OpenAsync(link);
        await browser.SubmitAsync("Trek dit idee in");

        Assert.Contains("Uw idee is ingetrokken", browser.Text);
        Assert.Equal(Visibility.Withdrawn, (await handIn.InitiativeOfAsync(mail)).Subject.Visibility);
        await late.SubmitAsync("Ja, zet mijn idee online", HttpStatusCode.BadRequest);
        Assert.Equal(Visibility.Withdrawn, (await handIn.InitiativeOfAsync(mail)).Subject.Visibility);
    }

    [Fact]
    public async Task ConfirmAndWithdraw_InParallel_HaveOneOutcome()
    {
        var (link, mail) = await MailedAsync("tegelijk@bevestig.example");
        var (one, other) = (await Host.Browser().OpenAsync(link), await Host.Browser().OpenAsync(link));
        await Task.WhenAll(one.SubmitOnlyAsync("Ja, zet mijn idee online"), other.SubmitOnlyAsync("Trek dit idee in"));

        var idea = await handIn.InitiativeOfAsync(mail);
        Assert.Equal(
            idea.Intake == IntakeState.HandedIn ? (Visibility.Public, 2) : (Visibility.Withdrawn, 0),
            (idea.Subject.Visibility, idea.Subject.Promises.Count)
        );
        Assert.Contains(idea.Intake, new[] { IntakeState.HandedIn, IntakeState.Withdrawn });
    }

    [Fact]
    public async Task ExpiredLink_ConfirmsNothingAndAsksForOneNewMail()
    {
        var (link, mail) = await MailedAsync("laat@bevestig.example");
        var early = await Host.Browser().OpenAsync(link);
        Host.Time.Advance(TimeSpan.FromDays(8));
        await early.SubmitAsync("Ja, zet mijn idee online", HttpStatusCode.BadRequest);

        var idea = await handIn.InitiativeOfAsync(mail);
        Assert.Equal(IntakeState.AwaitingConfirmation, idea.Intake);
        var browser = await Host.Browser().OpenAsync(link);
        await browser.SubmitAsync("Mail mij een nieuwe link");
        Assert.Contains("nieuwe link naar uw mailadres", browser.Text);
        browser = await Host.Browser().OpenAsync(link);
        await browser.SubmitAsync("Mail mij een nieuwe link");
        var mails = await Host.DbAsync(db =>
            db.MailMessages.CountAsync(m => m.SubjectId == idea.Id && m.Kind == MailKind.Receipt)
        );
        Assert.Equal(2, mails);
        Host.Time.Advance(TimeSpan.FromDays(-8));
    }

    [Fact]
    public async Task HandIn_WithAKnownMailAddress_LooksTheSameAndGivesNothingOfThePerson()
    {
        var known = await handIn.Data.PersonAsync("Geheime Naam");
        var browser = await handIn.HandInAsync(known.Email!);
        var unknown = await handIn.HandInAsync("nieuw@bevestig.example");

        Assert.DoesNotContain("Geheime Naam", browser.Body);
        Assert.Equal(Words(unknown), Words(browser));
        var after = await Host.DbAsync(db => db.People.SingleAsync(p => p.Id == known.Id));
        Assert.Equal("Geheime Naam", after.Name);
        Assert.False(browser.HasCookie(".AspNetCore.Identity.Application"));
        Assert.Equal(Visibility.Unconfirmed, (await handIn.InitiativeOfAsync(known.Email!)).Subject.Visibility);
    }

    private static string Words(TestBrowser browser) =>
        string.Concat(browser.Page.QuerySelector("main")!.TextContent.Where(sign => !char.IsAsciiDigit(sign)));

    private async Task<(string Link, string Mail)> MailedAsync(string mail)
    {
        var browser = await handIn.BeforeCheckAsync(mail);
        await browser.SubmitAsync("Dien mijn idee in");
        return (await handIn.MailedLinkAsync((await handIn.InitiativeOfAsync(mail)).Id), mail);
    }

    private Task<string> LinkForAsync(LinkPurpose purpose, Initiative idea) =>
        Host.DbAsync(async db =>
        {
            var (link, secret) = AccessLink.Make(
                purpose,
                idea.Contribution!.ByPersonId!.Value,
                idea.Id,
                Host.Time.GetUtcNow(),
                TimeSpan.FromHours(1)
            );
            db.AccessLinks.Add(link);
            await db.SaveChangesAsync();
            return secret;
        });
}
