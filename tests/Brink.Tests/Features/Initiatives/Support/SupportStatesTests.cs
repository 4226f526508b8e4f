using System.Text.RegularExpressions;
using Brink.Features.Initiatives.Support;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Initiatives.Support;

/// <summary>The drawings of support and what the code does are the same.</summary>
public sealed partial class SupportStatesTests
{
    private static readonly Actor Actor = new(1, null, null, Channel.Web, DateTimeOffset.UnixEpoch, new(2026, 11, 2));

    [Fact]
    public void Concern_TakesTheStepsOfItsDrawing()
    {
        var verbs = new Dictionary<string, Func<Concern, Outcome>>(StringComparer.Ordinal)
        {
            ["Confirm"] = c => c.Confirm(true, Actor),
            ["Edit"] = c => c.Edit("Anders."),
            ["AnswerWith"] = c => c.AnswerWith("Nee.", Concern.VersionOf(c.Text), new Contribution(), Actor),
            ["Withdraw"] = c => c.Withdraw(),
        };
        var roads = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["AwaitingConfirmation"] = [],
            ["Open"] = ["Confirm"],
            ["Answered"] = ["Confirm", "AnswerWith"],
            ["Withdrawn"] = ["Withdraw"],
        };

        Assert.Equal(
            Drawn("Concern"),
            Taken(
                roads,
                verbs,
                () => Concern.Voice(1, 1, "Zorg", null, new Contribution(), Actor, isKnown: false),
                c => c.State.ToString()
            )
        );
        Assert.Equal(
            ConcernState.Open,
            Concern.Voice(1, 1, "Zorg", null, new Contribution(), Actor, isKnown: true).State
        );
    }

    [Fact]
    public void Endorsement_TakesTheStepsOfItsDrawing()
    {
        var verbs = new Dictionary<string, Func<Endorsement, Outcome>>(StringComparer.Ordinal)
        {
            ["Back"] = e => e.Back("Mooi plan.", Actor),
            ["Worry"] = e =>
                e.Worry(Concern.Voice(1, 0, "Geluid", null, new Contribution(), Actor, isKnown: true), Actor),
            ["TakeBack"] = e => e.TakeBack(Actor),
        };
        var roads = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Backs"] = ["Back"],
            ["HasConcern"] = ["Worry"],
            ["TakenBack"] = ["Back", "TakeBack"],
        };

        Assert.Equal(Drawn("Endorsement"), Taken(roads, verbs, () => Endorsement.Of(1, 1), e => e.State.ToString()));
    }

    [Fact]
    public void Endorsement_ThatSaysSomethingElse_TakesItsConcernBack()
    {
        var concern = Concern.Voice(1, 0, "Geluid", null, new Contribution(), Actor, isKnown: true);
        var endorsement = Endorsement.Of(1, 1);
        endorsement.Worry(concern, Actor);

        endorsement.Back("Opgelost.", Actor);

        Assert.Equal(ConcernState.Withdrawn, concern.State);
    }

    [Fact]
    public void PaperList_TakesTheStepsOfItsDrawing()
    {
        var verbs = new Dictionary<string, Func<PaperTally, Outcome>>(StringComparer.Ordinal)
        {
            ["CountTheSame"] = t => t.Count(new CountedSignatures(30, 5), Actor with { PersonId = 2 }),
            ["CountOtherwise"] = t => t.Count(new CountedSignatures(31, 5), Actor with { PersonId = 3 }),
            ["Withdraw"] = t => t.Withdraw(Actor),
        };
        var roads = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["CountedOnce"] = [],
            ["Counted"] = ["CountTheSame"],
            ["Differs"] = ["CountOtherwise"],
            ["Withdrawn"] = ["Withdraw"],
        };

        Assert.Equal(Drawn("Paper list"), Taken(roads, verbs, Tally, t => t.State.ToString()));
    }

    [Fact]
    public void PaperList_IsNotCountedTwiceByOnePerson()
    {
        var tally = Tally();

        Assert.False(tally.Count(new CountedSignatures(30, 5), Actor).Succeeded);
        Assert.Equal((TallyState.CountedOnce, 0), (tally.State, tally.FromVillage));
    }

    [Fact]
    public void PaperList_WhoCountsAgainHasOneCount_AndTheSameAsAnotherSettlesIt()
    {
        var tally = Tally();
        tally.Count(new CountedSignatures(31, 5), Actor with { PersonId = 2 });
        tally.Count(new CountedSignatures(32, 5), Actor with { PersonId = 2 });
        Assert.Equal((TallyState.Differs, 2, 0), (tally.State, tally.Counts.Count, tally.FromVillage));

        tally.Count(new CountedSignatures(32, 5), Actor);

        Assert.Equal((TallyState.Counted, 32, 5), (tally.State, tally.FromVillage, tally.FromElsewhere));
    }

    [Fact]
    public void AnswerToWordsThatChanged_IsRefused()
    {
        var concern = Concern.Voice(1, 1, "Zorg", null, new Contribution(), Actor, isKnown: true);
        var read = Concern.VersionOf(concern.Text);
        concern.Edit("Heel iets anders.");

        Assert.False(concern.AnswerWith("Komt goed.", read, new Contribution(), Actor).Succeeded);
    }

    private static PaperTally Tally() =>
        PaperTally.Enter(
            1,
            new PaperList(new(2026, 11, 1), "Dorpshuis", "hash", "application/pdf"),
            new CountedSignatures(30, 5),
            new Contribution(),
            Actor
        );

    private static IEnumerable<string> Taken<T>(
        Dictionary<string, string[]> roads,
        Dictionary<string, Func<T, Outcome>> verbs,
        Func<T> begin,
        Func<T, string> state
    )
    {
        var taken = new List<string>();
        foreach (var (from, road) in roads)
        {
            foreach (var (verb, act) in verbs)
            {
                var one = begin();
                Assert.All(road, step => Assert.True(verbs[step](one).Succeeded));
                Assert.Equal(from, state(one));
                if (act(one).Succeeded)
                {
                    taken.Add($"{from} --> {state(one)} : {verb}");
                }
                else
                {
                    Assert.Equal(from, state(one));
                }
            }
        }

        return taken.Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Drawn(string heading)
    {
        var text = File.ReadAllText(Path.Combine(BrinkHost.RepositoryFolder, "docs/states/support.md"));
        var part = text.Split("\n## ").Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal));
        return Arrow()
            .Matches(part)
            .Select(arrow =>
                $"{arrow.Groups["from"].Value} --> {arrow.Groups["to"].Value} : {arrow.Groups["verb"].Value}"
            )
            .Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(
        @"^\s+(?<from>\w+) --> (?<to>\w+) : (?<verb>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
