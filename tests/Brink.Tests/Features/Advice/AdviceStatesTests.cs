using System.Text.RegularExpressions;
using Brink.Features.Advice;
using Brink.Features.Initiatives;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Advice;

/// <summary>The drawing of advice and what the code does are the same.</summary>
public partial class AdviceStatesTests
{
    private static readonly Actor Actor = new(1, 1, null, Channel.Web, DateTimeOffset.UnixEpoch, new(2026, 11, 2));
    private static readonly ServiceTerms Terms = new(9, null, new(2026, 11, 9), new(2026, 12, 1));

    private static readonly Dictionary<string, Func<AdviceCase, Outcome>> Verbs = new(StringComparer.Ordinal)
    {
        ["Write"] = a => a.Write("Zo zien wij het.", ["Doe dit.", "Laat dat."], Actor),
        ["Give"] = a => a.Give(a.Revision, Terms, null, new Contribution(), Actor),
        ["Decline"] = a => a.Decline("", Actor),
        ["ProposeDate"] = a => a.ProposeDate(Actor.Today.AddDays(30), "Wij vergaderen later.", Actor),
        ["SettleDate"] = a => a.SettleDate(Actor.Today.AddDays(30), Actor),
        ["Withdraw"] = a => a.Withdraw(Actor),
        ["Drop"] = a => a.Drop(Actor),
        ["TakeBack"] = a => a.TakeBack(Actor),
        ["WriteAnswer"] = a => a.WriteAnswer(Whole(a), Actor),
        ["GiveAnswer"] = a => a.GiveAnswer(new Contribution(), Actor),
    };

    [Fact]
    public void Drawing_HasEveryStepTheCodeTakes_AndNoOther()
    {
        var drawn = Arrow()
            .Matches(File.ReadAllText(Path.Combine(BrinkHost.RepositoryFolder, "docs/states/advice.md")))
            .Select(arrow => (arrow.Groups["from"].Value, arrow.Groups["verb"].Value, arrow.Groups["to"].Value))
            .Order();

        Assert.Equal(drawn, Taken().Order());
    }

    [Fact]
    public void Given_MakesAPromiseOfTheMunicipalityToTheAdviser_AndTheAnswerKeepsIt()
    {
        var promise = Assert.Single(In(AdviceState.Given).Subject.Promises);
        Assert.Equal((9, 7, Terms.AnswerBy), (promise.ByOrganisationId, promise.ToOrganisationId, promise.Due));
        Assert.Equal((PromiseKind.Answer, PromiseState.Open), (promise.Kind, promise.State));

        Assert.Equal(PromiseState.Kept, Assert.Single(In(AdviceState.Answered).Subject.Promises).State);
        Assert.Equal(PromiseState.Released, Assert.Single(In(AdviceState.TakenBack).Subject.Promises).State);
        Assert.Empty(In(AdviceState.Declined).Subject.Promises);
    }

    [Theory]
    [InlineData(AdviceState.Asked, Visibility.Restricted)]
    [InlineData(AdviceState.Proposed, Visibility.Restricted)]
    [InlineData(AdviceState.Writing, Visibility.Restricted)]
    [InlineData(AdviceState.Declined, Visibility.Public)]
    [InlineData(AdviceState.Withdrawn, Visibility.Withdrawn)]
    [InlineData(AdviceState.Given, Visibility.Public)]
    [InlineData(AdviceState.TakenBack, Visibility.Withdrawn)]
    [InlineData(AdviceState.Answered, Visibility.Public)]
    public void Outcome_IsForEveryone_AndWhatIsOpenForTheParties(AdviceState state, Visibility visibility) =>
        Assert.Equal(visibility, In(state).Subject.Visibility);

    [Fact]
    public void AnAnswer_WithOneOpenPoint_IsRefused_AndSaysWhich()
    {
        var advice = In(AdviceState.Given);
        var words = Whole(advice);
        var open = words with { Points = [words.Points[0], words.Points[1] with { Verdict = null, Because = " " }] };
        Assert.True(advice.WriteAnswer(open, Actor).Succeeded);

        var refused = advice.GiveAnswer(new Contribution(), Actor, (number, part) => number + part);

        Assert.Equal(["2Verdict", "2Because"], refused.Refusals.Select(r => r.Field));
        Assert.Equal(AdviceState.Given, advice.State);
        Assert.Null(advice.LastAnswer);
    }

