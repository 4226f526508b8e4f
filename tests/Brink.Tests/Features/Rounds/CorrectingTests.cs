using System.Net;
using Brink.Features.Rounds;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>An answer that was given is corrected with a reason, by two people, and the old one stays (C6).</summary>
public sealed class CorrectingTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private BrinkHost Here => host.Brink;

    [Fact]
    public async Task ACorrection_NeedsAReasonAndAColleague_AndTellsEachPerson()
    {
        var made = await RoundsMade.WithAsync(Here);
        var (one, two) = (await made.Data.PersonAsync(), await made.Data.PersonAsync());
        var (first, second) = (await made.SaidAsync(one, "Eerste."), await made.SaidAsync(two, "Tweede."));
        await made.CloseNowAsync();
        var answer = await made.AnsweredAsync(await made.TakenUpAsync(first.Id, second.Id));
        await host.ForgetAsync();
        var address = RoundLinks.Answer(made.DossierId, made.RoundId, answer);
        var officer = await Here.Browser(made.Officer).OpenAsync(address);
        await officer.SubmitAsync(
            "Leg de verbetering voor aan een collega",
            HttpStatusCode.BadRequest,
            ("Omdat", "het bij nader inzien niet kan")
        );
        Assert.Contains("Schrijf waarom u het antwoord verbetert.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("het bij nader inzien niet kan", officer.Body, StringComparison.Ordinal);
        await officer.SubmitAsync(
            "Leg de verbetering voor aan een collega",
            fields: [("Omdat", "het bij nader inzien niet kan"), ("Waarom verbetert u", "De wet staat het niet toe.")]
        );
        Assert.DoesNotContain("Geef deze verbetering", officer.Text, StringComparison.Ordinal);
        var report = RoundLinks.Report(made.DossierId, made.RoundId);
        var visitor = await Here.Browser().OpenAsync(report);
        Assert.DoesNotContain("bij nader inzien", visitor.Text, StringComparison.Ordinal);
        await host.EmptyAsync();
        Assert.Empty(host.Mail.To(one));

        var colleague = await Here.Browser(made.Colleague).OpenAsync(address);
        await colleague.SubmitAsync("Geef deze verbetering");

        await visitor.OpenAsync(report);
        Assert.Contains("het bij nader inzien niet kan", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("De wet staat het niet toe.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(
            "het klopt wat u zegt.",
            visitor.Page.QuerySelector("details.brink-explain")!.TextContent,
            StringComparison.Ordinal
        );
        await host.EmptyAsync();
        foreach (var (person, own, others) in new[] { (one, "Eerste.", "Tweede."), (two, "Tweede.", "Eerste.") })
        {
            var mail = Assert.Single(host.Mail.To(person));
            Assert.Contains(own, mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(others, mail.Text, StringComparison.Ordinal);
            Assert.Contains("De wet staat het niet toe.", mail.Text, StringComparison.Ordinal);
            Assert.Contains("het klopt wat u zegt.", mail.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task CountsAndReport_ShowTheAnswerAsItIsNow()
    {
        var made = await RoundsMade.WithAsync(Here);
        var said = await made.SaidAsync(await made.Data.PersonAsync());
        await made.CloseNowAsync();
        var answer = await made.AnsweredAsync(await made.TakenUpAsync(said.Id));
        await made.FinishAsync();
        await CorrectAsync(made, answer);

        var figures = await Here.DbAsync(db => FiguresAsync(db, made.RoundId));

        Assert.Equal([((AnswerOutcome?)AnswerOutcome.NotTaken, 1)], figures);
    }

    [Fact]
    public async Task TwoOfficersCorrectAtOnce_OneIsFirst_AndTheOtherKeepsTheWords()
    {
        var made = await RoundsMade.WithAsync(Here);
        await made.CloseNowAsync();
        for (var round = 0; round < 4; round++)
        {
            var said = await made.SaidAsync(await made.Data.PersonAsync());
            var answer = await made.AnsweredAsync(await made.TakenUpAsync(said.Id));
            var address = RoundLinks.Answer(made.DossierId, made.RoundId, answer);
            var (one, other) = (
                await Here.Browser(made.Officer).OpenAsync(address),
                await Here.Browser(made.Colleague).OpenAsync(address)
            );

            var answers = await Task.WhenAll(
                one.SubmitOnlyAsync(
                    "Leg de verbetering voor aan een collega",
                    ("Omdat", "het een"),
                    ("Waarom verbetert u", "a")
                ),
                other.SubmitOnlyAsync(
                    "Leg de verbetering voor aan een collega",
                    ("Omdat", "het ander"),
                    ("Waarom verbetert u", "b")
                )
            );

            var refused = Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
            Assert.NotEqual(-1, refused);
            Assert.Equal(HttpStatusCode.Redirect, answers[1 - refused].StatusCode);
            var late = refused == 0 ? one : other;
            Assert.Contains("Er ligt al een verbetering bij een collega.", late.Text, StringComparison.Ordinal);
            Assert.Contains(refused == 0 ? "het een" : "het ander", late.Body, StringComparison.Ordinal);
            Assert.Single(
                await Here.DbAsync(db => db.AnswerCorrections.Where(c => c.AnswerId == answer).ToArrayAsync())
            );
        }
    }

    private static async Task<(AnswerOutcome?, int)[]> FiguresAsync(Brink.Platform.Database.BrinkDb db, long round) =>
        [.. (await Brink.Features.Rounds.Report.ReportFigures.ReadAsync(db, round, default)).Verdicts];

    private static Task CorrectAsync(RoundsMade made, long id) =>
        made.Data.SaveAsync(async db =>
        {
            var answer = await db.RoundAnswers.Include(a => a.Corrections).SingleAsync(a => a.Id == id);
            RoundsMade.Must(
                answer.Correct(
                    AnswerOutcome.NotTaken,
                    "toch niet.",
                    "Er stond een fout.",
                    made.Data.Now(made.Officer.Id)
                )
            );
            RoundsMade.Must(answer.GiveCorrection(answer.Waiting!.Id, made.Data.Now(made.Colleague.Id)));
            return true;
        });
}
