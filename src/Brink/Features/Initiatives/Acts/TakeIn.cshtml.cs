using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.Acts;

/// <summary>The liaison takes it in, within the service term (I7).</summary>
public class TakeInModel() : InitiativeActPage(InitiativeAct.TakeIn)
{
    public Task<IActionResult> OnPostAsync() =>
        DoAsync(async () => (await LoadAsync()).TakeIn(ActsAsOfficial()), () => Head.Address, ReadAsync);
}
