using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Standpoints.Acts;

/// <summary>The umbrella takes back what it has not sent.</summary>
public class WithdrawModel() : StandpointActPage(StandpointAct.Withdraw)
{
    public Task<IActionResult> OnPostAsync() =>
        DoAsync(async () => (await LoadAsync()).Withdraw(ActsForUmbrella()), () => Address, ReadAgainAsync);
}
