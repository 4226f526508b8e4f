using System.Text.RegularExpressions;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;

namespace Brink.Tests.Features.Promises;

/// <summary>The drawing of a promise's states and its code say the same.</summary>
public sealed partial class PromiseStatesTests
{
    private static readonly Actor Somebody = new(
        1,
        null,
        null,
        Channel.Web,
        DateTimeOffset.UnixEpoch,
        new DateOnly(2026, 11, 2)
    );

    private static readonly (string Name, Func<Promise, Outcome> Do)[] Verbs =
    [
        ("Accept", promise => promise.Accept(1, Somebody)),
        ("Decline", promise => promise.Decline(PromiseSide.By, Somebody)),
        ("Keep", promise => promise.Keep(Somebody)),
        ("Release", promise => promise.Release(Somebody, "Niet meer nodig.")),
    ];

    /// <summary>Proposed by the side that does it.</summary>
    private static readonly (string Name, Func<Promise, Outcome> Do)[] MoveVerbs =
    [
        ("AgreeToMove", promise => promise.AgreeToMove(PromiseSide.To, Somebody)),
        ("RefuseMove", promise => promise.RefuseMove(PromiseSide.To, Somebody)),
        ("TakeMoveBack", promise => promise.TakeMoveBack(PromiseSide.By, Somebody)),
        ("Keep", promise => promise.Keep(Somebody)),
        ("Release", promise => promise.Release(Somebody, "Niet meer nodig.")),
    ];

    [Fact]
    public void TheDrawing_HasTheTransitionsOfTheCode()
    {
        var possible = Reachable()
            .SelectMany(start => Verbs.Select(verb => (Start: start, Verb: verb)))
            .Select(x =>
            {
                var promise = x.Start();
                var from = promise.State;
                return x.Verb.Do(promise).Succeeded
                    ? (from.ToString(), promise.State.ToString(), x.Verb.Name)
                    : default;
            })
            .Where(transition => transition != default)
            .ToHashSet();

        Assert.NotEmpty(possible);
        Assert.Equal(
            possible.Order(),
            Drawn().Where(d => !d.Item1.StartsWith("Move", StringComparison.Ordinal)).Order()
        );
    }

    [Fact]
    public void TheDrawingOfAnotherDay_HasTheTransitionsOfTheCode()
    {
        var possible = MoveVerbs
            .Select(verb =>
            {
                var promise = WithMove();
                var move = promise.OpenMove!;
                return verb.Do(promise).Succeeded ? ("MoveOpen", "Move" + move.State, verb.Name) : default;
            })
            .Where(transition => transition != default)
            .ToHashSet();

        Assert.Equal(MoveVerbs.Length, possible.Count);
        Assert.Equal(
            possible.Order(),
            Drawn().Where(d => d.Item1.StartsWith("Move", StringComparison.Ordinal)).Order()
        );
        foreach (var decided in MoveVerbs)
        {
            var promise = WithMove();
            decided.Do(promise);
            Assert.All(MoveVerbs.Take(3), again => Assert.False(again.Do(promise).Succeeded));
        }
    }

    [Fact]
    public void AnotherDay_IsNotForTheSideThatProposedIt()
    {
        var promise = WithMove();

        Assert.False(promise.AgreeToMove(PromiseSide.By, Somebody).Succeeded);
        Assert.False(promise.RefuseMove(PromiseSide.By, Somebody).Succeeded);
        Assert.False(promise.TakeMoveBack(PromiseSide.To, Somebody).Succeeded);
        Assert.False(promise.ProposeMove(PromiseSide.To, new DateOnly(2026, 11, 20), "Ook.", Somebody).Succeeded);
        Assert.Equal(new DateOnly(2026, 11, 9), promise.Due);
        Assert.True(promise.AgreeToMove(PromiseSide.To, Somebody).Succeeded);
        Assert.Equal(new DateOnly(2026, 11, 16), promise.Due);
    }

    [Fact]
    public void Late_IsAboutTheDayThatIsAgreedNow_AndNeverAboutAQuestion()
    {
        var (promise, asked) = (WithMove(), Asked());
        var tenth = new DateOnly(2026, 11, 10);

        Assert.True(promise.IsOverdue(tenth));
        Assert.False(asked.IsOverdue(tenth));
        promise.AgreeToMove(PromiseSide.To, Somebody);
        Assert.False(promise.IsOverdue(tenth));
    }

    [Fact]
    public void ATermOfTheMunicipality_HasNoOtherDay()
    {
        var term = Promise.Make(
            Subject.Create(SubjectKind.Initiative, "Een bankje", Visibility.Public, DateTimeOffset.UnixEpoch),
            PromiseKind.Answer,
            new(1, 1),
            new(null, 2),
            new DateOnly(2026, 11, 9),
            Somebody
        );

        Assert.False(term.ProposeMove(PromiseSide.By, new DateOnly(2026, 11, 16), "Druk.", Somebody).Succeeded);
    }

    private static HashSet<(string, string, string)> Drawn() =>
        Transition()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/states/promise.md")))
            .Select(m => (m.Groups["from"].Value, m.Groups["to"].Value, m.Groups["verb"].Value))
            .ToHashSet();

    private static IEnumerable<Func<Promise>> Reachable() =>
        [
            New,
            Asked,
            .. from start in new[] { New, Asked }
            from verb in Verbs
            where verb.Do(start()).Succeeded
            select (Func<Promise>)(
                () =>
                {
                    var promise = start();
                    verb.Do(promise);
                    return promise;
                }
            ),
        ];

    private static Promise New() =>
        Promise.Make(
            Subject.Create(SubjectKind.Initiative, "Een bankje", Visibility.Public, DateTimeOffset.UnixEpoch),
            PromiseKind.Agreed,
            new(1, 1),
            new(null, 2),
            new DateOnly(2026, 11, 9),
            Somebody
        );

    private static Promise Asked() =>
        Promise.Ask(
            Subject.Create(SubjectKind.Initiative, "Een bankje", Visibility.Public, DateTimeOffset.UnixEpoch),
            new(1, null),
            new(2, 2),
            new DateOnly(2026, 11, 9),
            Somebody,
            "Een hek"
        );

    private static Promise WithMove()
    {
        var promise = New();
        Assert.True(
            promise.ProposeMove(PromiseSide.By, new DateOnly(2026, 11, 16), "De aannemer is ziek.", Somebody).Succeeded
        );
        return promise;
    }

    [GeneratedRegex(
        @"^\s*(?<from>\w+) --> (?<to>\w+) : (?<verb>\w+)\s*$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Transition();
}
