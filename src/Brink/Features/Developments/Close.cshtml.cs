using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Developments;

public class CloseModel() : DevelopmentPage(DevelopmentAct.Close)
{
    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(async () => (await LoadAsync()).Close(ActsForUmbrella()), () => Address);
}
