using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Links;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice;

/// <summary>Advice without an outcome is read by both parties; what is in confidence only by who reads the plan.</summary>
public sealed class AdviceReaders : SubjectReaders
{
    public override SubjectKind Kind => SubjectKind.Advice;

    public override async Task<bool> MaySeeAsync(
        BrinkDb db,
        Viewer viewer,
        DateOnly today,
        long subjectId,
        CancellationToken cancellation
    ) =>
        await db.AdviceStandingAsync(subjectId, cancellation) is { InConfidence: false } standing
        && viewer.May(AdviceAct.See, standing);
}

/// <summary>The adviser may relate its advice to other things.</summary>
public sealed class AdviceEditors : SubjectEditors
{
    public override SubjectKind Kind => SubjectKind.Advice;

    public override async Task<bool> MayEditAsync(
        BrinkDb db,
        Viewer viewer,
        long subjectId,
        CancellationToken cancellation
    ) =>
        viewer.SpeaksFor(
            await db
                .Advices.Where(a => a.Id == subjectId && a.Subject.Visibility == Visibility.Public)
                .Select(a => a.AdviserId)
                .FirstOrDefaultAsync(cancellation)
        );
}
