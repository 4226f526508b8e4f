using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Agreements.Acts;

/// <summary>What holds, holds no longer.</summary>
public class EndModel() : AgreementActPage(AgreementAct.Keep)
{
    [BindProperty]
    public string? Why { get; set; }

    public Task<IActionResult> OnPostAsync() =>
        KeepAsync(
            (agreement, actor) => agreement.End(Why ?? "", actor),
            () => Address,
            () => Typed.Fits(nameof(Why), Why, Agreement.LongestWhy, Agreement.LongestWhy * 2)
        );
}
