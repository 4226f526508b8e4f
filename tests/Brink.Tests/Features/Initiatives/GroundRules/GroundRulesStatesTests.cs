using System.Text.RegularExpressions;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;

namespace Brink.Tests.Features.Initiatives.GroundRules;

/// <summary>The drawing in docs/states/ground-rules.md and the program say the same.</summary>
public sealed partial class GroundRulesStatesTests
{
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly Actor Someone = new(1, null, null, Channel.Web, new(2026, 11, 2, 9, 0, 0, default), Day);

    private static readonly (string Name, Func<Initiative, GroundRulesVersion, Outcome> Do)[] Verbs =
    [
        ("AnswerRules", (i, v) => Answer(i, v, RulesPartyKind.Municipality, RulesAnswerKind.Accepts)),
        ("AnswerRules", (i, v) => Answer(i, v, RulesPartyKind.Municipality, RulesAnswerKind.Refuses)),
        ("AnswerRules", (i, v) => Answer(i, v, RulesPartyKind.Municipality, RulesAnswerKind.WantsToTalk)),
        ("AnswerRules", (i, v) => Answer(i, v, RulesPartyKind.Organisation, RulesAnswerKind.Accepts)),
        ("ProposeRules", (i, _) => Propose(i, RulesPartyKind.Initiators)),
        ("ProposeRules", (i, _) => Propose(i, RulesPartyKind.Municipality)),
        ("WithdrawRules", (i, v) => i.WithdrawRules(v.Id, Party(i, RulesPartyKind.Initiators), Someone)),
        ("LeaveAsParty", (i, _) => i.LeaveAsParty(Party(i, RulesPartyKind.Organisation), Someone)),
    ];

    [Fact]
    public void TheDrawing_HasTheTransitionsOfTheCode()
    {
        var drawn = Transition()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/states/ground-rules.md")))
            .Select(m => (m.Groups["from"].Value, m.Groups["to"].Value, m.Groups["verb"].Value))
            .ToHashSet();

        var possible = (
            from start in Starts
            from verb in Verbs
            let initiative = start()
            let version = initiative.GroundRulesVersions[0]
            from change in ChangesOf(initiative, i => verb.Do(i, i.ProposedRules ?? version), verb.Name)
            select change
        ).ToHashSet();

        Assert.Equal(drawn.Order(), possible.Order());
    }

    [Fact]
    public void WhatIsOver_TakesNoAnswer()
    {
        var initiative = Proposed();
        var version = initiative.GroundRulesVersions[0];
        Assert.True(Answer(initiative, version, RulesPartyKind.Municipality, RulesAnswerKind.Refuses).Succeeded);

        foreach (var kind in Enum.GetValues<RulesAnswerKind>())
        {
            Assert.False(Answer(initiative, version, RulesPartyKind.Municipality, kind).Succeeded);
        }

        Assert.False(
            initiative.WithdrawRules(version.Id, Party(initiative, RulesPartyKind.Initiators), Someone).Succeeded
        );
    }

    [Fact]
    public void TheSameRulesAgain_AreNoChange() =>
        Assert.False(
            Proposed()
                .ProposeRules(
                    Proposal("Tekst 1", seen: 1),
                    RulesPartyKind.Municipality,
                    null,
                    new Contribution(),
                    Someone
                )
                .Succeeded
        );

    /// <summary>One proposal open; the same with a third party; one in force with another open; with the municipality's, or a third party's, open.</summary>
    private static readonly Func<Initiative>[] Starts =
    [
        Proposed,
        () => Accepted(WithPartner(Proposed())),
        () => Numbered(Then(Accepted(Proposed()), i => Propose(i, RulesPartyKind.Initiators))),
        () =>
            Accepted(
                Numbered(
                    Then(
                        Accepted(WithPartner(Proposed())),
                        i => AnswerAsPartner(i),
                        i => Propose(i, RulesPartyKind.Initiators)
                    )
                )
            ),
        () => Numbered(Then(WithPartner(Confirmed()), i => Propose(i, RulesPartyKind.Organisation))),
    ];

