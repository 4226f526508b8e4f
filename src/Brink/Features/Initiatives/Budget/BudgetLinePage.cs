using Brink.Features.Initiatives.Acts;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.Budget;

/// <summary>The form of one line; what was typed stays as it was typed.</summary>
public abstract class BudgetLinePage() : InitiativeActPage(InitiativeAct.KeepBudget)
{
    [BindProperty]
    public string? What { get; set; }

    /// <summary>As typed: '1.250,50'.</summary>
    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public SourceState? State { get; set; }

    public abstract BudgetKind Kind { get; }

    protected string Back => InitiativeLinks.Budget(Head.Id) + "?bewaard=ja";

    protected Outcome Check() =>
        Outcome.Of([
            .. BudgetLine.Check(Kind, What ?? "", TypedMoney.Read(Amount), State).Refusals,
            .. Typed.Fits(nameof(What), What, BudgetLine.MostWords, 800),
        ]);

    /// <summary>Writes what was typed, after <see cref="Check"/>.</summary>
    protected void Write(BudgetLine line)
    {
        line.What = TextRules.Line(What);
        line.Amount = TypedMoney.Read(Amount)!.Value;
        line.State = Kind == BudgetKind.Source ? State : null;
    }

    protected static string NotNow(Initiative initiative) =>
        initiative.Intake == IntakeState.Withdrawn
            ? Texts.Mark("Dit idee is intussen ingetrokken. Uw wijziging is niet bewaard.")
            : Texts.Mark("Dit idee is nog niet bevestigd.");

    protected static bool IsOpen(Initiative initiative) =>
        initiative.Intake is not (IntakeState.AwaitingConfirmation or IntakeState.Withdrawn);

    /// <summary>For the journal, which holds no fractions.</summary>
    protected static long Cents(decimal amount) => (long)(amount * 100);
}
