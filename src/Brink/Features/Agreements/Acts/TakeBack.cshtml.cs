using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Agreements.Acts;

/// <summary>The text goes back to a draft; what was signed stays with the text that was signed.</summary>
public class TakeBackModel() : AgreementActPage(AgreementAct.Keep)
{
    [BindProperty]
    public string? Why { get; set; }

    public Task<IActionResult> OnPostAsync() =>
        KeepAsync(
            (agreement, actor) => agreement.TakeBack(Why ?? "", actor),
            () => AgreementLinks.Write(Agreement.Id),
            () => Typed.Fits(nameof(Why), Why, Agreement.LongestWhy, Agreement.LongestWhy * 2)
        );
}
