using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Syndication;

public sealed record FeedVillage(long Id, string Name, string Slug);

/// <summary>What a feed is, in plain words, and which there are.</summary>
[AllowAnonymous]
[PublicPage]
public class FeedsModel : BrinkPage
{
    public IReadOnlyList<FeedVillage> Villages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Villages = await Db
            .Subjects.AsNoTracking()
            .Where(s => s.Kind == SubjectKind.Village && s.Visibility == Visibility.Public)
            .OrderBy(s => s.Title)
            .Select(s => new FeedVillage(s.Id, s.Title, s.Slug))
            .ToArrayAsync(cancellation);
}
