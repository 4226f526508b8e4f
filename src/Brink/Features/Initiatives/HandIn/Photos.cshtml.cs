using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Files;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>Question 5: photos, if there are any. New ones come back once, to say what they show.</summary>
[AllowAnonymous]
[RequestSizeLimit(MostBytes * MostPhotos + 1_000_000)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes * MostPhotos + 1_000_000)]
public class PhotosModel(HandInLimit limit) : HandInPage
{
    public const int MostPhotos = 5;
    public const int MostDescription = 200;
    private const long MostBytes = 10_000_000;

    public override Step Step => Step.Photos;

    /// <summary>The files somebody chooses now.</summary>
    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    /// <summary>What the photos put aside before show, in their order.</summary>
    [BindProperty]
    public List<string> Descriptions { get; set; } = [];

    /// <summary>Places in the row of those to leave out after all.</summary>
    [BindProperty]
    public List<int> Remove { get; set; } = [];

    public void OnGet() { }

    /// <summary>A photo put aside, for the one who put it there.</summary>
    public async Task<IActionResult> OnGetPhotoAsync(int number)
    {
        if (number < 0 || number >= Answers.Photos.Count)
        {
            return NotFound();
        }

        var photo = Answers.Photos[number];
        return await Drafts.ReadAsync(photo) is { } content ? File(content, photo.ContentType) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var refusals = Describe().ToList();
        LeaveOut();
        // A draft must be there before anything can be put aside with it.
        await Drafts.KeepAsync(Answers);
        var before = Answers.Photos.Count;
        refusals.AddRange(await AddAsync());
        await Drafts.KeepAsync(Answers);
        if (refusals.Count > 0 && !GoesBack)
        {
            return Refused(Outcome.Of(refusals));
        }

        return Answers.Photos.Count > before && !GoesBack
            ? Redirect(Steps.Address(Step) + (IsChange ? Steps.BackToCheck : ""))
            : await GoOnAsync(Outcome.Done);
    }

    private IEnumerable<Refusal> Describe()
    {
        for (var number = 0; number < Math.Min(Descriptions.Count, Answers.Photos.Count); number++)
        {
            var text = string.Join(' ', Descriptions[number].Split('\n', StringSplitOptions.TrimEntries));
            Answers.Photos[number] = Answers.Photos[number] with
            {
                Description = TextRules.First(text, MostDescription),
            };
            if (TextRules.Length(text) > MostDescription)
            {
                var field = string.Create(CultureInfo.InvariantCulture, $"{nameof(Descriptions)}[{number}]");
                yield return new Refusal(
                    field,
                    "Gebruik niet meer dan {0} tekens om te zeggen wat er op de foto staat.",
                    MostDescription
                );
            }
        }
    }

    private void LeaveOut()
    {
        var left = Answers.Photos.Where((_, number) => Remove.Contains(number)).ToArray();
        Answers.Photos = [.. Answers.Photos.Except(left)];
        Drafts.Discard(left);
    }

    private async Task<IReadOnlyList<Refusal>> AddAsync()
    {
        var refusals = new List<Refusal>();
        foreach (var file in Photos.Where(file => file.Length > 0))
        {
            if (Answers.Photos.Count >= MostPhotos)
            {
                refusals.Add(
                    new Refusal(
                        nameof(Photos),
                        "Er passen {0} foto's bij een idee. De andere zijn niet bewaard.",
                        MostPhotos
                    )
                );
                break;
            }

            if (limit.Photos.MustWait(HttpContext) is { } wait)
            {
                RetryAfter(wait);
                refusals.Add(
                    new Refusal(
                        nameof(Photos),
                        "Er komen nu heel veel foto's van uw aansluiting. Wacht een paar minuten, of ga verder zonder foto."
                    )
                );
                break;
            }

            if (file.Length > MostBytes)
            {
                refusals.Add(
                    new Refusal(
                        nameof(Photos),
                        "Een foto mag niet groter zijn dan 10 MB. Kies een kleinere, of stuur hem later."
                    )
                );
                continue;
            }

            using var content = new MemoryStream();
            await file.CopyToAsync(content, HttpContext.RequestAborted);
            var photo = PhotoMetadata.Strip(content.ToArray());
            if (photo.Problem is not null)
            {
                refusals.Add(new Refusal(nameof(Photos), photo.Problem, photo.Arguments));
                continue;
            }

            try
            {
                Answers.Photos.Add(await Drafts.PutAsideAsync(photo.Content!, photo.ContentType!));
            }
            catch (StorageFullException)
            {
                refusals.Add(
                    new Refusal(
                        nameof(Photos),
                        "Er is op onze computer nu geen plaats voor uw foto. Ga verder zonder foto, of probeer het later. Al uw andere antwoorden zijn bewaard."
                    )
                );
                break;
            }
        }

        return refusals;
    }
}
