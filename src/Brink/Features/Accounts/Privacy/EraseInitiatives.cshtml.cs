using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Accounts.Privacy;

/// <summary>What happens to open initiatives that nobody else carries.</summary>
public class EraseInitiativesModel : ErasePage
{
    public IReadOnlyList<Choice> Choices =>
        [
            new(
                InitiativesChoice.HandOver,
                T["De vereniging van het dorp"],
                T["Zij krijgt bericht. Wil zij niet verder? Dan kan zij het intrekken."]
            ),
            new(
                InitiativesChoice.Withdraw,
                T["Niemand, trek het in"],
                T["Niemand ziet het dan meer. Wie het volgt, krijgt bericht."]
            ),
        ];

    public async Task OnGetAsync() => await LookAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Initiatives is not { } chosen || !Enum.IsDefined(chosen))
        {
            await LookAsync();
            return Refused(Outcome.Refuse(nameof(Initiatives), "Kies wie verdergaat met uw initiatief."));
        }

        return LocalRedirect(WithAnswers(AccountLinks.EraseCheck));
    }
}
