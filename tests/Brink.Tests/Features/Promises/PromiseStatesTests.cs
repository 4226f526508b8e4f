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
        ("Keep", promise => promise.Keep(Somebody)),
        ("Release", promise => promise.Release(Somebody, "Niet meer nodig.")),
    ];

    [Fact]
    public void TheDrawing_HasTheTransitionsOfTheCode()
    {
        var drawn = Transition()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/states/promise.md")))
            .Select(m => (m.Groups["from"].Value, m.Groups["to"].Value, m.Groups["verb"].Value))
            .ToHashSet();

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
        Assert.Equal(possible.Order(), drawn.Order());
    }

    private static Func<Promise>[] Reachable() =>
        [
            New,
            .. Verbs.Select<(string Name, Func<Promise, Outcome> Do), Func<Promise>>(verb =>
                () =>
                {
                    var promise = New();
                    Assert.True(verb.Do(promise).Succeeded);
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

    [GeneratedRegex(
        @"^\s*(?<from>\w+) --> (?<to>\w+) : (?<verb>\w+)\s*$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Transition();
}
