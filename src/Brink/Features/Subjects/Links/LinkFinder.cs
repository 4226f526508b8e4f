using System.Globalization;
using Brink.Platform.Database;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Subjects.Links;

/// <summary>A subject that somebody may mean.</summary>
public sealed record LinkTarget(long Id, SubjectKind Kind, string Title);

/// <summary>What somebody means by a pasted address or by words. Finds only what everybody may see.</summary>
public static class LinkFinder
{
    private const int Most = 10;

    /// <summary>The best first; two queries at most.</summary>
    public static async Task<IReadOnlyList<LinkTarget>> FindAsync(
        BrinkDb db,
        string typed,
        CancellationToken cancellation
    )
    {
        if (NumberIn(typed) is { } number)
        {
            var meant = await TargetsAsync(db, [number], cancellation);
            return [.. meant.Where(t => IsAddressOf(typed, t))];
        }

        var hits = await SearchQueries.HitsAsync(db, TextRules.First(typed, 200), null, Most, cancellation);
        var order = hits.Select((hit, at) => (hit.Id, at)).ToDictionary(pair => pair.Id, pair => pair.at);
        var found = await TargetsAsync(db, [.. order.Keys], cancellation);
        return [.. found.OrderBy(t => order[t.Id])];
    }

    /// <summary>12 in 'https://brink.example/initiatieven/12-een-bankje?x#y' and in '/initiatieven/12'.</summary>
    public static long? NumberIn(string typed)
    {
        var path = PathOf(typed);
        return
            path.Length >= 2
            && path[1].Split('-', 2)[0] is { Length: > 0 } digits
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static bool IsAddressOf(string typed, LinkTarget target) =>
        SubjectLinks.Of(target.Kind, target.Id, "").Split('/')[1] == PathOf(typed)[0];

    private static string[] PathOf(string typed)
    {
        var address = typed.Trim();
        var afterHost =
            address.StartsWith('/') ? address
            : Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https"
                ? whole.AbsolutePath
            : "";
        return afterHost.Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Task<LinkTarget[]> TargetsAsync(BrinkDb db, long[] ids, CancellationToken cancellation) =>
        db
            .Subjects.AsNoTracking()
            .Where(s => ids.Contains(s.Id) && s.Visibility == Visibility.Public)
            .Select(s => new LinkTarget(s.Id, s.Kind, s.Title))
            .ToArrayAsync(cancellation);
}
