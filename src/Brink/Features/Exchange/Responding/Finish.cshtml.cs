using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Exchange.Responding;

/// <summary>It is done; a public word of thanks by choice.</summary>
public sealed class FinishModel() : HelpActPage(HelpAct.Handle)
{
    [BindProperty]
    public string? Thanks { get; set; }

    public Task<IActionResult> OnPostAsync() =>
        DoInTurnAsync(
            async () =>
            {
                var fits = Outcome.Of(Typed.Fits(nameof(Thanks), Thanks, Help.LongestThanks, Help.LongestThanks * 2));
                return fits.Succeeded ? (await LoadAsync()).Finish(Thanks, ActsAsAsker()) : fits;
            },
            () => Head.Kind == HelpKind.BoardMember && Head.Taken > 0 ? ExchangeLinks.HandOver(Head.Id) : Head.Address
        );
}
