using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Authorization;

namespace Brink.Features.Initiatives;

[AllowAnonymous]
public class PhotoModel(IFileStore store, SmallPhotos small) : PhotoPage(SubjectKind.Initiative, store, small)
{
    protected override async Task<bool> MaySeeAsync(long id, CancellationToken cancellation) =>
        await Db.StandingAsync(id, cancellation) is { } standing && Viewer.May(InitiativeAct.See, standing);
}
