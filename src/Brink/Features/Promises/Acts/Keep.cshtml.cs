using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Promises.Acts;

/// <summary>It is done, with what shows it.</summary>
public sealed class KeepPromiseModel : PromiseActPage
{
    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public string? ProofHref { get; set; }

    public Task<IActionResult> OnGetAsync(long id) => AskAsync(id, PromiseAct.Keep);

    public Task<IActionResult> OnPostAsync(long id) =>
        ActAsync(
            id,
            PromiseAct.Keep,
            was => was with { State = PromiseState.Open },
            _ => PromiseSide.By,
            (promise, _, actor) => promise.Keep(actor, Proof ?? "", WebAddress.Read(ProofHref)!),
            Check
        );

    private IEnumerable<Refusal> Check() =>
        [
            .. Typed.Fits(nameof(Proof), Proof, Promise.LongestText, Promise.LongestText),
            .. WebAddress.Read(ProofHref) is null
                ?
                [
                    new Refusal(
                        nameof(ProofHref),
                        "Dit is geen adres van een website. Een goed voorbeeld: www.hijken.nl/bankje."
                    ),
                ]
                : Array.Empty<Refusal>(),
        ];
}
