using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Links;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Standpoints;

/// <summary>The umbrella may relate its standpoint to other things.</summary>
public sealed class StandpointEditors : SubjectEditors
{
    public override SubjectKind Kind => SubjectKind.Standpoint;

    public override async Task<bool> MayEditAsync(
        BrinkDb db,
        Viewer viewer,
        long subjectId,
        CancellationToken cancellation
    ) =>
        viewer.SpeaksFor(
            await db
                .Standpoints.Where(s => s.Id == subjectId)
                .Select(s => s.UmbrellaId)
                .FirstOrDefaultAsync(cancellation)
        );
}
