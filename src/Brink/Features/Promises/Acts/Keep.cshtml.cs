using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Brink.Features.Promises.Acts;

/// <summary>It is done, with what shows it.</summary>
[RequestSizeLimit(Most)]
[RequestFormLimits(MultipartBodyLengthLimit = Most)]
public sealed class KeepPromiseModel(PhotoIntake intake) : PromiseActPage
{
    private const long Most = PhotoIntake.MostBytes + 1_000_000;

    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public string? ProofHref { get; set; }

    [BindProperty]
    public IFormFile? Photo { get; set; }

    /// <summary>What the photo shows.</summary>
    [BindProperty]
    public string? Description { get; set; }

    public Task<IActionResult> OnGetAsync(long id) => AskAsync(id, PromiseAct.Keep);

    public async Task<IActionResult> OnPostAsync(long id)
    {
        SubjectFile? taken = null;
        // Nothing is kept of who may not, or came too late; those are told so by the act itself.
        if (Photo is { Length: > 0 } && await AskAsync(id, PromiseAct.Keep) is PageResult)
        {
            var (files, outcome) = await intake.TakeAsync(nameof(Photo), [Photo], Description, Aborted);
            if (!outcome.Succeeded)
            {
                return Refused(outcome);
            }

            taken = files[0];
        }

        return await ActAsync(
            id,
            PromiseAct.Keep,
            was => was with { State = PromiseState.Open },
            _ => PromiseSide.By,
            (promise, _, actor) => promise.Keep(actor, Proof ?? "", WebAddress.Read(ProofHref)!, Row(taken)),
            Check
        );
    }

    /// <summary>Fresh for each attempt to save it.</summary>
    private static PromisePhoto? Row(SubjectFile? taken) =>
        taken is null
            ? null
            : new PromisePhoto
            {
                Hash = taken.Hash,
                ContentType = taken.ContentType,
                Description = taken.Description,
            };

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
