using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Accounts.Privacy;

/// <summary>Do the public words stay as those of 'een inwoner', or go?</summary>
public class EraseWordsModel : ErasePage
{
    public IReadOnlyList<Choice> Choices =>
        [
            new(
                WordsChoice.Keep,
                T["Laat het staan, zonder mijn naam"],
                T["Er staat dan 'een inwoner'. Anderen kunnen erop verder bouwen."]
            ),
            new(
                WordsChoice.Remove,
                T["Haal het weg"],
                T["Uw initiatieven worden ingetrokken, behalve die waar ook anderen aan werken."]
            ),
        ];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Words is not { } words || !Enum.IsDefined(words))
        {
            return Refused(Outcome.Refuse(nameof(Words), "Kies wat er met uw teksten gebeurt."));
        }

        await LookAsync();
        return LocalRedirect(
            WithAnswers(
                words == WordsChoice.Keep && LeftBehind.Count > 0
                    ? AccountLinks.EraseInitiatives
                    : AccountLinks.EraseCheck
            )
        );
    }
}
