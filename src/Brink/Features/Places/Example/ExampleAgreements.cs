using Brink.Features.Initiatives;
using Brink.Features.Initiatives.Budget;
using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Subjects;

namespace Brink.Features.Places.Example;

/// <summary>What example initiatives agree on and what they cost.</summary>
internal sealed partial class ExampleStory
{
    /// <summary>The municipality proposes rules that make it somebody else's; nobody has answered yet.</summary>
    public ExampleStory MunicipalityProposesOwner(int daysAgo, OwnerType type, string why)
    {
        var actor = Liaison(daysAgo, 16);
        return Then(
            initiative.ProposeRules(
                Rules(type, why),
                RulesPartyKind.Municipality,
                null,
                Contribution.To(initiative.Subject, actor, nameIsPublic: true),
                actor
            )
        );
    }

    /// <summary>The initiators propose rules, and the municipality accepts them a day later.</summary>
    public ExampleStory AgreedOnRules(int daysAgo, OwnerType type)
    {
        var actor = Initiator(daysAgo, 20);
        Then(
            initiative.ProposeRules(
                Rules(type, "Voorbeeld: zo weten we vooraf wie wat doet."),
                RulesPartyKind.Initiators,
                null,
                Contribution.To(initiative.Subject, actor),
                actor
            )
        );
        // Rows get their numbers, by which the other side answers.
        db.ChangeTracker.DetectChanges();
        var answer = Liaison(daysAgo - 1, 11);
        return Then(
            initiative.AnswerRules(
                initiative.ProposedRules!.Id,
                initiative.GroundRulesParties.First(p => p.Kind == RulesPartyKind.Municipality).Id,
                RulesAnswerKind.Accepts,
                "",
                Contribution.To(initiative.Subject, answer, nameIsPublic: true),
                answer
            )
        );
    }

    /// <summary>One line of the budget.</summary>
    /// <param name="amount">Euros; hours where it counts hours.</param>
    public ExampleStory Budgeted(int daysAgo, BudgetKind kind, string what, decimal amount, SourceState? state = null)
    {
        var actor = Initiator(daysAgo, 20);
        var line = new BudgetLine
        {
            Initiative = initiative,
            Kind = kind,
            What = what,
            Amount = amount,
            State = state,
            CreatedAt = actor.At,
        };
        db.BudgetLines.Add(line);
        initiative.Subject.Happened(
            BudgetVerbs.LineAdded,
            actor,
            ("line", line.Id),
            ("kind", kind),
            ("to", (long)(amount * 100))
        );
        return this;
    }

    private static RulesProposal Rules(OwnerType type, string why) =>
        new(
            null,
            type,
            new RulesParts(
                "Voorbeeld: de bewoners beslissen over het plan. De gemeente beslist over haar eigen grond.",
                "Voorbeeld: de bewoners doen het werk. De gemeente maait twee keer per jaar.",
                "Voorbeeld: er komt niets op slot. Iedereen kan erbij.",
                "Voorbeeld: wat er precies komt en waar het staat.",
                "Voorbeeld: iedereen uit het dorp mag meedenken op twee avonden.",
                "Voorbeeld: elke eerste maandag van de maand, in het dorpshuis.",
                "Voorbeeld: de initiatiefnemers en de dorpscontactambtenaar."
            ),
            why,
            0
        );
}
