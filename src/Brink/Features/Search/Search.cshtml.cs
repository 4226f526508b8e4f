using Brink.Features.Initiatives;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Http;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Search;

/// <param name="MoreHref">The list in which these can be filtered further; null where there is none.</param>
public sealed record SearchGroup(string Code, string Name, IReadOnlyList<ListRow> Rows, string? MoreHref);

/// <summary>Search over everything public: villages, themes, initiatives, organisations.</summary>
[AllowAnonymous]
[PublicPage]
[Searches("q")]
public class SearchModel : BrinkPage
{
    /// <summary>The best few; who wants more asks more precisely.</summary>
    private const int Most = 40;
    private const int MostWords = 200;

    /// <summary>Organisations are few, and whoever means one types its name.</summary>
    private const int MostOrganisations = 10;
    private const int ExcerptLength = 160;

    public string Words { get; private set; } = "";
    public IReadOnlyList<SearchGroup> Groups { get; private set; } = [];
    public int Count { get; private set; }
    public bool IsCut { get; private set; }

    public async Task OnGetAsync(string? q, CancellationToken cancellation)
    {
        Words = TextRules.Clean(TextRules.First(TextRules.Clean(q), MostWords));
        if (Words.Length == 0)
        {
            return;
        }

        var hits = await SearchQueries.HitsAsync(Db, Words, null, Most, cancellation);
        IsCut = hits.Length == Most;
        if (hits.Length > 0)
        {
            Groups = Grouped(hits, await SubjectsAsync([.. hits.Select(h => h.Id)], cancellation));
        }

        var organisations = await OrganisationsAsync(cancellation);
        if (organisations.Length > 0)
        {
            Groups =
            [
                .. Groups,
                new SearchGroup(nameof(Organisation), T["Organisaties"], organisations, PlacesLinks.Organisations),
            ];
        }

        Count = Groups.Sum(group => group.Rows.Count);
    }

    /// <summary>By a word of the name, or by a name that looks alike, best first.</summary>
    private async Task<ListRow[]> OrganisationsAsync(CancellationToken cancellation)
    {
        var words = Words.ToLowerInvariant();
        var found = await Db
            .Organisations.AsNoTracking()
            .Where(o => o.EndedAt == null)
            .Where(o =>
                EF.Functions.ToTsVector("dutch", o.Name).Matches(EF.Functions.WebSearchToTsQuery("dutch", words))
                || EF.Functions.TrigramsAreWordSimilar(words, o.Name.ToLower())
            )
            .OrderByDescending(o => EF.Functions.TrigramsWordSimilarity(words, o.Name.ToLower()))
            .ThenBy(o => o.Name)
            .Take(MostOrganisations)
            .Select(o => new
            {
                o.Id,
                o.Name,
                o.Kind,
            })
            .ToArrayAsync(cancellation);
        return
        [
            .. found.Select(o => new ListRow(o.Name, PlacesLinks.Organisation(o.Id, o.Name), Needed: T.NameOf(o.Kind))),
        ];
    }

    private async Task<Dictionary<long, Found>> SubjectsAsync(long[] ids, CancellationToken cancellation)
    {
        var found = await Db
            .Subjects.AsNoTracking()
            .Where(s => ids.Contains(s.Id) && s.Visibility == Visibility.Public)
            .Select(s => new Found(
                s.Id,
                s.Kind,
                s.Title,
                s.Slug,
                s.SearchText,
                Db.Subjects.Where(v => s.Villages.Any(sv => sv.VillageId == v.Id))
                    .Select(v => v.Title)
                    .FirstOrDefault(),
                Db.Initiatives.Where(i => i.Id == s.Id).Select(i => (Phase?)i.Phase).FirstOrDefault()
            ))
            .ToArrayAsync(cancellation);
        return found.ToDictionary(f => f.Id);
    }

    private List<SearchGroup> Grouped(Hit[] hits, Dictionary<long, Found> subjects) =>
        [
            .. hits.Where(h => subjects.ContainsKey(h.Id))
                .Select(h => subjects[h.Id])
                .GroupBy(s => s.Kind)
                .OrderBy(g => g.Key)
                .Select(g => new SearchGroup(
                    g.Key.ToString(),
                    T.NameOf(g.Key),
                    [.. g.Select(Row)],
                    g.Key == SubjectKind.Initiative
                        ? (InitiativeFilter.None with { Words = Words }).Href(InitiativeLinks.List)
                        : null
                )),
        ];

    private ListRow Row(Found subject) =>
        new(
            subject.Title,
            SubjectLinks.Of(subject.Kind, subject.Id, subject.Slug),
            subject.Village,
            subject.Phase is { } phase ? T.StatusOf(phase) : null,
            Needed: Around(subject.Text) is { Length: > 0 } excerpt ? excerpt : null
        );

    /// <summary>The words around the first hit; from the start where none stands as typed.</summary>
    private string Around(string text)
    {
        var at = Words
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => text.IndexOf(word, StringComparison.CurrentCultureIgnoreCase))
            .Where(position => position > 0)
            .DefaultIfEmpty(0)
            .Min();
        var start = at < ExcerptLength / 2 ? 0 : text.LastIndexOf(' ', at - (ExcerptLength / 3)) + 1;
        return (start > 0 ? "… " : "") + Markdown.Excerpt(text[start..], ExcerptLength);
    }

    private sealed record Found(
        long Id,
        SubjectKind Kind,
        string Title,
        string Slug,
        string Text,
        string? Village,
        Phase? Phase
    );
}
