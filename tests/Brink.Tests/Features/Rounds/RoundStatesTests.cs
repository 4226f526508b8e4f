using System.Text.RegularExpressions;
using Brink.Features.Dossiers;
using Brink.Features.Places.TailorMade;
using Brink.Features.Rounds;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Rounds;

/// <summary>The drawings of rounds, reactions and answers, and what the code does, are the same.</summary>
public sealed partial class RoundStatesTests
{
    private static readonly Actor Now = new(
        1,
        null,
        null,
        Channel.Web,
        new(2026, 11, 2, 9, 0, 0, default),
        new(2026, 11, 2)
    );
    private static readonly Actor Later = Now with { At = Now.At.AddDays(11), Today = Now.Today.AddDays(11) };
    private static readonly Actor Colleague = Later with { PersonId = 2 };

    [Fact]
    public void Round_TakesTheStepsOfItsDrawing()
    {
        var taken = new List<string>();
        foreach (var phase in Enum.GetValues<RoundPhase>())
        {
            foreach (var verb in new[] { "Extend", "Finish" })
            {
                var (round, actor) = In(phase);
                Assert.Equal(phase, round.PhaseAt(actor.At));
                var outcome =
                    verb == "Extend"
                        ? round.Extend(Now.At.AddDays(20), "Het was vakantie.", actor)
                        : round.Finish(0, actor);
                if (outcome.Succeeded)
                {
                    taken.Add($"{phase} --> {round.PhaseAt(actor.At)} : {verb}");
                }
                else
                {
                    Assert.Equal(phase, round.PhaseAt(actor.At));
                }
            }
        }

        Assert.Equal(
            Drawn("comment-round.md").Where(arrow => !arrow.EndsWith("clock", StringComparison.Ordinal)),
            taken.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Finish_WithSomebodyWaiting_IsRefused_AndKeepsNoPromise()
    {
        var (round, actor) = In(RoundPhase.Processing);

        Assert.False(round.Finish(1, actor).Succeeded);
        Assert.Equal(Brink.Features.Promises.PromiseState.Open, round.Promise!.State);
        Assert.True(round.Finish(0, actor).Succeeded);
        Assert.Equal(Brink.Features.Promises.PromiseState.Kept, round.Promise.State);
    }

    [Fact]
    public void Reaction_TakesTheStepsOfItsDrawing()
    {
        var verbs = new Dictionary<string, Func<Reaction, Outcome>>(StringComparer.Ordinal)
        {
            ["Confirm"] = r => r.Confirm(false, Now),
            ["Edit"] = r => r.Edit(new(ReactionKind.Question, "Anders?", ""), Now),
            ["Withdraw"] = r => r.Withdraw(Now),
            ["Publish"] = Publish,
        };
        var roads = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["AwaitingConfirmation"] = [],
            ["Standing"] = ["Confirm"],
            ["Answered"] = ["Confirm", "Publish"],
            ["Withdrawn"] = ["Withdraw"],
        };

        Assert.Equal(
            Drawn("reaction.md", "Reaction"),
            Taken(roads, verbs, () => Said(In(RoundPhase.Open).Round, isKnown: false), r => r.State.ToString())
        );
    }

    [Fact]
    public void Answer_TakesTheStepsOfItsDrawing()
    {
        var verbs = new Dictionary<string, Func<RoundAnswer, Outcome>>(StringComparer.Ordinal)
        {
            ["Write"] = a => a.Write(AnswerOutcome.Partly, "zo is het.", RoundAnswer.VersionOf(a), Now),
            ["Add"] = a => a.Add([Said(a.Round!)]),
            ["HandOver"] = a => a.HandOver(5),
            ["Split"] = a => a.Split(a.Reactions[^1]),
            ["Offer"] = a => a.Offer(),
            ["SendBack"] = a => a.SendBack("Korter graag."),
            ["Publish"] = a => a.Publish(RoundAnswer.VersionOf(a), Colleague),
            ["Correct"] = a => a.Correct(AnswerOutcome.NotTaken, "toch niet.", "Er stond een fout.", Now),
            ["GiveCorrection"] = a =>
                a.Correct(AnswerOutcome.NotTaken, "toch niet.", "Er stond een fout.", Now) is { Succeeded: false } no
                    ? no
                    : a.GiveCorrection(a.Waiting?.Id ?? 0, Colleague),
            ["DropCorrection"] = a =>
                a.Correct(AnswerOutcome.NotTaken, "toch niet.", "Er stond een fout.", Now) is { Succeeded: false } no
                    ? no
                    : a.DropCorrection(a.Waiting?.Id ?? 0),
        };
        var roads = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Draft"] = ["Write"],
            ["WithReader"] = ["Write", "Offer"],
            ["Published"] = ["Write", "Offer", "Publish"],
        };

        Assert.Equal(
            Drawn("reaction.md", "Answer"),
            Taken(roads, verbs, () => Taken(In(RoundPhase.Open).Round), a => a.State.ToString())
        );
    }

