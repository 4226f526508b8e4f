using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Budget;

/// <summary>Adds a line to the budget.</summary>
public class NewLineModel : BudgetLinePage
{
    public override BudgetKind Kind => BudgetCodes.Kinds[(string)RouteData.Values["kind"]!];

    public Task<IActionResult> OnPostAsync() => DoAsync(AddAsync, () => Back);

    private async Task<Outcome> AddAsync()
    {
        var check = Check();
        if (!check.Succeeded)
        {
            return check;
        }

        var initiative = await LoadAsync();
        if (!IsOpen(initiative))
        {
            return Outcome.Refuse("", NotNow(initiative));
        }

        if (await Db.BudgetLines.CountAsync(l => l.InitiativeId == Head.Id, Aborted) >= BudgetQueries.MostLines)
        {
            return Outcome.Refuse("", "De begroting heeft al {0} regels. Voeg regels samen.", BudgetQueries.MostLines);
        }

        var actor = ActsAsInitiator();
        var line = new BudgetLine
        {
            InitiativeId = Head.Id,
            Kind = Kind,
            CreatedAt = actor.At,
        };
        Write(line);
        Db.BudgetLines.Add(line);
        initiative.Subject.Happened(
            BudgetVerbs.LineAdded,
            actor,
            ("line", line.Id),
            ("kind", Kind),
            ("to", Cents(line.Amount))
        );
        return Outcome.Done;
    }
}
