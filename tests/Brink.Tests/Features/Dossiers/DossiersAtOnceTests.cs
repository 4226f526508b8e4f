using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Dossiers;

/// <summary>Two at the same moment; the outcomes are those of docs/states/dossier.md.</summary>
public sealed class DossiersAtOnceTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    private const int Rounds = 6;

    private TestData Data { get; } = new(host);
    private Place Place { get; set; } = null!;
    private Person Officer { get; set; } = null!;
    private Person Colleague { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Place = await Data.PlaceAsync();
        Officer = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality);
        Colleague = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task TwoOfficersEdit_OneWins_TheOtherReadsWhatChangedAndLosesNothing()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var dossier = await DossierExamples.OpenAsync(Data, Place, Officer, $"Samen aan de slag {round}");
            var one = await host.Browser(Officer).OpenAsync(DossierLinks.Edit(dossier.Id));
            var other = await host.Browser(Colleague).OpenAsync(DossierLinks.Edit(dossier.Id));

            var answers = await Task.WhenAll(
                one.SubmitOnlyAsync("Bewaar", ("Wat staat al vast?", "Woorden van de een")),
                other.SubmitOnlyAsync("Bewaar", ("Wat staat al vast?", "Woorden van de ander"))
            );

            Assert.Equal(
                [HttpStatusCode.Redirect, HttpStatusCode.BadRequest],
                answers.Select(answer => answer.StatusCode).Order()
            );
            var (loser, won, lost) =
                answers[0].StatusCode == HttpStatusCode.BadRequest
                    ? (one, "Woorden van de ander", "Woorden van de een")
                    : (other, "Woorden van de een", "Woorden van de ander");
            Assert.Contains("Uw tekst naast wat er nu staat", loser.Text, StringComparison.Ordinal);
            Assert.Contains(
                lost,
                loser.Page.QuerySelector("textarea[name=Fixed]")!.TextContent,
                StringComparison.Ordinal
            );
            Assert.Contains(
                won.Split(' ')[^1],
                loser.Page.QuerySelector(".brink-difference")!.TextContent,
                StringComparison.Ordinal
            );
            Assert.Equal(won, await FixedAsync(dossier));

            await loser.SubmitAsync("Bewaar");

            Assert.Equal(lost, await FixedAsync(dossier));
            Assert.Equal(
                2,
                await host.DbAsync(db => db.Set<DossierChange>().CountAsync(c => c.DossierId == dossier.Id))
            );
        }
    }

    [Fact]
    public async Task OneMovesItOn_WhileAnotherEndsIt_OneOfThemReadsSoFirst()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var dossier = await DossierExamples.OpenAsync(Data, Place, Officer, $"Tegelijk {round}");
            var moving = await host.Browser(Officer).OpenAsync(DossierLinks.Move(dossier.Id));
            var ending = await host.Browser(Colleague).OpenAsync(DossierLinks.End(dossier.Id));

            var answers = await Task.WhenAll(
                moving.SubmitOnlyAsync("Zet het in deze stap"),
                ending.SubmitOnlyAsync("Rond het dossier af", ("De gemeente stopt", "ja"), ("Wat is het", "Geen geld."))
            );

            Assert.Equal(
                [HttpStatusCode.Redirect, HttpStatusCode.BadRequest],
                answers.Select(answer => answer.StatusCode).Order()
            );
        }
    }

    [Fact]
    public async Task OneOpensWhatAnotherWithdraws_OneOfTheTwoHappens()
    {
        var umbrella = await Data.OrganisationAsync(OrganisationKind.Umbrella);
        var reader = await Data.HolderAsync(Role.Chair, umbrella);
        for (var round = 0; round < Rounds; round++)
        {
            var dossier = await DossierExamples.InConfidenceAsync(Data, Place, Officer, reader, umbrella);
            var opening = await host.Browser(Officer).OpenAsync(DossierLinks.Confidence(dossier.Id));
            var withdrawing = await host.Browser(Colleague).OpenAsync(DossierLinks.Confidence(dossier.Id));

            var answers = await Task.WhenAll(
                opening.SubmitOnlyAsync("Maak het dossier nu openbaar"),
                withdrawing.SubmitOnlyAsync("Trek het dossier in")
            );

            Assert.Equal(
                [HttpStatusCode.Redirect, HttpStatusCode.BadRequest],
                answers.Select(answer => answer.StatusCode).Order()
            );
            var (state, invitations) = await host.DbAsync(async db =>
                (
                    await db.Dossiers.Where(d => d.Id == dossier.Id).Select(d => d.State).SingleAsync(),
                    await db.DossierInvitations.CountAsync(i => i.DossierId == dossier.Id)
                )
            );
            var opened = answers[0].StatusCode == HttpStatusCode.Redirect;
            Assert.Equal((opened ? DossierState.Open : DossierState.Withdrawn, opened ? 1 : 0), (state, invitations));
        }
    }

    [Fact]
    public async Task TheSameAssociationToldByTwoLiaisons_IsToldOnce()
    {
        await DossierExamples.SuitsAsync(
            Data,
            Place,
            Brink.Features.Places.TailorMade.HowOften.AtOnce,
            [Brink.Features.Places.TailorMade.ReachChannel.Paper]
        );
        var second = await Data.HolderAsync(Role.Liaison, Place.Municipality, Place.Village);
        var dossier = await DossierExamples.OpenAsync(Data, Place, Officer, "Op papier");
        var one = await host.Browser(Place.Liaison).OpenAsync(DossierLinks.Tell(dossier.Id));
        var other = await host.Browser(second).OpenAsync(DossierLinks.Tell(dossier.Id));
        var button = "Dit heb ik gedaan: " + Place.Association.Name;

        var answers = await Task.WhenAll(one.SubmitOnlyAsync(button), other.SubmitOnlyAsync(button));

        Assert.Equal(
            [HttpStatusCode.Redirect, HttpStatusCode.BadRequest],
            answers.Select(answer => answer.StatusCode).Order()
        );
        Assert.Equal(
            1,
            await host.DbAsync(db =>
                db.Journal.CountAsync(e => e.SubjectId == dossier.Id && e.Verb == DossierVerbs.Told)
            )
        );
    }

    private Task<string> FixedAsync(Dossier dossier) =>
        host.DbAsync(db => db.Dossiers.Where(d => d.Id == dossier.Id).Select(d => d.Fixed).SingleAsync());
}
