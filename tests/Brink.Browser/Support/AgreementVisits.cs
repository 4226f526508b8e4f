using Brink.Features.Initiatives;
using Brink.Features.Subjects.Links;

namespace Brink.Browser.Support;

/// <summary>Ground rules, budget and what belongs together.</summary>
public static partial class Visits
{
    private static IEnumerable<Visit> Agreeing(AwkwardData data)
    {
        var (liaison, initiator, id) = (data.Full.Liaison, data.Initiator, data.Rich.Id);
        const string Rules = "/initiatieven/{id:long}/spelregels";
        yield return new(Rules, InitiativeLinks.GroundRules(id));
        yield return new(Rules, InitiativeLinks.GroundRules(id), initiator);
        yield return new(Rules, InitiativeLinks.GroundRules(data.Fresh.Id), initiator);
        yield return new(Rules + "/{number:int}", InitiativeLinks.GroundRules(id, 2));
        yield return new(Rules + "/{number:int}/ontvangen", InitiativeLinks.RulesReceipt(id, 2), liaison);
        yield return new(Rules + "/voorstel", InitiativeLinks.ProposeRules(id), initiator);
        yield return new(
            Rules + "/voorstel",
            InitiativeLinks.ProposeRules(id) + "?Owner=Community&ForPhase=alle",
            initiator
        );
        yield return new(Rules + "/antwoord", InitiativeLinks.AnswerRules(id), initiator);
        yield return new(Rules + "/antwoord", InitiativeLinks.AnswerRules(id), liaison);
        yield return new(Rules + "/partijen", InitiativeLinks.RulesParties(id), liaison);
        const string Budget = "/initiatieven/{id:long}/begroting";
        yield return new(Budget, InitiativeLinks.Budget(id));
        yield return new(Budget, InitiativeLinks.Budget(id), initiator);
        yield return new(Budget, InitiativeLinks.Budget(data.Fresh.Id));
        foreach (var kind in new[] { "kosten", "eigen", "uren", "bron" })
        {
            yield return new(
                Budget + "/nieuw/{kind:regex(^(kosten|eigen|uren|bron)$)}",
                InitiativeLinks.NewBudgetLine(id, kind),
                initiator
            );
        }

        yield return new(Budget + "/regel/{line:long}", InitiativeLinks.BudgetLine(id, data.BudgetLineId), initiator);
        yield return new(Budget + "/uren", InitiativeLinks.HourValue(id), initiator);
        yield return new("/verbinden/{id:long}", LinkList.Manage(id), liaison);
        yield return new("/verbinden/{id:long}", LinkList.Manage(id) + "?zoek=bankje", initiator);
    }
}
