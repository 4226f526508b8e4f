using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Requests;

/// <summary>A request that is not answered is read by both parties.</summary>
public sealed class RequestReaders : SubjectReaders
{
    public override SubjectKind Kind => SubjectKind.VillageRequest;

    public override Task<bool> MaySeeAsync(
        BrinkDb db,
        Viewer viewer,
        DateOnly today,
        long subjectId,
        CancellationToken cancellation
    ) => db.VillageRequests.VisibleTo(viewer).AnyAsync(r => r.Id == subjectId, cancellation);
}
