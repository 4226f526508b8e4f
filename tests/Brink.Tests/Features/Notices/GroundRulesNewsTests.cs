using Brink.Features.Initiatives;
using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Notices;

/// <summary>Every party hears what another did with the ground rules, and who did it does not.</summary>
public sealed class GroundRulesNewsTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;

    [Fact]
    public async Task AProposal_WaitsOnMijnBrinkOfAColleagueWhoWasBroughtIn()
    {
        var (place, initiator) = (await Data.PlaceAsync(), await Data.PersonAsync("Jannie"));
        var colleague = await Data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var other = await Data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var initiative = await Data.InitiativeAsync(place, initiator, "Een vlonder");
        await ActAsync(initiative, (i, actor) => i.BringIn(colleague.Id, "", actor), place.Liaison.Id);

        await ActAsync(
            initiative,
            (i, actor) =>
                i.ProposeRules(
                    new(null, OwnerType.Community, RulesParts.None with { Deciding = "Samen" }, "", 0),
                    RulesPartyKind.Initiators,
                    null,
                    Contribution.To(i.Subject, actor),
                    actor
                ),
            initiator.Id
        );

        var mine = await host.Brink.Browser(colleague).OpenAsync("/mijn");
        Assert.Contains("Een voorstel over 'Een vlonder'", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Een vlonder",
            (await host.Brink.Browser(other).OpenAsync("/mijn")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AProposal_IsMailedToTheOtherParties_AndWhatTheyAnswerToWhoProposed()
    {
        var (place, initiator) = (await Data.PlaceAsync(), await Data.PersonAsync("Jannie"));
        var welfare = await Data.OrganisationAsync(OrganisationKind.Welfare);
        var worker = await Data.HolderAsync(Role.CommunityWorker, welfare);
        var initiative = await Data.InitiativeAsync(place, initiator);
        await ActAsync(initiative, (i, actor) => i.AskAsParty(welfare.Id, actor), place.Liaison.Id);
        await host.ForgetAsync();

        await ActAsync(
            initiative,
            (i, actor) =>
                i.ProposeRules(
                    new(null, OwnerType.Community, RulesParts.None with { Deciding = "Geheim woord" }, "", 0),
                    RulesPartyKind.Initiators,
                    null,
                    Contribution.To(i.Subject, actor),
                    actor
                ),
            initiator.Id
        );
        await host.EmptyAsync();

        Assert.Empty(host.Mail.To(initiator));
        foreach (var person in new[] { place.Liaison, worker })
        {
            var mail = Assert.Single(host.Mail.To(person));
            Assert.Contains("stelde spelregels voor (versie 1).", mail.Text, StringComparison.Ordinal);
            Assert.Contains(InitiativeLinks.GroundRules(initiative.Id), mail.Text, StringComparison.Ordinal);
            // What was proposed stands on the page, where it is read with what changes.
            Assert.DoesNotContain("Geheim woord", mail.Text, StringComparison.Ordinal);
            // Nobody is called what they are not.
            Assert.Equal(
                person == place.Liaison,
                mail.Text.Contains("omdat u contactpersoon bent", StringComparison.Ordinal)
            );
        }

        await host.ForgetAsync();
        await ActAsync(
            initiative,
            (i, actor) =>
                i.AnswerRules(
                    i.ProposedRules!.Id,
                    i.GroundRulesParties.First(p => p.Kind == RulesPartyKind.Municipality).Id,
                    RulesAnswerKind.WantsToTalk,
                    "Dinsdag",
                    Contribution.To(i.Subject, actor),
                    actor
                ),
            place.Liaison.Id
        );
        await host.EmptyAsync();

        Assert.Contains("wil eerst praten", Assert.Single(host.Mail.To(initiator)).Text, StringComparison.Ordinal);
        Assert.Empty(host.Mail.To(place.Liaison));
    }

    [Fact]
    public async Task OwnData_ShowsWhatSomebodyAnswered_AndTakesTheWordsAway()
    {
        var (place, initiator) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var initiative = await Data.InitiativeAsync(place, initiator, "Een pluktuin");
        await ActAsync(
            initiative,
            (i, actor) =>
                i.ProposeRules(
                    new(null, OwnerType.Community, RulesParts.None, "", 0),
                    RulesPartyKind.Municipality,
                    null,
                    Contribution.To(i.Subject, actor),
                    actor
                ),
            place.Liaison.Id
        );
        await ActAsync(
            initiative,
            (i, actor) =>
                i.AnswerRules(
                    i.ProposedRules!.Id,
                    i.GroundRulesParties.First(p => p.Kind == RulesPartyKind.Initiators).Id,
                    RulesAnswerKind.Refuses,
                    "Ik heb geen tijd.",
                    Contribution.To(i.Subject, actor),
                    actor
                ),
            initiator.Id
        );
        var own = new GroundRulesOwnData();
        var texts = Brink.Platform.Localisation.Texts.Load(Repository.Source);

        var before = await host.Brink.DbAsync(db => own.ReadAsync(db, texts, initiator.Id, default));
        await Data.SaveAsync(async db =>
        {
            await own.EraseAsync(db, initiator.Id, wordsToo: true, Data.Now(initiator.Id), default);
            return true;
        });
        var after = await host.Brink.DbAsync(db => own.ReadAsync(db, texts, initiator.Id, default));

        Assert.Contains(Assert.Single(before.Rows), fact => fact.Value == "Ik heb geen tijd.");
        Assert.Contains(Assert.Single(before.Rows), fact => fact.Value == "Een pluktuin");
        Assert.DoesNotContain(Assert.Single(after.Rows), fact => fact.Value == "Ik heb geen tijd.");
    }

    private Task ActAsync(Initiative initiative, Func<Initiative, Actor, Outcome> act, long personId) =>
        host.Brink.DbAsync(async db =>
        {
            var found = await db
                .Initiatives.Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .Include(i => i.Contribution)
                .Include(i => i.GroundRulesParties)
                .Include(i => i.GroundRulesVersions)
                    .ThenInclude(v => v.Responses)
                .AsSplitQuery()
                .SingleAsync(i => i.Id == initiative.Id);
            Assert.Empty(act(found, Data.Now(personId)).Refusals);
            await db.SaveChangesAsync();
        });
}