    [Fact]
    public void Answer_WithoutWhatOrWhy_GoesToNoReader()
    {
        var answer = Taken(In(RoundPhase.Open).Round);

        Assert.False(answer.Offer().Succeeded);
        RoundsMade.Must(answer.Write(AnswerOutcome.NotTaken, "", RoundAnswer.VersionOf(answer), Now));
        Assert.False(answer.Offer().Succeeded);
        RoundsMade.Must(answer.Write(null, "daarom", RoundAnswer.VersionOf(answer), Now));
        Assert.False(answer.Offer().Succeeded);
    }

    [Fact]
    public void Answer_IsNotGivenByWhoWroteIt_NorWhileTheRoundIsOpen()
    {
        var answer = Taken(In(RoundPhase.Open).Round);
        RoundsMade.Must(answer.Write(AnswerOutcome.NotTaken, "daarom", RoundAnswer.VersionOf(answer), Now));
        RoundsMade.Must(answer.Offer());

        Assert.False(answer.Publish(RoundAnswer.VersionOf(answer), Later).Succeeded);
        Assert.False(answer.Publish(RoundAnswer.VersionOf(answer), Colleague with { At = Now.At }).Succeeded);
        Assert.False(answer.Publish("iets anders gelezen", Colleague).Succeeded);
        Assert.True(answer.Publish(RoundAnswer.VersionOf(answer), Colleague).Succeeded);
    }

    [Fact]
    public void Reaction_AfterTheClosing_IsLate_AndCannotBeChanged()
    {
        var round = In(RoundPhase.Open).Round;
        var inTime = Said(round);
        var (_, late) = Reaction.Give(round, ReactionPlace.Whole, Words, new Contribution(), Later, isKnown: true);

        Assert.False(inTime.IsLate);
        Assert.True(late!.IsLate);
        Assert.False(inTime.Edit(Words, Later).Succeeded);
        Assert.False(inTime.Withdraw(Later).Succeeded);
    }

    [Fact]
    public void Reaction_AtTheVeryMomentOfClosing_IsLate_AndOneTickBefore_IsNot()
    {
        var round = In(RoundPhase.Open).Round;

        Assert.True(At(round.ClosesAt).IsLate);
        Assert.False(At(round.ClosesAt.AddTicks(-1)).IsLate);

        Reaction At(DateTimeOffset moment) =>
            Reaction
                .Give(round, ReactionPlace.Whole, Words, new Contribution(), Now with { At = moment }, isKnown: true)
                .Reaction!;
    }

    private static readonly ReactionWords Words = new(ReactionKind.Reaction, "Zeker.", "");

    private static (Round Round, Actor Actor) In(RoundPhase phase)
    {
        var dossier = Dossier.Begin(new DossierWords("Plan", "", "", "", "", "", InvolvementLevel.Consult), 1, [], Now);
        var plan = RoundsMade.Plan(Now);
        var round = Round.Set(
            dossier,
            null,
            phase == RoundPhase.Planned ? plan with { OpensAt = Now.At.AddDays(1) } : plan,
            Now
        );
        if (phase == RoundPhase.Finished)
        {
            RoundsMade.Must(round.Finish(0, Later));
        }

        return (round, phase is RoundPhase.Planned or RoundPhase.Open ? Now : Later);
    }

    private static Reaction Said(Round round, bool isKnown = true) =>
        Reaction.Give(round, ReactionPlace.Whole, Words, new Contribution(), Now, isKnown).Reaction!;

    private static RoundAnswer Taken(Round round) => RoundAnswer.TakeUp(round, "", [Said(round), Said(round)], Now)!;

    private static Outcome Publish(Reaction reaction)
    {
        if (RoundAnswer.TakeUp(reaction.Round!, "", [reaction], Now) is not { } answer)
        {
            return Outcome.Refuse("", "-");
        }

        RoundsMade.Must(answer.Write(AnswerOutcome.TakenOver, "ja", RoundAnswer.VersionOf(answer), Now));
        RoundsMade.Must(answer.Offer());
        return answer.Publish(RoundAnswer.VersionOf(answer), Colleague);
    }

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
                Assert.All(road, step => RoundsMade.Must(verbs[step](one)));
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

    private static IEnumerable<string> Drawn(string file, string heading = "Comment round")
    {
        var text = File.ReadAllText(Path.Combine(BrinkHost.RepositoryFolder, "docs/states", file));
        var part = ("\n" + text)
            .Split(["\n## ", "\n# "], StringSplitOptions.None)
            .Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal));
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
