using Brink.Features.Initiatives;
using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;

namespace Brink.Tests.Features.Initiatives;

public sealed class InitiativeRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);
    private readonly Actor actor = new(1, null, null, Channel.Web, new(2026, 11, 2, 9, 0, 0, default), Today);
    private readonly Initiative initiative;

    public InitiativeRulesTests()
    {
        initiative = Initiative.HandIn(
            new Idea("Een bankje", "Zitten", "Moe", null, InitiatorKind.Alone, "", "", null, null, ""),
            Village.Create("Hijken", VillageKind.Village, actor.At),
            new Contribution(),
            actor
        );
        initiative.Confirm(actor, new ServiceTerms(7, 8, Today.AddDays(7), Today.AddDays(42)));
    }

    [Fact]
    public void TakingIn_KeepsThePromiseToTakeItIn()
    {
        Assert.True(initiative.TakeIn(actor).Succeeded);

        Assert.Equal(PromiseState.Kept, Promise(PromiseKind.TakeIn).State);
        Assert.Equal(PromiseState.Open, Promise(PromiseKind.Answer).State);
    }

    [Fact]
    public void Answering_KeepsBothPromises()
    {
        Assert.True(initiative.AnswerWith(AnswerKind.Yes, "Graag.", actor).Succeeded);

        Assert.All(initiative.Subject.Promises, p => Assert.Equal(PromiseState.Kept, p.State));
    }

    [Theory]
    [InlineData(AnswerKind.Yes)]
    [InlineData(AnswerKind.YesIf)]
    [InlineData(AnswerKind.NoBecause)]
    public void AnAnswer_NeedsWords(AnswerKind kind) => Refused("Text", initiative.AnswerWith(kind, "  ", actor));

    [Fact]
    public void ASecondAnswer_IsTooLateAndSaysSo()
    {
        initiative.AnswerWith(AnswerKind.Yes, "Graag.", actor);

        var outcome = initiative.AnswerWith(AnswerKind.NoBecause, "Toch niet.", actor);

        Assert.Contains("Een collega was u voor.", Refused("", outcome), StringComparison.Ordinal);
        Assert.Equal(AnswerKind.Yes, initiative.Answer);
    }

    [Fact]
    public void APhase_CantBeginTomorrow() => Refused("On", Move(Phase.Plan, Today.AddDays(1)));

    [Fact]
    public void APhase_CantBeginBeforeTheOneBeforeIt()
    {
        Move(Phase.Plan, Today);

        Refused("On", Move(Phase.Doing, Today.AddDays(-1)));
    }

    [Fact]
    public void ANextStep_CantLieInThePast() =>
        Refused("NextStepDate", initiative.MoveTo(Phase.Plan, Today, "Avond", Today.AddDays(-1), "", "", actor));

    [Fact]
    public void ADateForTheNextStep_NeedsThatStepInWords() =>
        Refused("NextStep", initiative.MoveTo(Phase.Plan, Today, " ", Today, "", "", actor));

    [Fact]
    public void TheNextStep_CanChangeWithinAPhase()
    {
        Assert.True(
            initiative.PlanNext("Avond in het dorpshuis", Today.AddDays(9), "de werkgroep", "", actor).Succeeded
        );

        Assert.Equal(("Avond in het dorpshuis", "de werkgroep"), (initiative.NextStep, initiative.NextStepBy));
        Assert.Single(initiative.Phases);
    }

    [Fact]
    public void ANextStepThatIsTheSame_IsNoChange() => Refused("Phase", initiative.PlanNext("", null, "", "", actor));

    [Fact]
    public void TheWayBack_StaysVisible()
    {
        Move(Phase.Plan, Today);
        Move(Phase.Idea, Today);

        Assert.Equal([Phase.Idea, Phase.Plan, Phase.Idea], initiative.Phases.Select(p => p.Phase));
    }

    [Fact]
    public void AColleague_IsBroughtInOnce()
    {
        initiative.BringIn(9, "", actor);

        Refused("PersonId", initiative.BringIn(9, "", actor));
    }

    [Fact]
    public void AfterWithdrawal_NothingGoesOn()
    {
        initiative.Ask("Waar?", new Contribution(), actor);
        initiative.Withdraw(actor);

        Assert.All(initiative.Subject.Promises, p => Assert.Equal(PromiseState.Released, p.State));
        Refused("", initiative.TakeIn(actor));
        Refused("", initiative.AnswerWith(AnswerKind.Yes, "Ja", actor));
        Refused("", initiative.Ask("Wat?", new Contribution(), actor));
        Refused("", initiative.Reply(0, "Daar", new Contribution(), actor));
        Refused("", initiative.Require(RequirementKind.Land, "Grond", actor));
        Refused("", initiative.BringIn(9, "", actor));
        Refused("", initiative.PostUpdate("Nieuws", new Contribution(), actor, out _));
        Refused("", Move(Phase.Plan, Today));
        Refused("", initiative.PlanNext("Iets", null, "", "", actor));
        Refused(
            "",
            initiative.ProposeRules(
                new(null, OwnerType.Partner, RulesParts.None, "", 0),
                RulesPartyKind.Municipality,
                null,
                new Contribution(),
                actor
            )
        );
        Refused("", initiative.AskAsParty(7, actor));
        Refused("", initiative.Edit(initiative.AsIdea(), actor));
        Refused("", initiative.AddPhotos([new SubjectFile()], 5, actor));
        Refused("", initiative.Withdraw(actor));
    }

    [Fact]
    public void TheVersionOfTheWords_ChangesWithTheWordsAndNothingElse()
    {
        var before = initiative.WordsVersion;
        initiative.TakeIn(actor);
        Assert.Equal(before, initiative.WordsVersion);

        initiative.Edit(initiative.AsIdea() with { Why = "Omdat" }, actor);

        Assert.NotEqual(before, initiative.WordsVersion);
    }

    private Promise Promise(PromiseKind kind) => initiative.Subject.Promises.Single(p => p.Kind == kind);

    private Outcome Move(Phase to, DateOnly on) => initiative.MoveTo(to, on, "", null, "", "", actor);

    private static string Refused(string field, Outcome outcome)
    {
        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal(field, refusal.Field);
        return refusal.Message;
    }
}