    private static IEnumerable<(string, string, string)> ChangesOf(
        Initiative initiative,
        Func<Initiative, Outcome> act,
        string name
    )
    {
        var before = initiative.GroundRulesVersions.ToDictionary(v => v, v => v.State);
        if (!act(initiative).Succeeded)
        {
            yield break;
        }

        foreach (var version in initiative.GroundRulesVersions)
        {
            var from = before.TryGetValue(version, out var state) ? state.ToString() : "[*]";
            if (from != version.State.ToString())
            {
                yield return (from, version.State.ToString(), name);
            }
        }
    }

    private static Initiative Confirmed()
    {
        var initiative = Initiative.HandIn(
            new Idea("Een bankje", "Zitten", "Moe", null, InitiatorKind.Alone, "", "", null, null, ""),
            Village.Create("Hijken", VillageKind.Village, Someone.At),
            new Contribution(),
            Someone
        );
        Assert.True(initiative.Confirm(Someone, new ServiceTerms(1, null, Day, Day)).Succeeded);
        return initiative;
    }

    private static Initiative Proposed() => Numbered(Then(Confirmed(), i => Propose(i, RulesPartyKind.Initiators)));

    private static Initiative WithPartner(Initiative initiative) =>
        Numbered(Then(initiative, i => i.AskAsParty(7, Someone)));

    private static Initiative Accepted(Initiative initiative) =>
        Then(initiative, i => Answer(i, i.ProposedRules!, RulesPartyKind.Municipality, RulesAnswerKind.Accepts));

    private static Outcome AnswerAsPartner(Initiative initiative) =>
        Answer(initiative, initiative.ProposedRules!, RulesPartyKind.Organisation, RulesAnswerKind.Accepts);

    private static Initiative Then(Initiative initiative, params Func<Initiative, Outcome>[] acts)
    {
        foreach (var act in acts)
        {
            Assert.Empty(act(initiative).Refusals);
            Numbered(initiative);
        }

        return initiative;
    }

    private static Outcome Propose(Initiative initiative, RulesPartyKind kind)
    {
        var seen = initiative.GroundRulesVersions.Select(v => v.Number).DefaultIfEmpty().Max();
        return initiative.ProposeRules(
            Proposal($"Tekst {seen + 1}", seen),
            kind,
            kind == RulesPartyKind.Organisation ? 7 : null,
            new Contribution(),
            Someone
        );
    }

    private static RulesProposal Proposal(string deciding, int seen) =>
        new(null, OwnerType.Community, RulesParts.None with { Deciding = deciding }, "", seen);

    private static Outcome Answer(
        Initiative initiative,
        GroundRulesVersion version,
        RulesPartyKind party,
        RulesAnswerKind kind
    ) => initiative.AnswerRules(version.Id, Party(initiative, party), kind, "Dinsdag", new Contribution(), Someone);

    private static long Party(Initiative initiative, RulesPartyKind kind) =>
        initiative.GroundRulesParties.Find(p => p.Kind == kind && p.Until is null)?.Id ?? -1;

    /// <summary>As saving does.</summary>
    private static Initiative Numbered(Initiative initiative)
    {
        foreach (var (party, at) in initiative.GroundRulesParties.Select((p, at) => (p, at)))
        {
            party.Id = 100 + at;
        }

        foreach (var version in initiative.GroundRulesVersions)
        {
            version.Id = version.Number;
            version.ProposedById = version.ProposedBy!.Id;
            version.Responses.ForEach(r => r.PartyId = r.Party!.Id);
        }

        return initiative;
    }

    [GeneratedRegex(
        @"^\s*(?<from>\[\*\]|\w+) --> (?<to>\w+) : (?<verb>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Transition();
}
