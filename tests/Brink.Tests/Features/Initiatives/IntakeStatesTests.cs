using System.Text.RegularExpressions;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Initiatives;

/// <summary>The drawing of the intake and what the code does are the same.</summary>
public partial class IntakeStatesTests
{
    private static readonly Actor Actor = new(1, null, null, Channel.Web, DateTimeOffset.UnixEpoch, new(2026, 11, 2));

    private static readonly Dictionary<string, Func<Initiative, bool>> Verbs = new(StringComparer.Ordinal)
    {
        ["Confirm"] = i => i.Confirm(Actor, new ServiceTerms(1, null, new(2026, 11, 9), new(2026, 12, 14))).Succeeded,
        ["TakeIn"] = i => i.TakeIn(Actor).Succeeded,
        ["AnswerWith"] = i => i.AnswerWith(AnswerKind.Yes, "Doen.", Actor).Succeeded,
        ["Forget"] = i => i.Forget(Actor).Succeeded,
        ["Withdraw"] = i => i.Withdraw(Actor).Succeeded,
    };

    [Fact]
    public void Drawing_HasEveryStepTheCodeTakes_AndNoOther()
    {
        var drawn = Arrow()
            .Matches(File.ReadAllText(Path.Combine(BrinkHost.RepositoryFolder, "docs/states/initiative-intake.md")))
            .Select(arrow => (arrow.Groups["from"].Value, arrow.Groups["verb"].Value, arrow.Groups["to"].Value))
            .Order();

        Assert.Equal(drawn, Taken().Order());
    }

    [Fact]
    public void HandIn_BeginsWithConfirmation() =>
        Assert.Equal(IntakeState.AwaitingConfirmation, In(IntakeState.AwaitingConfirmation).Intake);

    private static IEnumerable<(string, string, string)> Taken()
    {
        foreach (var from in Enum.GetValues<IntakeState>())
        {
            foreach (var (verb, act) in Verbs)
            {
                var initiative = In(from);
                if (act(initiative))
                {
                    yield return (from.ToString(), verb, initiative.Intake.ToString());
                }
                else
                {
                    Assert.Equal(from, initiative.Intake);
                }
            }
        }
    }

    /// <summary>An initiative brought to a state along the shortest road.</summary>
    private static Initiative In(IntakeState state)
    {
        var village = Village.Create("Hijken", VillageKind.Village, Actor.At);
        var provenance = new Contribution { ByPersonId = 1 };
        var initiative = Initiative.HandIn(TestData.Idea(), village, provenance, Actor);
        string[] road = state switch
        {
            IntakeState.AwaitingConfirmation => [],
            IntakeState.HandedIn => ["Confirm"],
            IntakeState.TakenIn => ["Confirm", "TakeIn"],
            IntakeState.Answered => ["Confirm", "AnswerWith"],
            _ => ["Withdraw"],
        };
        Assert.All(road, verb => Assert.True(Verbs[verb](initiative)));
        return initiative;
    }

    [GeneratedRegex(
        @"^\s+(?<from>\w+) --> (?<to>\w+) : (?<verb>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
