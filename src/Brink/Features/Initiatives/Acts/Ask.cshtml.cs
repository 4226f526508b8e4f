using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.Acts;

/// <summary>The liaison or a colleague asks the initiators something (I7).</summary>
public class AskModel() : InitiativeActPage(InitiativeAct.Ask)
{
    [BindProperty]
    public string? Text { get; set; }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var fits = Outcome.Of(Typed.Fits(nameof(Text), Text, 1500, 4000));
                var actor = ActsAsOfficial();
                return fits.Succeeded ? (await LoadAsync()).Ask(Text ?? "", ByOfficial(actor), actor) : fits;
            },
            () => Head.Address + "#vragen",
            ReadAsync
        );
}
