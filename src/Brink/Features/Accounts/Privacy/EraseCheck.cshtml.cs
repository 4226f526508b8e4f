using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Accounts.Privacy;

/// <summary>All that was chosen, once more; the button takes the viewer out of Brink.</summary>
public class EraseCheckModel(Erasing erasing) : ErasePage
{
    public AnswerList Overview { get; private set; } = new([]);

    public async Task<IActionResult> OnGetAsync() => await MissingAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await MissingAsync() is { } first)
        {
            return first;
        }

        var outcome = await erasing.EraseAsync(
            Db,
            Viewer.PersonId!.Value,
            new Farewell(Words == WordsChoice.Remove, Initiatives == InitiativesChoice.HandOver),
            Acts(),
            HttpContext.RequestAborted
        );
        if (!outcome.Succeeded)
        {
            return Refused(outcome);
        }

        Platform.Cache.OwnChange.Mark(HttpContext);
        await Session.EndAsync(HttpContext);
        return LocalRedirect(AccountLinks.Erased);
    }

    /// <returns>The question that was not answered yet; null when all were.</returns>
    private async Task<IActionResult?> MissingAsync()
    {
        await LookAsync();
        if (HasOffice)
        {
            return LocalRedirect(AccountLinks.Erase);
        }

        if (Words is not { } words || !Enum.IsDefined(words))
        {
            return LocalRedirect(AccountLinks.EraseWords);
        }

        var asks = words == WordsChoice.Keep && LeftBehind.Count > 0;
        if (asks && (Initiatives is not { } chosen || !Enum.IsDefined(chosen)))
        {
            return LocalRedirect(WithAnswers(AccountLinks.EraseInitiatives));
        }

        Overview = new AnswerList([
            new(T["Naam, mailadres, telefoonnummer en hoe u inlogt"], T["gaan weg"]),
            new(
                T["Wat u openbaar schreef"],
                words == WordsChoice.Keep ? T["blijft staan, zonder uw naam"] : T["gaat weg"],
                AccountLinks.EraseWords
            ),
            .. asks
                ?
                [
                    new Answer(
                        T["Uw open initiatieven"],
                        Initiatives == InitiativesChoice.HandOver
                            ? T["gaan over naar de vereniging van het dorp"]
                            : T["worden ingetrokken"],
                        WithAnswers(AccountLinks.EraseInitiatives)
                    ),
                ]
                : Array.Empty<Answer>(),
        ]);
        return null;
    }
}
