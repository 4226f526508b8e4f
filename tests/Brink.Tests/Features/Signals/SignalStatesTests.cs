using System.Text.RegularExpressions;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Signals;
using Brink.Features.Subjects;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Signals;

/// <summary>The drawing of a signal's states and what the code does are the same.</summary>
public partial class SignalStatesTests
{
    private static readonly Actor Actor = new(1, 1, null, Channel.Web, DateTimeOffset.UnixEpoch, new(2026, 11, 2));
    private static readonly ServiceTerms Terms = new(1, null, new(2026, 11, 9), new(2026, 12, 14));

    private static readonly Dictionary<string, Func<Signal, bool>> Verbs = new(StringComparer.Ordinal)
    {
        ["Confirm"] = s => s.Confirm(Actor, Terms).Succeeded,
        ["Triage"] = s => s.Triage(new(2026, 12, 1), Actor).Succeeded,
        ["Forward"] = s => s.Forward(new SignalForward { Name = "Het waterschap" }, Actor).Succeeded,
        ["MoveAnswer"] = s => s.MoveAnswer(new(2026, 12, 20), "Drukte.", Actor).Succeeded,
        ["AnswerWith"] = s => s.AnswerWith(SignalAnswer.TakenUp, "Doen.", Actor).Succeeded,
        ["MergeInto"] = s => s.MergeInto(Other(), Actor).Succeeded,
        ["Split"] = s => s.Split("Deel", "Tweede.", SignalKind.Chance, AVillage(), Terms, Actor).Outcome.Succeeded,
        ["Forget"] = s => s.Forget(Actor).Succeeded,
        ["Withdraw"] = s => s.Withdraw(Actor).Succeeded,
    };

    [Fact]
    public void Drawing_HasEveryStepTheCodeTakes_AndNoOther()
    {
        var drawn = Arrow()
            .Matches(File.ReadAllText(Path.Combine(BrinkHost.RepositoryFolder, "docs/states/signal.md")))
            .Select(arrow => (arrow.Groups["from"].Value, arrow.Groups["verb"].Value, arrow.Groups["to"].Value))
            .Order();

        Assert.Equal(drawn, Taken().Order());
    }

    [Fact]
    public void MergeInto_MovesTheDateThatWasGiven_AndTheVillage()
    {
        var (signal, other) = (In(SignalState.Triaged), Other());

        Assert.True(signal.MergeInto(other, Actor).Succeeded);

        Assert.Contains(other.Subject.Promises, p => p.Due == new DateOnly(2026, 12, 1));
        Assert.DoesNotContain(signal.Subject.Promises, p => p.State == Brink.Features.Promises.PromiseState.Open);
        Assert.Equal(2, other.Subject.Villages.Select(v => v.VillageId).Distinct().Count());
    }

    [Fact]
    public void MergeInto_WhatIsAnswered_IsRefusedInWords()
    {
        var answered = In(SignalState.Answered);
        answered.Id = 3;

        var outcome = In(SignalState.Open).MergeInto(answered, Actor);

        Assert.Contains("intussen een antwoord", outcome.Refusals[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Withdraw_WhenOthersWentUpInIt_IsRefused()
    {
        var other = Other();
        Assert.True(In(SignalState.Open).MergeInto(other, Actor).Succeeded);

        Assert.False(other.Withdraw(Actor).Succeeded);
    }

    [Fact]
    public void HidePassage_LeavesTheWordsNowhere()
    {
        var signal = In(SignalState.Open);

        Assert.True(signal.HidePassage("eerste", HideReason.Name, Actor).Succeeded);

        Assert.DoesNotContain("Eerste", signal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Eerste", signal.Subject.SearchText, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Signal.HiddenMark, signal.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string, string)> Taken()
    {
        foreach (var from in Enum.GetValues<SignalState>())
        {
            foreach (var (verb, act) in Verbs)
            {
                var signal = In(from);
                if (act(signal))
                {
                    yield return (from.ToString(), verb, signal.State.ToString());
                }
                else
                {
                    Assert.Equal(from, signal.State);
                }
            }
        }
    }

    /// <summary>A signal brought to a state along the shortest road.</summary>
    private static Signal In(SignalState state)
    {
        var signal = Signal.Raise(
            new(SignalKind.Bottleneck, "Titel", "Eerste.\n\nTweede."),
            AVillage(),
            new Contribution { ByPersonId = 1 },
            Actor
        );
        signal.Id = 1;
        string[] road = state switch
        {
            SignalState.AwaitingConfirmation => [],
            SignalState.Open => ["Confirm"],
            SignalState.Triaged => ["Confirm", "Triage"],
            SignalState.Answered => ["Confirm", "AnswerWith"],
            SignalState.Merged => ["Confirm", "MergeInto"],
            _ => ["Withdraw"],
        };
        Assert.All(road, verb => Assert.True(Verbs[verb](signal)));
        return signal;
    }

    private static Signal Other()
    {
        var village = AVillage();
        village.Id = 8;
        var other = Signal.Raise(new(SignalKind.Bottleneck, "Ander", "Ook."), village, new Contribution(), Actor);
        other.Id = 2;
        other.Confirm(Actor, Terms);
        return other;
    }

    private static Village AVillage() => Village.Create("Hijken", VillageKind.Village, Actor.At);

    [GeneratedRegex(
        @"^\s+(?<from>\w+) --> (?<to>\w+) : (?<verb>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
