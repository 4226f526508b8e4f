using System.Net;
using Brink.Features.Rounds;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>Officers and residents at the same moment; the outcomes stand in docs/states/reaction.md.</summary>
public sealed class AnswersAtOnceTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private const int Attempts = 6;

    [Fact]
    public async Task TwoOfficersWriteOneAnswer_TheSecondReadsTheFirst_AndLosesNothingTyped()
    {
        var made = await RoundsMade.WithAsync(host);
        var answer = await made.TakenUpAsync((await made.SaidAsync(await made.Data.PersonAsync())).Id);
        var browsers = new[] { host.Browser(made.Officer), host.Browser(made.Colleague) };
        foreach (var browser in browsers)
        {
            await browser.OpenAsync(RoundLinks.Answer(made.DossierId, made.RoundId, answer));
        }

        await Task.WhenAll(
            browsers.Select((b, i) => b.SubmitOnlyAsync("Bewaar", ("Niet overgenomen", "ja"), ("Omdat", $"reden {i}.")))
        );

        Assert.Single(browsers, b => b.Response.StatusCode == HttpStatusCode.Found);
        var second = Assert.Single(browsers, b => b.Response.StatusCode == HttpStatusCode.BadRequest);
        Assert.Contains("Een collega schreef dit antwoord intussen.", second.Text, StringComparison.Ordinal);
        Assert.Contains("reden 0.", second.Body, StringComparison.Ordinal);
        Assert.Contains("reden 1.", second.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoOfficersTakeUpOneReaction_OneHasIt()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var made = await RoundsMade.WithAsync(host);
            var said = await made.SaidAsync(await made.Data.PersonAsync());
            var browsers = new[] { host.Browser(made.Officer), host.Browser(made.Colleague) };
            foreach (var browser in browsers)
            {
                await browser.OpenAsync(made.Work);
            }

            await Task.WhenAll(browsers.Select(b => b.SubmitOnlyAsync("Pak de gekozen reacties op", Choose(said))));

            Assert.Single(browsers, b => b.Response.StatusCode == HttpStatusCode.Found);
            var second = Assert.Single(browsers, b => b.Response.StatusCode == HttpStatusCode.BadRequest);
            Assert.Contains("of een collega pakte ze al op", second.Text, StringComparison.Ordinal);
            Assert.Equal(1, await host.DbAsync(db => db.RoundAnswers.CountAsync(a => a.RoundId == made.RoundId)));
        }
    }

    [Fact]
    public async Task GroupingWhileOneIsTakenBack_MakesTheGroupOfTheOthers()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var made = await RoundsMade.WithAsync(host);
            var person = await made.Data.PersonAsync();
            var goes = await made.SaidAsync(person);
            var stays = await made.SaidAsync(await made.Data.PersonAsync());
            var officer = await host.Browser(made.Officer).OpenAsync(made.Work);
            var resident = await host.Browser(person)
                .OpenAsync(RoundLinks.Reaction(made.DossierId, made.RoundId, goes.Id));

            await Task.WhenAll(
                officer.SubmitOnlyAsync("Pak de gekozen reacties op", Choose(goes), Choose(stays)),
                resident.SubmitOnlyAsync("Trek deze reactie in")
            );

            Assert.Equal(HttpStatusCode.Found, officer.Response.StatusCode);
            Assert.Equal(HttpStatusCode.Found, resident.Response.StatusCode);
            var (gone, kept) = (await made.ReactionAsync(goes.Id), await made.ReactionAsync(stays.Id));
            Assert.Equal((ReactionState.Withdrawn, null), (gone.State, gone.AnswerId));
            Assert.NotNull(kept.AnswerId);
            Assert.Equal(
                (1, 1),
                await host.DbAsync(async db =>
                {
                    var counts = db.RoundCounts.Where(c => c.RoundId == made.RoundId);
                    return (await counts.SumAsync(c => c.Reactions), await counts.SumAsync(c => c.Unanswered));
                })
            );
        }
    }

    [Fact]
    public async Task ChosenAfterOneWasTakenBack_SaysHowManyAreLeftOut()
    {
        var made = await RoundsMade.WithAsync(host);
        var person = await made.Data.PersonAsync();
        var (goes, stays) = (await made.SaidAsync(person), await made.SaidAsync(await made.Data.PersonAsync()));
        var officer = await host.Browser(made.Officer).OpenAsync(made.Work);
        var resident = await host.Browser(person).OpenAsync(RoundLinks.Reaction(made.DossierId, made.RoundId, goes.Id));
        await resident.SubmitAsync("Trek deze reactie in");

        await officer.SubmitAsync("Pak de gekozen reacties op", fields: [Choose(goes), Choose(stays)]);

        Assert.Contains("1 reactie is intussen ingetrokken of al opgepakt.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("1 reactie hoort hierbij", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoReadersGiveOneAnswerAtOnce_ItIsGivenOnce()
    {
        var made = await RoundsMade.WithAsync(host);
        var said = await made.SaidAsync(await made.Data.PersonAsync());
        var answer = await made.TakenUpAsync(said.Id);
        var officer = await host.Browser(made.Officer)
            .OpenAsync(RoundLinks.Answer(made.DossierId, made.RoundId, answer));
        await officer.SubmitAsync(
            "Leg het voor aan een collega",
            fields: [("Overgenomen", "ja"), ("Omdat", "het klopt.")]
        );
        using var _ = made.Closed();
        var readers = new[] { host.Browser(made.Colleague), host.Browser(made.Place.Liaison) };
        foreach (var reader in readers)
        {
            await reader.OpenAsync(RoundLinks.Answer(made.DossierId, made.RoundId, answer));
        }

        await Task.WhenAll(readers.Select(r => r.SubmitOnlyAsync("Geef dit antwoord")));

        Assert.Single(readers, r => r.Response.StatusCode == HttpStatusCode.Found);
        var second = Assert.Single(readers, r => r.Response.StatusCode == HttpStatusCode.BadRequest);
        Assert.Contains("Een collega gaf dit antwoord intussen al.", second.Text, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await host.DbAsync(db =>
                db.Journal.CountAsync(e => e.SubjectId == made.DossierId && e.Verb == AnswerVerbs.Published)
            )
        );
    }

    private static (string, string) Choose(Reaction said) => ("Kies " + RoundWords.NumberOf(said.Id), "ja");
}
