using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>Villages and themes to choose from, each in the order in which people look for them.</summary>
public sealed record PlaceChoices(IReadOnlyList<Choice> Villages, IReadOnlyList<Choice> Themes)
{
    public static readonly PlaceChoices None = new([], []);

    /// <summary>One query.</summary>
    public static async Task<PlaceChoices> LoadAsync(BrinkDb db, CancellationToken cancellation)
    {
        var places = await db
            .Subjects.AsNoTracking()
            .Where(s => s.Visibility == Visibility.Public)
            .Where(s => s.Kind == SubjectKind.Village || s.Kind == SubjectKind.Theme)
            .OrderBy(s => s.Title)
            .Select(s => new
            {
                s.Id,
                s.Kind,
                s.Title,
            })
            .ToArrayAsync(cancellation);
        return new(
            [.. places.Where(p => p.Kind == SubjectKind.Village).Select(p => new Choice(p.Id, p.Title))],
            [.. places.Where(p => p.Kind == SubjectKind.Theme).Select(p => new Choice(p.Id, p.Title))]
        );
    }
}