    [Fact]
    public void ACorrection_SaysWhy_AndTheOldAnswerStays()
    {
        var advice = In(AdviceState.Answered);
        Assert.True(advice.WriteAnswer(Whole(advice), Actor).Succeeded);
        Assert.Equal("Reason", Assert.Single(advice.GiveAnswer(new Contribution(), Actor).Refusals).Field);

        Assert.True(advice.WriteAnswer(Whole(advice) with { Reason = "Er was een fout." }, Actor).Succeeded);
        Assert.True(advice.GiveAnswer(new Contribution(), Actor).Succeeded);

        Assert.Equal([1, 2], advice.Answers.Select(a => a.Number));
        Assert.All(advice.Answers, a => Assert.NotNull(a.PublishedAt));
        Assert.Equal(2, advice.LastAnswer!.Number);
    }

    [Fact]
    public void AnUnreadChange_IsNotGiven()
    {
        var advice = In(AdviceState.Writing);
        Assert.False(advice.Give(advice.Revision - 1, Terms, null, new Contribution(), Actor).Succeeded);
        Assert.True(advice.Write("", [" ", ""], Actor).Succeeded);
        Assert.False(advice.Give(advice.Revision, Terms, null, new Contribution(), Actor).Succeeded);
    }

    [Theory]
    [InlineData("- Houd de lijn open.\n- Praat met ons.", 2)]
    [InlineData("1. Houd de lijn open.\n2) Praat met ons.\n   over de haltes", 2)]
    [InlineData("Houd de lijn open.", 1)]
    [InlineData("", 0)]
    public void PointsOfAStandpoint_AreItsItems(string asks, int points) =>
        Assert.Equal(points, Brink.Features.Advice.Acts.NewModel.PointsOf(asks).Count);

    private static AnswerWords Whole(AdviceCase advice) =>
        new("", "", [.. advice.Points.Select(p => new PointAnswer(p.Id, PointVerdict.Partly, "omdat het half kan"))]);

    private static IEnumerable<(string, string, string)> Taken()
    {
        foreach (var from in Enum.GetValues<AdviceState>())
        {
            foreach (var (verb, act) in Verbs)
            {
                var advice = In(from);
                if (verb == "GiveAnswer")
                {
                    // Something must have been written; a correction says why.
                    advice.WriteAnswer(Whole(advice) with { Reason = "Er was een fout." }, Actor);
                }

                if (act(advice).Succeeded)
                {
                    yield return (from.ToString(), verb, advice.State.ToString());
                }
                else
                {
                    Assert.Equal(from, advice.State);
                }
            }
        }

        // An answer is written in the state in which it is given; the drawing shows where giving it leads.
    }

    private static AdviceCase In(AdviceState state)
    {
        var isAsked = state != AdviceState.Writing;
        var advice = isAsked
            ? AdviceCase.Ask(
                new AdviceAsking("De bus", "Wat vindt u?", "", new(2026, 11, 20)),
                7,
                [3],
                null,
                new Contribution(),
                Actor
            )
            : AdviceCase.Begin("De bus", 7, [3], null, null, [], Actor);
        string[] road = state switch
        {
            AdviceState.Asked => [],
            AdviceState.Writing => [],
            AdviceState.Proposed => ["ProposeDate"],
            AdviceState.Declined => ["Decline"],
            AdviceState.Withdrawn => ["Withdraw"],
            AdviceState.Given => ["Give"],
            AdviceState.TakenBack => ["Give", "TakeBack"],
            _ => ["Give", "WriteAnswer", "GiveAnswer"],
        };
        Assert.True(Verbs["Write"](advice).Succeeded);
        // As the database would number them.
        foreach (var point in advice.Points)
        {
            point.Id = point.Number;
        }

        Assert.All(road, verb => Assert.True(Verbs[verb](advice).Succeeded));
        return advice;
    }

    [GeneratedRegex(
        @"^\s+(?<from>\w+) --> (?<to>\w+) : (?<verb>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
