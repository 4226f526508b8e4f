using System.Text.RegularExpressions;
using Brink.Features.Promises;
using Brink.Features.Requests;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Requests;

/// <summary>The drawing of a request and what the code does are the same.</summary>
public partial class RequestStatesTests
{
    private static readonly Actor Actor = new(1, 1, null, Channel.Web, DateTimeOffset.UnixEpoch, new(2026, 11, 2));

    private static readonly Dictionary<string, Func<VillageRequest, Outcome>> Verbs = new(StringComparer.Ordinal)
    {
        ["Accept"] = r => r.Accept("", new Contribution(), Actor),
        ["Decline"] = r => r.Decline("", new Contribution(), Actor),
        ["Propose"] = r => r.Propose("Liever in mei.", Actor.Today.AddDays(90), new Contribution(), Actor),
        ["AcceptProposal"] = r => r.AcceptProposal(Actor),
        ["Withdraw"] = r => r.Withdraw(Actor),
    };

    [Fact]
    public void Drawing_HasEveryStepTheCodeTakes_AndNoOther()
    {
        var drawn = Arrow()
            .Matches(File.ReadAllText(Path.Combine(BrinkHost.RepositoryFolder, "docs/states/village-request.md")))
            .Select(arrow => (arrow.Groups["from"].Value, arrow.Groups["verb"].Value, arrow.Groups["to"].Value))
            .Order();

        Assert.Equal(drawn, Taken().Order());
    }

    [Fact]
    public void Yes_IsAPromiseOfTheAssociation_AndNoIsNone()
    {
        var yes = In(RequestState.Accepted);
        var promise = Assert.Single(yes.Subject.Promises);
        Assert.Equal((7, 9, yes.Happens), (promise.ByOrganisationId, promise.ToOrganisationId, promise.Due));
        Assert.Equal(PromiseKind.Agreed, promise.Kind);

        Assert.Empty(In(RequestState.Declined).Subject.Promises);
    }

    [Fact]
    public void AnAcceptedProposal_PromisesWhatWasProposed()
    {
        var request = In(RequestState.Proposed);
        Assert.True(request.AcceptProposal(Actor).Succeeded);

        Assert.Equal(Actor.Today.AddDays(90), Assert.Single(request.Subject.Promises).Due);
    }

    [Theory]
    [InlineData(RequestState.Asked, Visibility.Restricted)]
    [InlineData(RequestState.Proposed, Visibility.Restricted)]
    [InlineData(RequestState.Accepted, Visibility.Public)]
    [InlineData(RequestState.Declined, Visibility.Public)]
    [InlineData(RequestState.Withdrawn, Visibility.Withdrawn)]
    public void Outcome_IsForEveryone_AndWhatIsOpenForTheParties(RequestState state, Visibility visibility) =>
        Assert.Equal(visibility, In(state).Subject.Visibility);

    private static IEnumerable<(string, string, string)> Taken()
    {
        foreach (var from in Enum.GetValues<RequestState>())
        {
            foreach (var (verb, act) in Verbs)
            {
                var request = In(from);
                if (act(request).Succeeded)
                {
                    yield return (from.ToString(), verb, request.State.ToString());
                }
                else
                {
                    Assert.Equal(from, request.State);
                }
            }
        }
    }

    private static VillageRequest In(RequestState state)
    {
        var asking = new Asking("Meelezen", "Daarom", "Verkeer", new(2026, 11, 20), new(2026, 12, 1), 4, 1);
        var request = VillageRequest.Ask(asking, 7, [3], 9, new Contribution(), Actor);
        string[] road = state switch
        {
            RequestState.Asked => [],
            RequestState.Proposed => ["Propose"],
            RequestState.Accepted => ["Accept"],
            RequestState.Declined => ["Decline"],
            _ => ["Withdraw"],
        };
        Assert.All(road, verb => Assert.True(Verbs[verb](request).Succeeded));
        return request;
    }

    [GeneratedRegex(
        @"^\s+(?<from>\w+) --> (?<to>\w+) : (?<verb>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
