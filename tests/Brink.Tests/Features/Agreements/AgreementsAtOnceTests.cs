using System.Net;
using Brink.Features.Agreements;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Agreements;

/// <summary>Two things at the same moment: the outcomes are those of docs/states/agreement.md, and the database decides.</summary>
public sealed class AgreementsAtOnceTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private const int Rounds = 6;

    [Fact]
    public async Task LastTwoParties_BothSign_AndItComesIntoForceOnce()
    {
        var table = await Table.LayAsync(host);
        for (var round = 0; round < Rounds; round++)
        {
            var agreement = await table.AgreementAsync(signing: false);
            await table.ChangeAsync(
                agreement.Id,
                a => a.PlanEvaluation(table.Writing().Today.AddDays(40), table.Writing())
            );
            await table.ChangeAsync(agreement.Id, a => a.SendRound(table.Writing()));
            var browsers = new[] { host.Browser(table.Place.ContactPerson), host.Browser(table.Alderman) };
            foreach (var browser in browsers)
            {
                await browser.OpenAsync(AgreementLinks.Sign(agreement.Id));
            }

            var answers = await Task.WhenAll(
                browsers.Select(b => b.SubmitOnlyAsync("Verstuur het antwoord", ("Wij tekenen", "ja")))
            );

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
            var now = await table.NowAsync(agreement.Id);
            Assert.Equal(VersionState.InForce, Assert.Single(now.Versions).State);
            Assert.Single(now.Subject.Promises);
        }
    }

    [Fact]
    public async Task SignedWhileTheTextIsTakenBack_IsWithTheOldText_OrRefused()
    {
        var table = await Table.LayAsync(host);
        for (var round = 0; round < Rounds; round++)
        {
            var agreement = await table.AgreementAsync();
            var signing = await host.Browser(table.Place.ContactPerson).OpenAsync(AgreementLinks.Sign(agreement.Id));
            var taking = await host.Browser(table.Officer).OpenAsync(AgreementLinks.TakeBack(agreement.Id));

            var answers = await Task.WhenAll(
                signing.SubmitOnlyAsync(
                    "Verstuur het antwoord",
                    ("Wij tekenen", "ja"),
                    ("Wilt u er iets", "Onze woorden")
                ),
                taking.SubmitOnlyAsync("Neem terug om te veranderen", ("Waarom verandert", "Een woord."))
            );

            Assert.Equal(HttpStatusCode.Redirect, answers[1].StatusCode);
            var now = await table.NowAsync(agreement.Id);
            Assert.Equal(
                [VersionState.TakenBack, VersionState.Draft],
                now.Versions.OrderBy(v => v.Number).Select(v => v.State)
            );
            var old = now.Versions.Single(v => v.Number == 1);
            if (answers[0].StatusCode == HttpStatusCode.Redirect)
            {
                Assert.Single(old.Answers);
            }
            else
            {
                Assert.Equal(HttpStatusCode.BadRequest, answers[0].StatusCode);
                Assert.Contains("Uw antwoord is niet bewaard.", signing.Text, StringComparison.Ordinal);
                Assert.Contains("Onze woorden", signing.Text, StringComparison.Ordinal);
                Assert.Empty(old.Answers);
            }
        }
    }

    [Fact]
    public async Task TwoInTheDraft_TheSecondReadsTheFirst_AndLosesNothing()
    {
        var table = await Table.LayAsync(host);
        var agreement = await table.AgreementAsync(signing: false);
        var colleague = await table.Data.HolderAsync(
            Brink.Features.Places.Role.PolicyOfficer,
            table.Place.Municipality
        );
        var (first, second) = (host.Browser(table.Officer), host.Browser(colleague));
        await first.OpenAsync(AgreementLinks.Write(agreement.Id));
        await second.OpenAsync(AgreementLinks.Write(agreement.Id));
        var sending = await host.Browser(colleague).OpenAsync(AgreementLinks.SendRound(agreement.Id));

        await first.SubmitAsync("Bewaar en ga verder", fields: ("De tekst", "Woorden van de eerste"));
        await second.SubmitAsync(
            "Bewaar en ga verder",
            HttpStatusCode.BadRequest,
            ("De tekst", "Woorden van de tweede")
        );

        Assert.Contains("Iemand anders paste dit intussen aan.", second.Text, StringComparison.Ordinal);
        Assert.Contains("Woorden van de eerste", second.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Woorden van de tweede",
            second.Page.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
        await sending.SubmitAsync("Stuur rond om te tekenen", HttpStatusCode.BadRequest);
        Assert.Contains("De tekst is intussen veranderd.", sending.Text, StringComparison.Ordinal);
        await sending.SubmitAsync("Stuur rond om te tekenen");
        await second.SubmitAsync("Bewaar en ga verder", HttpStatusCode.BadRequest);
        Assert.Equal("Woorden van de eerste", (await table.NowAsync(agreement.Id)).Open!.Text);
    }

    [Fact]
    public async Task TwoBeginANextText_OneBegins()
    {
        var table = await Table.LayAsync(host);
        var agreement = await table.AgreementAsync(signing: false);
        await table.ChangeAsync(agreement.Id, a => a.Record("in 1999", new DateOnly(1999, 1, 1), table.Writing()));
        var browsers = new[] { host.Browser(table.Officer), host.Browser(table.Alderman) };
        foreach (var browser in browsers)
        {
            await browser.OpenAsync(AgreementLinks.Renew(agreement.Id));
        }

        var answers = await Task.WhenAll(
            browsers.Select(b => b.SubmitOnlyAsync("Begin met de nieuwe tekst", ("Waarom komt er", "Het was oud.")))
        );

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
        Assert.Equal(2, (await table.NowAsync(agreement.Id)).Versions.Count);
    }
}
