using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Acts;

/// <summary>The photos that go with the story; those of an update stay with the update.</summary>
[RequestSizeLimit(Most)]
[RequestFormLimits(MultipartBodyLengthLimit = Most)]
public class ManagePhotosModel(PhotoIntake intake, UnusedPhotos unused) : InitiativeActPage(InitiativeAct.Edit)
{
    public const int MostOfOne = 12;
    private const long Most = PhotoIntake.MostBytes * PhotoIntake.MostPhotos + 1_000_000;

    private string[] removed = [];

    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public long? Remove { get; set; }

    public IReadOnlyList<FileView> Present { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Remove is { } photo)
        {
            var result = await DoAsync(() => RemoveAsync(photo), () => InitiativeLinks.Photos(Head.Id), ReadAsync);
            await unused.DeleteAsync(Db, removed, Aborted);
            return result;
        }

        var (files, taken) = await intake.TakeAsync(nameof(Photos), Photos, Description, Aborted);
        return await DoAsync(
            async () =>
            {
                if (!taken.Succeeded)
                {
                    return taken;
                }

                var initiative = await LoadAsync(q => q.Include(i => i.Subject.Files));
                return initiative.AddPhotos(
                    [.. PhotoIntake.Rows(files, initiative.Id, null, initiative.Subject.Files.Count)],
                    MostOfOne,
                    ActsAsInitiator()
                );
            },
            () => InitiativeLinks.Photos(Head.Id),
            ReadAsync
        );
    }

    protected override async Task ReadAsync() =>
        Present = [.. (await Db.FilesAsync(Head.Id, Aborted)).Where(f => f.PartId is null)];

    private async Task<Outcome> RemoveAsync(long photo)
    {
        var initiative = await LoadAsync(q => q.Include(i => i.Subject.Files));
        removed = [.. initiative.Subject.Files.Where(f => f.Id == photo).Select(f => f.Hash)];
        return initiative.RemovePhoto(photo, ActsAsInitiator());
    }
}
