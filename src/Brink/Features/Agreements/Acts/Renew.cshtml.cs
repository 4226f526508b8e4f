using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Agreements.Acts;

/// <summary>Another text while one holds.</summary>
public class RenewModel() : AgreementActPage(AgreementAct.Keep)
{
    [BindProperty]
    public string? Why { get; set; }

    public Task<IActionResult> OnPostAsync() =>
        KeepAsync(
            (agreement, actor) => agreement.Renew(Why ?? "", actor),
            () => AgreementLinks.Parties(Agreement.Id),
            () => Typed.Fits(nameof(Why), Why, Agreement.LongestWhy, Agreement.LongestWhy * 2)
        );
}
