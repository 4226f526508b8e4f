using Brink.Features.Initiatives;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Editing;

/// <summary>The one photo at the top of a village's page.</summary>
[RequestSizeLimit(PlacePhoto.MostBytes + 1_000_000)]
[RequestFormLimits(MultipartBodyLengthLimit = PlacePhoto.MostBytes + 1_000_000)]
public class PhotoModel(IFileStore store, UnusedPhotos unused) : VillageEditPage(VillageAct.EditPage)
{
    [BindProperty]
    public IFormFile? Photo { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    public SubjectFile? Present { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var (taken, problem) = await PlacePhoto.TakeAsync(store, nameof(Photo), Photo, Aborted);
        return await ReplaceAsync(async () =>
            taken is null
                ? problem
                : (await Loaded().SingleAsync(Aborted)).ShowPhoto(
                    new SubjectFile
                    {
                        Hash = taken.Hash,
                        ContentType = taken.ContentType,
                        Length = taken.Length,
                        Description = Description ?? "",
                    },
                    ActsForVillage()
                )
        );
    }

    public Task<IActionResult> OnPostRemoveAsync() =>
        ReplaceAsync(async () => (await Loaded().SingleAsync(Aborted)).TakePhotoAway(ActsForVillage()));

    private async Task<IActionResult> ReplaceAsync(Func<Task<Outcome>> act)
    {
        await ReadAsync();
        string[] before = Present is { } present ? [present.Hash] : [];
        var result = await SaveAsync(act, () => Address, ReadAsync);
        await unused.DeleteAsync(Db, before, Aborted);
        return result;
    }

    private async Task ReadAsync() =>
        Present = await Db
            .SubjectFiles.AsNoTracking()
            .Where(f => f.SubjectId == Id && f.PartId == null)
            .OrderBy(f => f.Order)
            .FirstOrDefaultAsync(Aborted);
}
