using System.Globalization;
using System.Text;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.Budget;

/// <summary>The budget as a file for a spreadsheet (I8). Amounts with a comma, as Dutch spreadsheets read them.</summary>
[AllowAnonymous]
public class FileModel : InitiativeSidePage
{
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } absent)
        {
            return absent;
        }

        var sums = await Db.BudgetAsync(id, cancellation);
        var text = new StringBuilder()
            .Append(CsvLine.ByteOrderMark)
            .Append(CsvLine.Of([T["Soort"], T["Waarvoor of van wie"], T["Hoe het staat"], T["Uren"], T["Euro"]]));
        foreach (var row in Enum.GetValues<BudgetKind>().SelectMany(sums.Of))
        {
            text.Append(
                CsvLine.Of([
                    T.NameOf(row.Kind),
                    row.What,
                    row.State is { } state ? T.StatusOf(state).Text : "",
                    row.Kind == BudgetKind.Hours ? TypedMoney.Write(row.Amount) : "",
                    sums.InEuros(row) is { } euros ? TypedMoney.Write(euros) : "",
                ])
            );
        }

        foreach (
            var (name, amount) in new[]
            {
                (T["Wat het kost"], sums.Costs),
                (T["Eigen bijdrage"], sums.Own),
                (T["Zeker: toegezegd of ontvangen"], sums.Sure),
                (T["Nog nodig"], sums.Needed),
                (T["Gehoopt: gevraagd of nog te vragen"], sums.Hoped),
            }
        )
        {
            text.Append(CsvLine.Of([T["Totaal"], name, "", "", TypedMoney.Write(amount)]));
        }

        var file = "begroting-" + id.ToString(CultureInfo.InvariantCulture) + ".csv";
        return File(new UTF8Encoding(false).GetBytes(text.ToString()), "text/csv; charset=utf-8", file);
    }
}
