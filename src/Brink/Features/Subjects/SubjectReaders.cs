using Brink.Features.Accounts;
using Brink.Platform.Database;

namespace Brink.Features.Subjects;

/// <summary>
/// Who may see subjects of one kind that aren't public. A feature that has such subjects puts its own on the list in
/// <c>Features.cs</c>; without one nobody may.
/// </summary>
public abstract class SubjectReaders
{
    public abstract SubjectKind Kind { get; }

    /// <summary>Asked only for what is <see cref="Visibility.Restricted"/>.</summary>
    public abstract Task<bool> MaySeeAsync(
        BrinkDb db,
        Viewer viewer,
        DateOnly today,
        long subjectId,
        CancellationToken cancellation
    );
}
