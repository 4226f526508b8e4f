using Brink.Features.Initiatives.Acts;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Budget;

/// <summary>Whether hours of volunteers count in money, and for how much; the initiators choose (I8).</summary>
public class HourValueModel() : InitiativeActPage(InitiativeAct.KeepBudget)
{
    /// <summary>As typed; empty when hours don't count in money.</summary>
    [BindProperty]
    public string? Value { get; set; }

    public override async Task OnGetAsync()
    {
        var now = await Db
            .BudgetChoices.Where(c => c.InitiativeId == Head.Id)
            .Select(c => c.HourValue)
            .FirstOrDefaultAsync(Aborted);
        Value = now is { } value ? TypedMoney.Write(value) : "";
    }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(ChooseAsync, () => InitiativeLinks.Budget(Head.Id) + "?bewaard=ja");

    private async Task<Outcome> ChooseAsync()
    {
        var value = string.IsNullOrWhiteSpace(Value) ? null : TypedMoney.Read(Value);
        if (!string.IsNullOrWhiteSpace(Value) && value is not (> 0 and < 1000))
        {
            return Outcome.Refuse(nameof(Value), "Vul een bedrag in tussen 0,01 en 999,99, of laat het leeg.");
        }

        var initiative = await LoadAsync();
        if (initiative.Intake is IntakeState.AwaitingConfirmation or IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", "Dit idee is intussen ingetrokken. Uw wijziging is niet bewaard.");
        }

        var choice = await Db.BudgetChoices.FirstOrDefaultAsync(c => c.InitiativeId == Head.Id, Aborted);
        if (choice is null)
        {
            choice = new BudgetChoice { InitiativeId = Head.Id };
            Db.BudgetChoices.Add(choice);
        }

        choice.HourValue = value;
        initiative.Subject.Happened(BudgetVerbs.HourValueChosen, ActsAsInitiator(), ("to", (long)((value ?? 0) * 100)));
        return Outcome.Done;
    }
}
