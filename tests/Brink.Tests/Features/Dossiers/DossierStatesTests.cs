using System.Text.RegularExpressions;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Dossiers;

/// <summary>The drawing of a dossier and what the code does are the same; and the rules of its stages.</summary>
public partial class DossierStatesTests
{
    private static readonly Actor Actor = DossierExamples.Actor;

    private static readonly Dictionary<string, Func<Dossier, Outcome>> Verbs = new(StringComparer.Ordinal)
    {
        ["MakePublic"] = d => d.MakePublic([], Actor),
        ["Withdraw"] = d => d.Withdraw(Actor),
        ["Decide"] = d => d.Decide("De raad stemde voor.", Actor),
        ["Stop"] = d => d.Stop("Er is geen geld.", Actor),
    };

    [Fact]
    public void Drawing_HasEveryStepTheCodeTakes_AndNoOther()
    {
        var drawn = Arrow()
            .Matches(File.ReadAllText(Path.Combine(BrinkHost.RepositoryFolder, "docs/states/dossier.md")))
            .Select(arrow => (arrow.Groups["from"].Value, arrow.Groups["verb"].Value, arrow.Groups["to"].Value))
            .Order();

        Assert.Equal(drawn, Taken().Order());
    }

    [Theory]
    [InlineData(DossierState.InConfidence, Visibility.Restricted)]
    [InlineData(DossierState.Open, Visibility.Public)]
    [InlineData(DossierState.Decided, Visibility.Public)]
    [InlineData(DossierState.Stopped, Visibility.Public)]
    [InlineData(DossierState.Withdrawn, Visibility.Withdrawn)]
    public void State_SaysWhoMaySee(DossierState state, Visibility visibility) =>
        Assert.Equal(visibility, In(state).Subject.Visibility);

    [Fact]
    public void WhatIsOver_CantBeEditedOrReplanned_AndOnlyWhatWasDecidedIsCarriedOut()
    {
        foreach (var state in new[] { DossierState.Decided, DossierState.Stopped, DossierState.Withdrawn })
        {
            var over = In(state);
            Assert.False(over.Edit(DossierExamples.Words, Actor).Succeeded);
            Assert.False(over.Replan([new(Stage.Draft, Actor.Today)], "Daarom", Actor).Succeeded);
            Assert.False(over.GoTo(Stage.Exploration, Actor).Succeeded);
            Assert.Equal(state == DossierState.Decided, over.GoTo(Stage.CarryingOut, Actor).Succeeded);
        }
    }

    [Fact]
    public void AReachedStage_KeepsItsFirstDay()
    {
        var dossier = In(DossierState.Open);
        Assert.True(dossier.GoTo(Stage.Draft, Actor).Succeeded);
        Assert.True(dossier.GoTo(Stage.Exploration, Later(5)).Succeeded);
        Assert.True(dossier.GoTo(Stage.Draft, Later(9)).Succeeded);

        Assert.Equal(Actor.Today, dossier.Stages.Single(s => s.Stage == Stage.Draft).ReachedOn);
        Assert.False(dossier.GoTo(Stage.Draft, Later(9)).Succeeded);
    }

    [Fact]
    public void APlannedDate_MovesWithAReason_AndTheOldOneStays()
    {
        var dossier = In(DossierState.Open);
        StageDate[] later = [new(Stage.Draft, Actor.Today.AddDays(60))];

        Assert.Equal("Because", Assert.Single(dossier.Replan(later, " ", Actor).Refusals).Field);
        Assert.True(dossier.Replan(later, "Het onderzoek duurt langer.", Actor).Succeeded);

        var change = Assert.Single(dossier.DateChanges);
        Assert.Equal((Actor.Today.AddDays(30), Actor.Today.AddDays(60)), (change.Before, change.After));
        Assert.False(dossier.Replan(later, "Nog eens", Actor).Succeeded);
    }

    [Fact]
    public void Dates_StandInTheOrderOfTheStages()
    {
        var refusal = Assert.Single(
            Dossier.CheckOrder([
                new(Stage.Council, Actor.Today.AddDays(10)),
                new(Stage.Exploration, null),
                new(Stage.Draft, Actor.Today.AddDays(20)),
            ])
        );

        Assert.Equal("Planned.Council", refusal.Field);
    }

    [Fact]
    public void WhatWasChangedInConfidence_IsNotKept_WhatWasChangedInTheOpenIs()
    {
        var dossier = In(DossierState.InConfidence);
        dossier.Edit(DossierExamples.Words with { Fixed = "Eerst dit" }, Actor);
        dossier.MakePublic([], Actor);
        Assert.Empty(dossier.Changes);

        dossier.Edit(DossierExamples.Words with { Fixed = "Toen dat" }, Actor);

        var change = Assert.Single(dossier.Changes);
        Assert.Equal(
            (DossierPart.Fixed, "Eerst dit", "Toen dat", Actor.Today),
            (change.Part, change.Before, change.After, change.On)
        );
    }

    [Fact]
    public void FirstWord_IsTheDayOnWhichItOpens_NotTheFirstDayInConfidence()
    {
        var dossier = In(DossierState.InConfidence);
        Assert.Null(dossier.FirstWordOn);

        dossier.MakePublic([], Later(12));

        Assert.Equal(Actor.Today.AddDays(12), dossier.FirstWordOn);
    }

    private static Actor Later(int days) =>
        Actor with
        {
            At = Actor.At.AddDays(days),
            Today = Actor.Today.AddDays(days),
        };

    private static IEnumerable<(string, string, string)> Taken()
    {
        foreach (var from in Enum.GetValues<DossierState>())
        {
            foreach (var (verb, act) in Verbs)
            {
                var dossier = In(from);
                if (act(dossier).Succeeded)
                {
                    yield return (from.ToString(), verb, dossier.State.ToString());
                }
                else
                {
                    Assert.Equal(from, dossier.State);
                }
            }
        }
    }

    private static Dossier In(DossierState state)
    {
        StageDate[] stages = [new(Stage.Draft, Actor.Today.AddDays(30))];
        var dossier = state is DossierState.InConfidence or DossierState.Withdrawn
            ? Dossier.BeginInConfidence(
                DossierExamples.Words,
                9,
                stages,
                new ConfidenceTerms(Actor.Today.AddDays(14), AfterConfidence.Opens),
                [
                    new DossierReader
                    {
                        PersonId = 3,
                        OrganisationId = 4,
                        Role = Role.Chair,
                    },
                ],
                Actor
            )
            : Dossier.Begin(DossierExamples.Words, 9, stages, Actor);
        string[] road = state switch
        {
            DossierState.Decided => ["Decide"],
            DossierState.Stopped => ["Stop"],
            DossierState.Withdrawn => ["Withdraw"],
            _ => [],
        };
        Assert.All(road, verb => Assert.True(Verbs[verb](dossier).Succeeded));
        return dossier;
    }

    [GeneratedRegex(
        @"^\s+(?<from>\w+) --> (?<to>\w+) : (?<verb>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
