using System.Net;
using Brink.Features.Initiatives;
using Brink.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives.HandIn;

public class ManyAtOnceTests(HandInHost handIn) : IClassFixture<HandInHost>
{
    private BrinkHost Host => handIn.Host;

    [Fact]
    public async Task TwoHundredHandInsInParallel_GiveTwoHundredIdeasAndReceipts()
    {
        var browsers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(number => handIn.BeforeCheckAsync($"tegelijk{number}@velen.example"))
        );
        await Task.WhenAll(browsers.Select(browser => browser.SubmitAsync("Dien mijn idee in")));

        Assert.All(browsers, browser => Assert.Contains("Bijna klaar", browser.Text));
        var ideas = await Host.DbAsync(db =>
            db.Initiatives.CountAsync(i => i.Contribution!.ByPerson!.Email!.StartsWith("tegelijk"))
        );
        var receipts = await Host.DbAsync(db =>
            db.MailMessages.CountAsync(m => m.Kind == MailKind.Receipt && m.Person!.Email!.StartsWith("tegelijk"))
        );
        Assert.Equal((200, 200), (ideas, receipts));
    }

    [Fact]
    public async Task HandInsInParallel_WithOneNewMailAddress_MakeOnePerson()
    {
        var browsers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => handIn.BeforeCheckAsync("een@velen.example"))
        );
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(browsers.Select(browser => browser.SubmitAsync("Dien mijn idee in")));

        Assert.Equal(4, await handIn.CountAsync("een@velen.example"));
        Assert.Equal(1, await Host.DbAsync(db => db.People.CountAsync(p => p.Email == "een@velen.example")));
    }

    [Fact]
    public async Task SameFormSentTwice_InParallelAndAfterwards_MakesOneIdea()
    {
        var browser = await handIn.BeforeCheckAsync("dubbel@velen.example");
        var presses = Enumerable.Range(0, 5).Select(_ => browser.Form("Dien mijn idee in")).ToArray();
        await Task.WhenAll(presses.Select(browser.SendAsync));

        Assert.Equal(1, await handIn.CountAsync("dubbel@velen.example"));
    }

    [Fact]
    public async Task HandIn_PressedAgainAfterwards_LeadsToTheSameReceipt()
    {
        var browser = await handIn.BeforeCheckAsync("nogmaals@velen.example");
        var again = browser.Form("Dien mijn idee in");
        await browser.SubmitOnlyAsync("Dien mijn idee in");
        var first = browser.Response.Headers.Location;
        await browser.SendAsync(again);

        Assert.NotNull(first);
        Assert.Equal(first, browser.Response.Headers.Location);
        Assert.Equal(1, await handIn.CountAsync("nogmaals@velen.example"));
    }

    [Fact]
    public async Task SixthIdeaOnOneMailAddress_WaitsUntilTheOthersAreConfirmed()
    {
        for (var number = 1; number <= 5; number++)
        {
            var earlier = await handIn.BeforeCheckAsync("vaak@velen.example");
            await earlier.SubmitAsync("Dien mijn idee in");
        }

        var browser = await handIn.BeforeCheckAsync("vaak@velen.example");
        await browser.SubmitAsync("Dien mijn idee in", HttpStatusCode.TooManyRequests);

        Assert.NotNull(browser.Response.Headers.RetryAfter);
        Assert.Contains("wachten al 5 ideeën op bevestiging", browser.Text);
        Assert.Contains("Een beweegtuin voor oud en jong", browser.Text);
        Assert.Equal(5, await handIn.CountAsync("vaak@velen.example"));
    }

    [Fact]
    public async Task HandIn_FasterThanAPersonTypes_AsksOnceAndThenTakesIt()
    {
        var browser = await handIn.UpToCheckAsync("snel@velen.example");
        await browser.SubmitAsync("Dien mijn idee in", HttpStatusCode.BadRequest);
        Assert.Contains("Zet onderaan nog een vinkje", browser.Text);
        await browser.SubmitAsync("Dien mijn idee in", fields: [("Ja, ik heb dit zelf ingevuld", "ja")]);

        Assert.Contains("Bijna klaar", browser.Text);
    }

    [Fact]
    public async Task HandIn_WithTheHiddenFieldFilled_AsksOnceAndThenTakesIt()
    {
        var browser = await handIn.UpToCheckAsync("val@velen.example");
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        await browser.SubmitAsync(
            "Dien mijn idee in",
            HttpStatusCode.BadRequest,
            ("homepage", "https://reclame.example")
        );
        Assert.Equal(0, await handIn.CountAsync("val@velen.example"));
        await browser.SubmitAsync("Dien mijn idee in", fields: [("Ja, ik heb dit zelf ingevuld", "ja")]);

        Assert.Equal(1, await handIn.CountAsync("val@velen.example"));
    }

    [Fact]
    public async Task HandIn_WithoutAntiforgeryToken_IsRefused()
    {
        var browser = await handIn.UpToCheckAsync("vreemd@velen.example");
        var request = new HttpRequestMessage(HttpMethod.Post, "/idee/controle")
        {
            Content = new FormUrlEncodedContent([]),
        };
        await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
        Assert.Equal(0, await handIn.CountAsync("vreemd@velen.example"));
    }

    [Fact]
    public async Task HandIn_ByTelephone_QueuesNoMailAndWaitsForACall()
    {
        var browser = await handIn.HandInAsync("0593 123 456");

        Assert.Contains("bellen u", browser.Text);
        var idea = await Host.DbAsync(db =>
            db.Initiatives.Include(i => i.Contribution)
                    .ThenInclude(c => c!.ByPerson)
                .SingleAsync(i => i.Contribution!.ByPerson!.PhoneNumber == "0593 123 456")
        );
        Assert.Null(idea.Contribution!.ByPerson!.Email);
        Assert.Equal(IntakeState.AwaitingConfirmation, idea.Intake);
        Assert.False(
            await Host.DbAsync(db =>
                db.MailMessages.AnyAsync(m => m.SubjectId == idea.Id && m.Kind == MailKind.Receipt)
            )
        );
    }
}
