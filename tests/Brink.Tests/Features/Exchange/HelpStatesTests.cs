using System.Text.RegularExpressions;
using Brink.Features.Exchange;
using Brink.Features.Subjects;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Exchange;

/// <summary>The drawings of a need and of an answer to it, and what the code does, are the same.</summary>
public partial class HelpStatesTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private static readonly Actor Actor = new(1, null, null, Channel.Web, DateTimeOffset.UnixEpoch, new(2026, 11, 2));

    private static readonly Dictionary<string, Func<Help, bool>> Verbs = new(StringComparer.Ordinal)
    {
        ["Confirm"] = h => h.Confirm(Actor).Succeeded,
        ["Finish"] = h => h.Finish("", Actor).Succeeded,
        ["Forget"] = h => h.Forget(Actor).Succeeded,
        ["Withdraw"] = h => h.Withdraw(Actor).Succeeded,
    };

    [Fact]
    public void Drawing_HasEveryStepANeedTakes_AndNoOther()
    {
        var taken =
            from state in Enum.GetValues<HelpState>()
            from verb in Verbs
            let help = In(state)
            where verb.Value(help)
            select (state.ToString(), verb.Key, help.State.ToString());

        Assert.Equal(Drawn(0).Order(), taken.Order());
    }

    [Fact]
    public async Task Drawing_HasEveryStepAnAnswerTakes_AndNoOther()
    {
        var taken = new List<(string, string, string)>();
        foreach (var state in Enum.GetValues<ResponseState>())
        {
            foreach (var verb in new[] { "ConfirmResponse", "Accept", "Decline", "StepBack" })
            {
                var (help, answer) = await AnswerInAsync(state);
                if (await DoAsync(verb, help, answer))
                {
                    taken.Add((state.ToString(), verb, answer.State.ToString()));
                }
                else
                {
                    Assert.Equal(state, answer.State);
                }
            }
        }

        Assert.Equal(Drawn(1).Order(), taken.Order());
    }

    [Fact]
    public async Task StepBack_AfterAcceptance_FreesThePlace()
    {
        var (help, answer) = await AnswerInAsync(ResponseState.Accepted);
        Assert.Equal(1, help.Taken);

        help.StepBack(answer, Actor);

        Assert.Equal(0, help.Taken);
    }

    [Fact]
    public async Task Accept_WhenAllPlacesAreTaken_IsRefused()
    {
        var (help, _) = await AnswerInAsync(ResponseState.Accepted);
        var second = Answer(help);
        await ConfirmAsync(help, second);

        Assert.False(help.Accept(second, new Decision("", Road.Mail, ""), Actor).Succeeded);
        Assert.False(help.CanRespond(Actor.Today).Succeeded);
    }

    private static Help In(HelpState state)
    {
        var words = new HelpWords(
            HelpDirection.Need,
            HelpKind.Hands,
            "Een heg planten",
            "",
            1,
            null,
            null,
            Actor.Today,
            null
        );
        var help = Help.HandIn(words, [], new Contribution(), Actor);
        string[] road = state switch
        {
            HelpState.AwaitingConfirmation => [],
            HelpState.Open => ["Confirm"],
            HelpState.Done => ["Confirm", "Finish"],
            _ => ["Withdraw"],
        };
        Assert.All(road, verb => Assert.True(Verbs[verb](help)));
        return help;
    }

    private static HelpResponse Answer(Help help) =>
        HelpResponse.To(help, new ResponseWords("Truus", "Ik kom", Road.Mail, ""), 2, new Contribution(), Actor);

    private async Task<(Help, HelpResponse)> AnswerInAsync(ResponseState state)
    {
        var help = In(HelpState.Open);
        var answer = Answer(help);
        string[] road = state switch
        {
            ResponseState.Unconfirmed => [],
            ResponseState.Waiting => ["ConfirmResponse"],
            ResponseState.Accepted => ["ConfirmResponse", "Accept"],
            ResponseState.Declined => ["ConfirmResponse", "Decline"],
            _ => ["ConfirmResponse", "StepBack"],
        };
        foreach (var verb in road)
        {
            Assert.True(await DoAsync(verb, help, answer));
        }

        return (help, answer);
    }

    private async Task<bool> DoAsync(string verb, Help help, HelpResponse answer) =>
        verb switch
        {
            "ConfirmResponse" => await ConfirmAsync(help, answer),
            "Accept" => help.Accept(answer, new Decision("", Road.Mail, ""), Actor).Succeeded,
            "Decline" => help.Decline(answer, "", Actor).Succeeded,
            _ => help.StepBack(answer, Actor).Succeeded,
        };

    /// <summary>The journal line needs a number of the database; nothing is saved.</summary>
    private Task<bool> ConfirmAsync(Help help, HelpResponse answer) =>
        host.DbAsync(db => Task.FromResult(answer.Confirm(db, help.Subject, Actor).Succeeded));

    private static IEnumerable<(string, string, string)> Drawn(int drawing) =>
        Arrow()
            .Matches(
                File.ReadAllText(Path.Combine(BrinkHost.RepositoryFolder, "docs/states/help.md"))
                    .Split("```mermaid")[drawing + 1]
                    .Split("```")[0]
            )
            .Select(arrow => (arrow.Groups["from"].Value, arrow.Groups["verb"].Value, arrow.Groups["to"].Value));

    [GeneratedRegex(
        @"^\s+(?<from>\w+) --> (?<to>\w+) : (?<verb>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
