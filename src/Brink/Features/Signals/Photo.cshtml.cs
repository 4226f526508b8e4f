using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Authorization;

namespace Brink.Features.Signals;

[AllowAnonymous]
public class PhotoModel(IFileStore store, SmallPhotos small) : PhotoPage(SubjectKind.Signal, store, small)
{
    protected override async Task<bool> MaySeeAsync(long id, CancellationToken cancellation) =>
        await Db.SignalStandingAsync(id, cancellation) is { } standing && Viewer.May(SignalAct.See, standing);
}
