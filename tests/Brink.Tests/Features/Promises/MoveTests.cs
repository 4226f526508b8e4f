using System.Net;
using Brink.Features.Journal;
using Brink.Features.Promises;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Promises;

/// <summary>Another day needs a reason and the consent of the other side.</summary>
public sealed class MoveTests(BrinkHost host) : PromisesByHand(host)
{
    [Fact]
    public async Task AnotherDay_CountsOnlyAfterTheOtherSideSaidYes_AndTheOldDayStays()
    {
        var made = await MadeAsync();
        using var liaison = await ProposeAsync(made.Id, Place.Liaison, "2026-11-30", "De palen komen later.");
        Assert.Equal(new DateOnly(2026, 11, 16), (await ReadAsync(made.Id)).Due);
        using var anyone = Host.Browser();
        await anyone.OpenAsync(PromiseLinks.Show(made.Id));
        Assert.Contains("blijft maandag 16 november 2026 de afgesproken dag", anyone.Text, StringComparison.Ordinal);

        using var contact = Host.Browser(Place.ContactPerson);
        await contact.OpenAsync("/mijn");
        Assert.Contains("Voorgestelde andere dag: 30 november 2026.", contact.Text, StringComparison.Ordinal);
        await contact.OpenAsync(PromiseLinks.DecideMove(made.Id));
        Assert.Contains("De palen komen later.", contact.Text, StringComparison.Ordinal);
        await contact.SubmitAsync("Ja, deze dag is goed");

        Assert.Equal(new DateOnly(2026, 11, 30), (await ReadAsync(made.Id)).Due);
        Assert.Contains(
            "Eerst 16 november 2026. Op 2 november 2026 samen verplaatst naar 30 november 2026. Reden: De palen komen later.",
            contact.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AnotherDay_IsNotDecidedByWhoProposedIt_WhoCanTakeItBack()
    {
        var made = await MadeAsync();
        using var liaison = await ProposeAsync(made.Id, Place.Liaison, "2026-11-30", "Drukte.");
        await liaison.OpenAsync(PromiseLinks.DecideMove(made.Id));
        Assert.DoesNotContain("Ja, deze dag is goed", liaison.Text, StringComparison.Ordinal);
        using var contact = Host.Browser(Place.ContactPerson);
        await contact.OpenAsync(PromiseLinks.DecideMove(made.Id));

        await liaison.SubmitAsync("Trek het voorstel in");
        await contact.SubmitAsync("Ja, deze dag is goed", HttpStatusCode.BadRequest);

        Assert.Contains("Over dit voorstel is al besloten.", contact.Text, StringComparison.Ordinal);
        var now = await ReadAsync(made.Id);
        Assert.Equal(
            (new DateOnly(2026, 11, 16), PromiseMoveState.TakenBack),
            (now.Due, Assert.Single(now.Moves).State)
        );
    }

    [Fact]
    public async Task AnotherDay_Refused_LeavesTheDay_AndMayBeAskedForByEitherSide()
    {
        var made = await MadeAsync();
        using var contact = await ProposeAsync(made.Id, Place.ContactPerson, "2026-11-12", "Dan is het feest.");
        using var liaison = Host.Browser(Place.Liaison);
        await liaison.OpenAsync(PromiseLinks.DecideMove(made.Id));

        await liaison.SubmitAsync("Nee, de dag blijft staan");

        Assert.Equal(new DateOnly(2026, 11, 16), (await ReadAsync(made.Id)).Due);
        using var again = await ProposeAsync(made.Id, Place.Liaison, "2026-11-20", "Toch later.");
        Assert.Equal(2, (await ReadAsync(made.Id)).Moves.Count);
    }

    [Fact]
    public async Task AnotherDay_WithoutReasonOrInThePast_IsRefusedAtTheField()
    {
        var made = await MadeAsync();
        using var liaison = Host.Browser(Place.Liaison);
        await liaison.OpenAsync(PromiseLinks.Move(made.Id));

        await liaison.SubmitAsync(
            "Stel deze dag voor",
            HttpStatusCode.BadRequest,
            ("Welke dag wordt het?", "2026-10-30")
        );

        Assert.Contains("Deze dag is voorbij.", liaison.Text, StringComparison.Ordinal);
        Assert.Contains("Schrijf waarom het een andere dag wordt.", liaison.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TermOfTheMunicipality_CantBeMovedByHand()
    {
        var term = await Host.DbAsync(db =>
            db.Promises.Where(p => p.SubjectId == Initiative.Id && p.Kind == PromiseKind.Answer)
                .Select(p => p.Id)
                .SingleAsync()
        );
        using var liaison = Host.Browser(Place.Liaison);

        await liaison.OpenAsync(PromiseLinks.Move(term), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task ProposedByBothAtOnce_OneStands_TheOtherReadsSo()
    {
        for (var round = 0; round < 5; round++)
        {
            var made = await MadeAsync($"Ronde {round}");
            using var liaison = await Host.Browser(Place.Liaison).OpenAsync(PromiseLinks.Move(made.Id));
            using var contact = await Host.Browser(Place.ContactPerson).OpenAsync(PromiseLinks.Move(made.Id));

            var answers = await Task.WhenAll(
                liaison.SubmitOnlyAsync(
                    "Stel deze dag voor",
                    ("Welke dag wordt het?", "2026-11-20"),
                    ("Waarom een andere dag?", "Van de gemeente.")
                ),
                contact.SubmitOnlyAsync(
                    "Stel deze dag voor",
                    ("Welke dag wordt het?", "2026-11-23"),
                    ("Waarom een andere dag?", "Van het dorp.")
                )
            );

            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
            Assert.Single((await ReadAsync(made.Id)).Moves);
        }
    }

    [Fact]
    public async Task AgreedWhileItIsKept_HasOneOfTwoStatedOutcomes()
    {
        for (var round = 0; round < 5; round++)
        {
            var made = await MadeAsync($"Ronde {round}");
            using var proposed = await ProposeAsync(made.Id, Place.Liaison, "2026-11-30", "Later.");
            using var contact = await Host.Browser(Place.ContactPerson).OpenAsync(PromiseLinks.DecideMove(made.Id));
            using var liaison = await Host.Browser(Place.Liaison).OpenAsync(PromiseLinks.Keep(made.Id));

            var answers = await Task.WhenAll(
                contact.SubmitOnlyAsync("Ja, deze dag is goed"),
                liaison.SubmitOnlyAsync("Toezegging is nagekomen")
            );

            Assert.Equal(HttpStatusCode.Redirect, answers[1].StatusCode);
            var now = await ReadAsync(made.Id);
            Assert.Equal(PromiseState.Kept, now.State);
            Assert.Equal(
                answers[0].StatusCode == HttpStatusCode.Redirect
                    ? (PromiseMoveState.Agreed, new DateOnly(2026, 11, 30))
                    : (PromiseMoveState.Lapsed, new DateOnly(2026, 11, 16)),
                (Assert.Single(now.Moves).State, now.Due)
            );
        }
    }

    [Fact]
    public async Task TwoOpenProposals_TheDatabaseRefuses()
    {
        var made = await MadeAsync();
        using var proposed = await ProposeAsync(made.Id, Place.Liaison, "2026-11-30", "Later.");

        await Assert.ThrowsAsync<DbUpdateException>(() =>
            Host.DbAsync(async db =>
            {
                var second = PromiseMove.Propose(
                    made.Due,
                    made.Due.AddDays(3),
                    "Nog later.",
                    PromiseSide.To,
                    Data.Now(Place.ContactPerson.Id)
                );
                second.PromiseId = made.Id;
                db.PromiseMoves.Add(second);
                db.Journal.Add(JournalEntry.General(PromiseVerbs.MoveProposed, Data.Now()));
                await db.SaveChangesAsync();
            })
        );
    }

    private async Task<TestBrowser> ProposeAsync(long id, Brink.Features.Accounts.Person by, string day, string reason)
    {
        var browser = Host.Browser(by);
        await browser.OpenAsync(PromiseLinks.Move(id));
        await browser.SubmitAsync(
            "Stel deze dag voor",
            fields: [("Welke dag wordt het?", day), ("Waarom een andere dag?", reason)]
        );
        return browser;
    }
}
