using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Exchange.Responding;

/// <summary>Who asked takes it back.</summary>
public sealed class WithdrawModel() : HelpActPage(HelpAct.Handle)
{
    public Task<IActionResult> OnPostAsync() =>
        DoInTurnAsync(async () => (await LoadAsync()).Withdraw(ActsAsAsker()), () => Head.Address);
}
