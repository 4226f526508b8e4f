using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Advice.Acts;

/// <summary>The adviser throws away what it began, or takes back what it gave, as long as there is no answer.</summary>
public class TakeBackModel() : AdviceActPage(AdviceAct.Advise)
{
    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var advice = await LoadAsync();
                return advice.State == AdviceState.Writing
                    ? advice.Drop(ActsForAdviser())
                    : advice.TakeBack(ActsForAdviser());
            },
            () => Address,
            ReadAgainAsync
        );
}
