using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.Acts;

/// <summary>Those who brought it in take it back.</summary>
public class WithdrawModel() : InitiativeActPage(InitiativeAct.Withdraw)
{
    public Task<IActionResult> OnPostAsync() =>
        DoAsync(async () => (await LoadAsync()).Withdraw(ActsAsInitiator()), () => Head.Address, ReadAsync);
}
