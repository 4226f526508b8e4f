using Brink.Features.Accounts;
using Brink.Features.Promises;
using Brink.Platform.Database;

namespace Brink.Features.Subjects.Links;

/// <summary>Whoever brought it in may relate it to other things, or who speaks for the organisation that did.</summary>
public sealed class SenderEditors(SubjectKind kind) : SubjectEditors
{
    public override SubjectKind Kind => kind;

    public override async Task<bool> MayEditAsync(
        BrinkDb db,
        Viewer viewer,
        long subjectId,
        CancellationToken cancellation
    )
    {
        var carriers = await db.CarriersAsync(subjectId, cancellation);
        return carriers.IsOne(viewer)
            || (carriers.OrganisationId is { } organisation && viewer.SpeaksFor(organisation));
    }
}
