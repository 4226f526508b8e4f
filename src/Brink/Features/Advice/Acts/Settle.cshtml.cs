using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Advice.Acts;

/// <summary>The municipality says which day it is, or takes its question back.</summary>
public class SettleModel() : AdviceActPage(AdviceAct.Settle)
{
    [BindProperty]
    public DateOnly? Due { get; set; }

    public override void OnGet() => Due = Advice.ProposedDue ?? Advice.Due;

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(async () => (await LoadAsync()).SettleDate(Due, ActsInOffice()), () => Address, ReadAgainAsync);

    public Task<IActionResult> OnPostWithdrawAsync() =>
        DoAsync(async () => (await LoadAsync()).Withdraw(ActsInOffice()), () => Address, ReadAgainAsync);
}
