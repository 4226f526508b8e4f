using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Exchange.Experts;

/// <summary>Off the list, at any time.</summary>
public sealed class LeaveModel() : ExpertActPage(ExpertAct.Keep)
{
    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(async () => (await LoadAsync()).Leave(Acts(Expert.OnBehalfOfId)), () => ExchangeLinks.Experts);
}
