using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Requests;
using Brink.Features.Standpoints;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Browser.Support;

/// <summary>Standpoints and requests with long words and in every state.</summary>
public sealed partial class AwkwardData
{
    public Organisation Umbrella { get; private set; } = null!;
    public Person UmbrellaSecretary { get; private set; } = null!;
    public Standpoint Drafted { get; private set; } = null!;
    public Standpoint Signing { get; private set; } = null!;
    public Standpoint Entered { get; private set; } = null!;
    public Standpoint AllAnswered { get; private set; } = null!;
    public Standpoint Sent { get; private set; } = null!;
    public Standpoint SentAndAnswered { get; private set; } = null!;
    public VillageRequest Asked { get; private set; } = null!;
    public VillageRequest Proposed { get; private set; } = null!;
    public VillageRequest Declined { get; private set; } = null!;

    private async Task FillTogetherAsync()
    {
        Umbrella = await data.OrganisationAsync(OrganisationKind.Umbrella);
        UmbrellaSecretary = await data.HolderAsync(Role.Secretary, Umbrella);
        await data.SaveAsync(db =>
        {
            db.Memberships.AddRange(
                new[] { Full, Empty }.Select(place => new Membership
                {
                    OrganisationId = place.Association.Id,
                    UmbrellaId = Umbrella.Id,
                })
            );
            return Task.FromResult(true);
        });
        Drafted = await StandpointAsync();
        Signing = await StandpointAsync("open", "react", "edit", "open", "react");
        Entered = await StandpointAsync("open", "enter");
        AllAnswered = await StandpointAsync("open", "react", "silent");
        Sent = await StandpointAsync("open", "react", "send");
        SentAndAnswered = await StandpointAsync("open", "react", "silent", "send", "answer");
        Asked = await RequestAsync((_, _) => Outcome.Done);
        Proposed = await RequestAsync(
            (request, by) => request.Propose($"Liever met de {LongWord}.", data.Now().Today.AddDays(90), By(by), by)
        );
        Declined = await RequestAsync((request, by) => request.Decline("Nu even niet.", By(by), by));
    }

    private async Task<Standpoint> StandpointAsync(params string[] road)
    {
        var standpoint = await data.SaveAsync(db =>
        {
            var actor = Board();
            var written = Standpoint.Write(
                Umbrella.Id,
                new Wording($"{LongWord} in elk dorp", $"Wij vinden:\n\n- {LongWord}\n- rust", "Doe er iets aan."),
                By(actor),
                actor
            );
            db.Standpoints.Add(written);
            return Task.FromResult(written);
        });
        foreach (var step in road)
        {
            await host.DbAsync(async db =>
            {
                var found = await db.Standpoints.Whole().SingleAsync(s => s.Id == standpoint.Id);
                var outcome = Take(found, step);
                Assert.True(outcome.Succeeded, step);
                await db.SaveChangesAsync();
            });
        }

        return standpoint;
    }

    private Outcome Take(Standpoint standpoint, string step)
    {
        var (board, round) = (Board(), standpoint.OpenRound);
        switch (step)
        {
            case "open":
                return standpoint.OpenSigning(
                    [Full.Association.Id, Empty.Association.Id],
                    board.Today.AddDays(14),
                    board
                );
            case "react" or "silent":
                var place = step == "react" ? Full : Empty;
                var by = data.Now(place.ContactPerson.Id) with { OnBehalfOfId = place.Association.Id };
                return standpoint.React(
                    round!.Id,
                    place.Association.Id,
                    0,
                    Stance.Dissented,
                    $"Onze eigen woorden over de {LongWord}.",
                    Role.ContactPerson,
                    By(by),
                    by
                );
            case "enter":
                var entered = By(board);
                (entered.ByPersonId, entered.OnBehalfOfId) = (null, Full.Association.Id);
                (entered.EnteredById, entered.EnteredForId, entered.Channel) = (
                    UmbrellaSecretary.Id,
                    Umbrella.Id,
                    Channel.Paper
                );
                return standpoint.React(
                    round!.Id,
                    Full.Association.Id,
                    0,
                    Stance.Signed,
                    "Op papier.",
                    Role.Secretary,
                    entered,
                    board with
                    {
                        PersonId = null,
                        OnBehalfOfId = Full.Association.Id,
                        EnteredById = UmbrellaSecretary.Id,
                    }
                );
            case "edit":
                return standpoint.Edit(standpoint.Latest.Words with { Asks = "Doe er nu iets aan." }, By(board), board);
            case "send":
                var terms = new ServiceTerms(Full.Municipality.Id, null, board.Today, board.Today.AddDays(30));
                return standpoint.Send(terms, [Full.Village.Id], board with { Today = board.Today.AddDays(15) });
            default:
                var official = data.Now(Full.Liaison.Id) with { OnBehalfOfId = Full.Municipality.Id };
                return standpoint.Answer("Wij doen het **zo**.", By(official), official);
        }
    }

    private async Task<VillageRequest> RequestAsync(Func<VillageRequest, Actor, Outcome> then) =>
        await data.SaveAsync(db =>
        {
            var actor = data.Now(Full.Liaison.Id) with { OnBehalfOfId = Full.Municipality.Id };
            var request = VillageRequest.Ask(
                new Asking(
                    $"Meedenken over de {LongWord}",
                    "Omdat u het dorp kent.",
                    "Maatschappelijkeondersteuningscoördinatie",
                    actor.Today.AddDays(10),
                    actor.Today.AddDays(30),
                    2.5m,
                    Full.Liaison.Id
                ),
                Full.Association.Id,
                [Full.Village.Id],
                Full.Municipality.Id,
                By(actor),
                actor
            );
            db.VillageRequests.Add(request);
            var by = data.Now(Full.ContactPerson.Id) with { OnBehalfOfId = Full.Association.Id };
            Assert.True(then(request, by).Succeeded);
            return Task.FromResult(request);
        });

    private Actor Board() => data.Now(UmbrellaSecretary.Id) with { OnBehalfOfId = Umbrella.Id };

    private static Contribution By(Actor actor) =>
        new()
        {
            ByPersonId = actor.PersonId,
            OnBehalfOfId = actor.OnBehalfOfId,
            Channel = actor.Channel,
            At = actor.At,
        };
}
