using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;

namespace Brink.Features.Developments;

/// <summary>A development that isn't public is read by the umbrella and its members.</summary>
public sealed class DevelopmentReaders : SubjectReaders
{
    public override SubjectKind Kind => SubjectKind.Development;

    public override async Task<bool> MaySeeAsync(
        BrinkDb db,
        Viewer viewer,
        DateOnly today,
        long subjectId,
        CancellationToken cancellation
    ) =>
        await db.DevelopmentStandingAsync(subjectId, today, cancellation) is { } standing
        && viewer.May(DevelopmentAct.See, standing);
}
