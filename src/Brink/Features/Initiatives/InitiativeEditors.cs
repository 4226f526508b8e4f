using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Links;
using Brink.Platform.Database;

namespace Brink.Features.Initiatives;

/// <summary>Who carries an initiative may relate it to other things.</summary>
public sealed class InitiativeEditors : SubjectEditors
{
    public override SubjectKind Kind => SubjectKind.Initiative;

    public override async Task<bool> MayEditAsync(
        BrinkDb db,
        Viewer viewer,
        long subjectId,
        CancellationToken cancellation
    ) => await db.StandingAsync(subjectId, cancellation) is { } standing && viewer.May(InitiativeAct.Edit, standing);
}
