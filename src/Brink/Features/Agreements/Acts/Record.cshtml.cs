using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Agreements.Acts;

/// <summary>What was signed on paper before it came here holds at once; every party hears of it.</summary>
public class RecordModel() : AgreementActPage(AgreementAct.Keep)
{
    private const int LongestWhen = 80;

    [BindProperty]
    public string? When { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    public Task<IActionResult> OnPostAsync() =>
        KeepAsync(
            (agreement, actor) => agreement.Record(TextRules.Line(When), From!.Value, actor),
            () => Address + "?bewaard=ja",
            Check
        );

    private IEnumerable<Refusal> Check()
    {
        if (From is null)
        {
            yield return new Refusal(nameof(From), "Kies vanaf welke dag het geldt.");
        }

        foreach (var tooLong in Typed.Fits(nameof(When), When, LongestWhen, 200))
        {
            yield return tooLong;
        }
    }
}
