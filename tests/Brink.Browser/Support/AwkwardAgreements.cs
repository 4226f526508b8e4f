using Brink.Features.Initiatives;
using Brink.Features.Initiatives.Budget;
using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Links;
using Microsoft.EntityFrameworkCore;

namespace Brink.Browser.Support;

/// <summary>Rules with much in them, a budget with large sums, and relations with long titles.</summary>
public sealed partial class AwkwardData
{
    public long BudgetLineId { get; private set; }

    private async Task AgreeAsync()
    {
        await AgreeAsync(i =>
            Done(i.ProposeRules(Rules("over het geld"), RulesPartyKind.Initiators, null, By(Initiator), data.Now()))
        );
        await AgreeAsync(i =>
            Done(
                i.AnswerRules(
                    i.ProposedRules!.Id,
                    i.GroundRulesParties.First(p => p.Kind == RulesPartyKind.Municipality).Id,
                    RulesAnswerKind.Accepts,
                    "",
                    By(Full.Liaison),
                    data.Now()
                )
            )
        );
        await AgreeAsync(i => Done(i.AskAsParty(Full.Association.Id, data.Now())));
        await AgreeAsync(i =>
            Done(
                i.ProposeRules(
                    Rules("over het geld en de grond") with
                    {
                        OwnerType = OwnerType.PartnerWithResidents,
                        Why = "Zo staat het onderhoud vast.",
                        Seen = 1,
                    },
                    RulesPartyKind.Municipality,
                    null,
                    By(Full.Liaison),
                    data.Now()
                )
            )
        );
        await BudgetAsync();
        await RelateAsync();
    }

    private static RulesProposal Rules(string about) =>
        new(
            null,
            OwnerType.Community,
            new RulesParts(
                $"De {LongWord.ToLowerInvariant()} beslist {about}.",
                "Wij doen het werk.\n\nDe gemeente maait.",
                "Het pad blijft open.",
                "Alles wat niet vaststaat.",
                "Twee avonden voor het hele dorp.",
                "Elke eerste maandag in het dorpshuis.",
                "De werkgroep en de dorpscontactambtenaar."
            ),
            "",
            0
        );

    private Task BudgetAsync() =>
        data.SaveAsync(db =>
        {
            var lines = new (BudgetKind Kind, string What, decimal Amount, SourceState? State)[]
            {
                (BudgetKind.Cost, $"{LongWord} met toebehoren", 12_345_678.90m, null),
                (BudgetKind.Own, "Oliebollenactie", 100m, null),
                (BudgetKind.Hours, "Graven en planten", 1234.5m, null),
                (BudgetKind.Source, "Het Wateroverlastbeperkingsmaatregelenfonds", 5_000_000m, SourceState.Promised),
                (BudgetKind.Source, "Bakker", 50m, SourceState.Asked),
                (BudgetKind.Source, "Bank", 250m, SourceState.Refused),
            };
            foreach (var (kind, what, amount, state) in lines)
            {
                var line = new BudgetLine
                {
                    InitiativeId = Rich.Id,
                    Kind = kind,
                    What = what,
                    Amount = amount,
                    State = state,
                    CreatedAt = host.Time.GetUtcNow(),
                };
                db.BudgetLines.Add(line);
                BudgetLineId = line.Id;
            }

            db.BudgetChoices.Add(new BudgetChoice { InitiativeId = Rich.Id, HourValue = 12.5m });
            return Task.FromResult(true);
        });

    private Task RelateAsync() =>
        data.SaveAsync(db =>
        {
            db.Relations.AddRange(
                new Relation
                {
                    FromId = Rich.Id,
                    ToId = Full.Village.Id,
                    Kind = RelationKind.BelongsTo,
                },
                new Relation
                {
                    FromId = Answered.Id,
                    ToId = Rich.Id,
                    Kind = RelationKind.FollowsFrom,
                }
            );
            return Task.FromResult(true);
        });

    private Task AgreeAsync(Action<Initiative> act) =>
        data.SaveAsync(async db =>
        {
            act(
                await db
                    .Initiatives.Include(i => i.Subject)
                        .ThenInclude(s => s.Promises)
                    .Include(i => i.Contribution)
                    .Include(i => i.GroundRulesParties)
                    .Include(i => i.GroundRulesVersions)
                        .ThenInclude(v => v.Responses)
                    .AsSplitQuery()
                    .FirstAsync(i => i.Id == Rich.Id)
            );
            return true;
        });
}
