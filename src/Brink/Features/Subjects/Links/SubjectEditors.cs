using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Subjects.Links;

/// <summary>
/// Who may edit subjects of one kind, beside officials and the association of the village. A feature that has such
/// people puts its own on the list in <c>Features.cs</c>.
/// </summary>
public abstract class SubjectEditors
{
    public abstract SubjectKind Kind { get; }

    public abstract Task<bool> MayEditAsync(BrinkDb db, Viewer viewer, long subjectId, CancellationToken cancellation);
}

/// <summary>Who may relate a subject to another (I11): whoever may edit it, at either end, and what everybody may see.</summary>
public static class LinkAccess
{
    /// <summary>No query for who is not signed in, else one, and what a feature asks for its own.</summary>
    public static async Task<bool> MayLinkAsync(
        this BrinkDb db,
        Viewer viewer,
        long subjectId,
        CancellationToken cancellation
    )
    {
        if (!viewer.IsSignedIn)
        {
            return false;
        }

        var subject = await db
            .Subjects.AsNoTracking()
            .Where(s => s.Id == subjectId && s.Visibility == Visibility.Public)
            .Select(s => new { s.Kind, Villages = s.Villages.Select(v => v.VillageId).ToArray() })
            .FirstOrDefaultAsync(cancellation);
        if (subject is null)
        {
            return false;
        }

        if (
            viewer.Is(Role.Liaison)
            || viewer.Is(Role.PolicyOfficer)
            || subject.Villages.Any(viewer.SpeaksForVillage)
            || (subject.Kind == SubjectKind.Village && viewer.SpeaksForVillage(subjectId))
        )
        {
            return true;
        }

        var editors = FeatureServices.Editors.FirstOrDefault(e => e.Kind == subject.Kind);
        return editors is not null && await editors.MayEditAsync(db, viewer, subjectId, cancellation);
    }
}
