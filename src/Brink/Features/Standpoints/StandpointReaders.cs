using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;

namespace Brink.Features.Standpoints;

/// <summary>A standpoint that was not sent yet is read by the umbrella, its members and whom it asks.</summary>
public sealed class StandpointReaders : SubjectReaders
{
    public override SubjectKind Kind => SubjectKind.Standpoint;

    public override async Task<bool> MaySeeAsync(
        BrinkDb db,
        Viewer viewer,
        DateOnly today,
        long subjectId,
        CancellationToken cancellation
    ) =>
        await db.StandingAsync(subjectId, today, cancellation) is { } standing
        && viewer.May(StandpointAct.See, standing);
}
