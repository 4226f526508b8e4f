using System.Globalization;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Budget;

/// <summary>
/// Changes one line or takes it away. The form knows which words it began with: when somebody else changed the line
/// meanwhile, both are shown.
/// </summary>
public class LineModel : BudgetLinePage
{
    [BindProperty]
    public string? Began { get; set; }

    [BindProperty]
    public bool Remove { get; set; }

    /// <summary>What somebody else made of it meanwhile.</summary>
    public BudgetLine? Theirs { get; private set; }

    /// <summary>False once somebody took the line away.</summary>
    public bool IsThere { get; private set; } = true;

    public override BudgetKind Kind => kind;

    private BudgetKind kind;

    private long LineId => long.Parse((string)RouteData.Values["line"]!, CultureInfo.InvariantCulture);

    public override async Task OnGetAsync()
    {
        if (await FindAsync() is not { } line)
        {
            IsThere = false;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        kind = line.Kind;
        (What, Amount, State, Began) = (line.What, TypedMoney.Write(line.Amount), line.State, line.Words);
    }

    public Task<IActionResult> OnPostAsync() => DoAsync(ChangeAsync, () => Back, ReadAsync);

    protected override async Task ReadAsync()
    {
        var line = await FindAsync();
        IsThere = line is not null;
        kind = line?.Kind ?? kind;
    }

    private Task<BudgetLine?> FindAsync() =>
        Db.BudgetLines.FirstOrDefaultAsync(l => l.Id == LineId && l.InitiativeId == Head.Id, Aborted);

    private async Task<Outcome> ChangeAsync()
    {
        if (await FindAsync() is not { } line)
        {
            return Outcome.Refuse(
                "",
                "Iemand anders heeft deze regel intussen weggehaald. Hieronder staat wat u typte."
            );
        }

        kind = line.Kind;
        var check = Remove ? Outcome.Done : Check();
        if (!check.Succeeded)
        {
            return check;
        }

        var initiative = await LoadAsync();
        if (!IsOpen(initiative))
        {
            return Outcome.Refuse("", NotNow(initiative));
        }

        if (line.Words != Began)
        {
            Theirs = line;
            // The next attempt starts from what is shown now.
            Began = line.Words;
            ModelState.Remove(nameof(Began));
            return Outcome.Refuse(
                "",
                "Iemand anders heeft deze regel intussen aangepast. U ziet beide. Er is niets verloren."
            );
        }

        var before = Cents(line.Amount);
        if (Remove)
        {
            Db.BudgetLines.Remove(line);
            initiative.Subject.Happened(
                BudgetVerbs.LineRemoved,
                ActsAsInitiator(),
                ("line", line.Id),
                ("kind", line.Kind),
                ("from", before)
            );
            return Outcome.Done;
        }

        Write(line);
        if (line.Words == Began)
        {
            return Outcome.Refuse("", "Er is niets veranderd aan deze regel.");
        }

        initiative.Subject.Happened(
            BudgetVerbs.LineChanged,
            ActsAsInitiator(),
            ("line", line.Id),
            ("kind", line.Kind),
            ("from", before),
            ("to", Cents(line.Amount))
        );
        return Outcome.Done;
    }
}
