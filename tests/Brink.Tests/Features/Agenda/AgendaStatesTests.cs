using System.Text.RegularExpressions;
using Brink.Features.Agenda;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Agenda;

/// <summary>The drawing of a point on an agenda and what the code does are the same.</summary>
public partial class AgendaStatesTests
{
    private static readonly Actor Actor = new(1, 1, null, Channel.Web, DateTimeOffset.UnixEpoch, new(2026, 11, 2));

    private static readonly Dictionary<string, Func<AgendaPoint, Outcome>> Verbs = new(StringComparer.Ordinal)
    {
        ["DealWith"] = p => p.DealWith(Actor.Today, Actor),
        ["TakeOff"] = p => p.TakeOff(Actor),
    };

    [Fact]
    public void Drawing_HasEveryStepTheCodeTakes_AndNoOther()
    {
        var drawn = Arrow()
            .Matches(File.ReadAllText(Path.Combine(BrinkHost.RepositoryFolder, "docs/states/agenda.md")))
            .Select(arrow => (arrow.Groups["from"].Value, arrow.Groups["verb"].Value, arrow.Groups["to"].Value))
            .Order();

        Assert.Equal(drawn, Taken().Order());
    }

    [Fact]
    public void DealWith_ADayToCome_IsRefusedAtTheDay()
    {
        var point = In(AgendaState.Open);

        Assert.Equal("Day", Assert.Single(point.DealWith(Actor.Today.AddDays(1), Actor).Refusals).Field);
        Assert.Equal((AgendaState.Open, null), (point.State, point.EndedOn));
    }

    private static IEnumerable<(string, string, string)> Taken()
    {
        foreach (var from in Enum.GetValues<AgendaState>())
        {
            foreach (var (verb, act) in Verbs)
            {
                var point = In(from);
                if (act(point).Succeeded)
                {
                    yield return (from.ToString(), verb, point.State.ToString());
                }
                else
                {
                    Assert.Equal(from, point.State);
                }
            }
        }
    }

    private static AgendaPoint In(AgendaState state)
    {
        var point = AgendaPoint.Put(7, null, "Sleutels van de ijsbaan", "", Actor);
        if (state != AgendaState.Open)
        {
            Assert.True(Verbs[state == AgendaState.DealtWith ? "DealWith" : "TakeOff"](point).Succeeded);
        }

        return point;
    }

    [GeneratedRegex(
        @"^\s+(?<from>\w+) --> (?<to>\w+) : (?<verb>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
