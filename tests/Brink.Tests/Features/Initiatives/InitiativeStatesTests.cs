using System.Text.RegularExpressions;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;

namespace Brink.Tests.Features.Initiatives;

/// <summary>The drawing in docs/states/initiative-phase.md and the program say the same.</summary>
public sealed partial class InitiativeStatesTests
{
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly Actor Someone = new(1, null, null, Channel.Web, new(2026, 11, 2, 9, 0, 0, default), Day);
    private static readonly string[] Drawings = File.ReadAllText(
            Path.Combine(Repository.Root, "docs", "states", "initiative-phase.md")
        )
        .Split("```mermaid")[1..];

    [Fact]
    public void Phases_AreDrawnEachAndNoOther() =>
        Assert.Equal(
            Enum.GetNames<Phase>().Order(StringComparer.Ordinal),
            Names(Drawings[0]).Where(n => n != "OnTheRoad").Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Phases_LeadToEachOtherAsDrawn()
    {
        foreach (var from in Enum.GetValues<Phase>())
        foreach (var to in Enum.GetValues<Phase>().Where(to => to != from))
        {
            var initiative = Confirmed();
            if (from != Phase.Idea)
            {
                Assert.True(Move(initiative, from).Succeeded);
            }

            Assert.True(Move(initiative, to).Succeeded, $"{from} to {to}");
            Assert.Contains(Drawn(from, to), Arrows(Drawings[0]));
        }
    }

    [Fact]
    public void Intake_GoesAsDrawn()
    {
        var drawn = Arrows(Drawings[1]).ToHashSet();
        foreach (var from in Enum.GetValues<IntakeState>())
        foreach (var verb in Verbs)
        {
            var initiative = In(from);
            var done = verb(initiative).Succeeded;

            Assert.True(
                done == drawn.Contains((from.ToString(), initiative.Intake.ToString()))
                    || (!done && initiative.Intake == from),
                $"{from} to {initiative.Intake}"
            );
            if (!done)
            {
                Assert.Equal(from, initiative.Intake);
            }
        }

        Assert.Equal(
            drawn.Where(a => a.From != "[*]").Order().ToArray(),
            (
                from state in Enum.GetValues<IntakeState>()
                from verb in Verbs
                let initiative = In(state)
                where verb(initiative).Succeeded
                select (state.ToString(), initiative.Intake.ToString())
            )
                .Order()
                .ToArray()
        );
    }

    private static readonly Func<Initiative, Outcome>[] Verbs =
    [
        i => i.Confirm(Someone, new ServiceTerms(1, null, Day, Day)),
        i => i.TakeIn(Someone),
        i => i.AnswerWith(AnswerKind.Yes, "Ja", Someone),
        i => i.Withdraw(Someone),
    ];

    private static Outcome Move(Initiative initiative, Phase to) =>
        initiative.MoveTo(to, Day, "", null, "", "", Someone);

    private static Initiative In(IntakeState state)
    {
        var initiative = HandedIn();
        foreach (
            var verb in state switch
            {
                IntakeState.AwaitingConfirmation => [],
                IntakeState.HandedIn => [Verbs[0]],
                IntakeState.TakenIn => [Verbs[0], Verbs[1]],
                IntakeState.Answered => [Verbs[0], Verbs[2]],
                _ => new[] { Verbs[0], Verbs[3] },
            }
        )
        {
            Assert.True(verb(initiative).Succeeded);
        }

        Assert.Equal(state, initiative.Intake);
        return initiative;
    }

    private static Initiative Confirmed() => In(IntakeState.HandedIn);

    private static Initiative HandedIn() =>
        Initiative.HandIn(
            new Idea("Een bankje", "Zitten", "Moe", null, InitiatorKind.Alone, "", "", null, null, ""),
            Village.Create("Hijken", VillageKind.Village, Someone.At),
            new Contribution(),
            Someone
        );

    /// <summary>A move between two phases as the drawing has it: inside the road, or between the road and beside it.</summary>
    private static (string From, string To) Drawn(Phase from, Phase to) => (Group(from), Group(to));

    private static string Group(Phase phase) => phase is Phase.Paused or Phase.Stopped ? phase.ToString() : "OnTheRoad";

    private static IEnumerable<(string From, string To)> Arrows(string drawing) =>
        Arrow().Matches(drawing).Select(m => (m.Groups["from"].Value, m.Groups["to"].Value));

    private static IEnumerable<string> Names(string drawing) =>
        Arrows(drawing).SelectMany(a => new[] { a.From, a.To }).Where(n => n != "[*]").Distinct(StringComparer.Ordinal);

    [GeneratedRegex(
        @"^\s*(?<from>\[\*\]|\w+) --> (?<to>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
