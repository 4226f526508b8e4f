using System.Text.RegularExpressions;
using Brink.Features.Agreements;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Agreements;

/// <summary>The drawing of an agreement and what the code does are the same.</summary>
public partial class AgreementStatesTests
{
    private const long Keeper = 1;
    private const long Other = 2;
    private static readonly Actor Actor = new(1, 1, null, Channel.Web, DateTimeOffset.UnixEpoch, new(2026, 11, 2));

    private static readonly Dictionary<string, Func<Agreement, Outcome>> Verbs = new(StringComparer.Ordinal)
    {
        ["Write"] = a => a.Write("# Artikel 1\nWij praten.", Actor),
        ["SendRound"] = a => a.SendRound(Actor),
        ["Answer"] = a => Sign(a, Keeper),
        ["Record"] = a => a.Record("in 1999", new DateOnly(1999, 1, 1), Actor),
        ["TakeBack"] = a => a.TakeBack("Een woord anders", Actor),
        ["Renew"] = a => a.Renew("Het is oud", Actor),
        ["End"] = a => a.End("Het is af", Actor),
    };

    /// <summary>Along which road each situation comes about.</summary>
    private static readonly string[][] Roads =
    [
        [],
        ["SendRound"],
        ["SendRound", "Other"],
        ["Record"],
        ["Record", "Renew"],
        ["Record", "Renew", "SendRound"],
        ["Record", "Renew", "SendRound", "Other"],
        ["Record", "End"],
    ];

    [Fact]
    public void Drawing_HasEveryStepTheCodeTakes_AndNoOther()
    {
        var drawn = Arrow()
            .Matches(File.ReadAllText(Path.Combine(BrinkHost.RepositoryFolder, "docs/states/agreement.md")))
            .Select(arrow => (arrow.Groups["from"].Value, arrow.Groups["verb"].Value, arrow.Groups["to"].Value))
            .Where(arrow => arrow.Item2 != "Draft")
            .ToHashSet();

        Assert.Equal(drawn.Order(), Taken().ToHashSet().Order());
    }

    [Fact]
    public void LastSignature_BringsIntoForce_AndMakesPromisesOfWhatHasADay()
    {
        var agreement = Begun();
        Assert.True(agreement.Pledge(Other, null, "Een avond houden", Actor.Today.AddDays(30), Actor).Succeeded);
        Assert.True(agreement.Pledge(Other, null, "Goed opletten", null, Actor).Succeeded);
        Assert.True(agreement.PlanEvaluation(Actor.Today.AddYears(1), Actor).Succeeded);
        Assert.True(agreement.SendRound(Actor).Succeeded);
        Assert.True(Sign(agreement, Other).Succeeded);
        Assert.Null(agreement.InForce);
        Assert.Empty(agreement.Subject.Promises);

        Assert.True(Sign(agreement, Keeper).Succeeded);

        Assert.Equal(1, agreement.InForce!.Number);
        Assert.Equal(Visibility.Public, agreement.Subject.Visibility);
        Assert.Equal(
            [(Other, Keeper, Actor.Today.AddDays(30)), (Keeper, Other, Actor.Today.AddYears(1))],
            agreement
                .Subject.Promises.OrderBy(p => p.Due)
                .Select(p => (p.ByOrganisationId!.Value, p.ToOrganisationId!.Value, p.Due))
        );
    }

    [Fact]
    public void NextText_LeavesTheFirstInForce_UntilAllSigned_AndPromisesNothingTwice()
    {
        var agreement = Begun();
        agreement.Pledge(Other, null, "Een avond houden", Actor.Today.AddDays(30), Actor);
        agreement.SendRound(Actor);
        Sign(agreement, Other);
        Sign(agreement, Keeper);
        Assert.True(agreement.Renew("Het kan korter", Actor).Succeeded);
        Assert.True(agreement.Write("# Artikel 1\nKorter.", Actor).Succeeded);
        Assert.True(agreement.SendRound(Actor).Succeeded);
        Assert.True(Sign(agreement, Keeper).Succeeded);
        Assert.Equal(1, agreement.InForce!.Number);

        Assert.True(Sign(agreement, Other).Succeeded);

        Assert.Equal(2, agreement.InForce!.Number);
        Assert.Single(agreement.Subject.Promises);
    }

    [Fact]
    public void SignatureOfAnOldText_CountsForNoOther()
    {
        var agreement = Begun();
        agreement.SendRound(Actor);
        Sign(agreement, Other);
        Assert.True(agreement.TakeBack("Een woord anders", Actor).Succeeded);
        Assert.True(agreement.SendRound(Actor).Succeeded);

        Assert.False(Sign(agreement, Keeper, number: 1).Succeeded);
        Assert.True(Sign(agreement, Keeper).Succeeded);

        Assert.Null(agreement.InForce);
        Assert.Equal(AnswerKind.Signs, agreement.Versions[0].Current(Other)!.Kind);
    }

    [Fact]
    public void Articles_BeginAtHeadings()
    {
        Assert.Equal(
            [new Article("", "Vooraf."), new Article("Artikel 1", "Een.\n\nTwee."), new Article("Artikel 2", "")],
            AgreementWords.ArticlesOf("Vooraf.\n\n# Artikel 1\nEen.\n\nTwee.\n## Artikel 2")
        );
        Assert.Empty(AgreementWords.ArticlesOf(""));
    }

    private static IEnumerable<(string, string, string)> Taken()
    {
        foreach (var road in Roads)
        {
            foreach (var (verb, act) in Verbs)
            {
                var agreement = On(road);
                var before = agreement.Versions.ToDictionary(v => v.Number, v => v.State);
                if (!act(agreement).Succeeded)
                {
                    Assert.Equal(before, agreement.Versions.ToDictionary(v => v.Number, v => v.State));
                    continue;
                }

                foreach (var version in agreement.Versions)
                {
                    var (from, to) = (
                        before.TryGetValue(version.Number, out var was) ? was.ToString() : "[*]",
                        version.State.ToString()
                    );
                    if (from != to || (verb is "Write" or "Answer" && version == agreement.Open))
                    {
                        yield return (from, verb, to);
                    }
                }
            }
        }
    }

    private static Agreement On(string[] road)
    {
        var agreement = Begun();
        foreach (var verb in road)
        {
            Assert.True((verb == "Other" ? Sign(agreement, Other) : Verbs[verb](agreement)).Succeeded, verb);
        }

        return agreement;
    }

    private static Agreement Begun()
    {
        var agreement = Agreement.Draft(AgreementKind.Covenant, "Convenant", Keeper, null, null, Actor);
        Assert.True(agreement.BringTogether([Other], Actor).Succeeded);
        Assert.True(agreement.Write("# Artikel 1\nWij bellen elkaar.", Actor).Succeeded);
        return agreement;
    }

    private static Outcome Sign(Agreement agreement, long party, int? number = null) =>
        agreement.Answer(
            number ?? agreement.Open?.Number ?? 1,
            party,
            agreement.Open?.Current(party)?.Turn ?? 0,
            AnswerKind.Signs,
            "",
            new Contribution(),
            Actor
        );

    [GeneratedRegex(
        @"^\s+(?<from>\w+|\[\*\]) --> (?<to>\w+) : (?<verb>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
