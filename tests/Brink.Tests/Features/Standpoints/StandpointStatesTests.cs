using System.Text.RegularExpressions;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Standpoints;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Standpoints;

/// <summary>The drawing of a standpoint and what the code does are the same.</summary>
public partial class StandpointStatesTests
{
    private static readonly Actor Actor = new(1, 1, null, Channel.Web, DateTimeOffset.UnixEpoch, new(2026, 11, 2));
    private static readonly Wording Words = new("Titel", "Tekst", "Vraag");
    private static int edits;

    private static readonly Dictionary<string, Func<Standpoint, Outcome>> Verbs = new(StringComparer.Ordinal)
    {
        ["Edit"] = s => s.Edit(Words with { Text = $"Tekst {edits++}" }, new Contribution(), Actor),
        ["OpenSigning"] = s =>
        {
            var outcome = s.OpenSigning([7], Actor.Today.AddDays(5), Actor);
            s.OpenRound?.Invited.ForEach(i => i.Association = new Organisation { Name = "Dorpsbelangen" });
            return outcome;
        },
        ["React"] = s =>
            s.React(0, 7, s.OpenRound?.LastNumber(7) ?? 0, Stance.Signed, "", Role.Chair, new Contribution(), Actor),
        ["Send"] = s =>
            s.Send(
                new ServiceTerms(1, null, Actor.Today, Actor.Today),
                [],
                Actor with
                {
                    Today = Actor.Today.AddDays(6),
                }
            ),
        ["Answer"] = s => s.Answer("Wij doen het.", new Contribution(), Actor),
        ["Withdraw"] = s => s.Withdraw(Actor),
    };

    [Fact]
    public void Drawing_HasEveryStepTheCodeTakes_AndNoOther()
    {
        var drawn = Arrow()
            .Matches(File.ReadAllText(Path.Combine(BrinkHost.RepositoryFolder, "docs/states/standpoint.md")))
            .Select(arrow => (arrow.Groups["from"].Value, arrow.Groups["verb"].Value, arrow.Groups["to"].Value))
            .Order();

        Assert.Equal(drawn, Taken().Order());
    }

    [Fact]
    public void Send_BeforeTheTermEnds_NeedsAnAnswerOfAll()
    {
        var standpoint = In(StandpointState.Signing);

        Assert.False(standpoint.CanSend(Actor.Today.AddDays(5)).Succeeded);
        Assert.True(standpoint.CanSend(Actor.Today.AddDays(6)).Succeeded);
        Assert.True(Verbs["React"](standpoint).Succeeded);
        Assert.True(standpoint.CanSend(Actor.Today).Succeeded);
    }

    [Fact]
    public void Edit_OfADraft_ChangesItInPlace_AndOfWhatWasSigned_MakesANewVersion()
    {
        var standpoint = In(StandpointState.Draft);
        Verbs["Edit"](standpoint);
        Assert.Equal(1, Assert.Single(standpoint.Versions).Number);

        Verbs["OpenSigning"](standpoint);
        Verbs["React"](standpoint);
        Verbs["Edit"](standpoint);
        Verbs["Edit"](standpoint);

        Assert.Equal([1, 2], standpoint.Versions.Select(v => v.Number));
        var round = Assert.Single(standpoint.Rounds);
        Assert.Equal(RoundEnding.Reopened, round.Ending);
        Assert.Equal(Stance.Signed, round.Current(7)!.Stance);
        Verbs["OpenSigning"](standpoint);
        Assert.Null(standpoint.OpenRound!.Current(7));
    }

    private static IEnumerable<(string, string, string)> Taken()
    {
        foreach (var from in Enum.GetValues<StandpointState>())
        {
            foreach (var (verb, act) in Verbs)
            {
                var standpoint = In(from);
                if (act(standpoint).Succeeded)
                {
                    yield return (from.ToString(), verb, standpoint.State.ToString());
                }
                else
                {
                    Assert.Equal(from, standpoint.State);
                }
            }
        }
    }

    /// <summary>A standpoint brought to a state along the shortest road.</summary>
    private static Standpoint In(StandpointState state)
    {
        var standpoint = Standpoint.Write(1, Words, new Contribution(), Actor);
        string[] road = state switch
        {
            StandpointState.Draft => [],
            StandpointState.Signing => ["OpenSigning"],
            StandpointState.Sent => ["OpenSigning", "Send"],
            StandpointState.Answered => ["OpenSigning", "Send", "Answer"],
            _ => ["Withdraw"],
        };
        Assert.All(road, verb => Assert.True(Verbs[verb](standpoint).Succeeded));
        return standpoint;
    }

    [GeneratedRegex(
        @"^\s+(?<from>\w+) --> (?<to>\w+) : (?<verb>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
