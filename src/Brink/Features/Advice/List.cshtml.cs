using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice;

/// <summary>Advice that was given, for everyone; and what is asked or being written, for those whom it concerns.</summary>
[AllowAnonymous]
[PublicPage]
[Searches(AdviceFilter.WordsName)]
public class ListModel : BrinkPage
{
    private const int PageSize = 20;
    private const int MostAmongst = 50;

    public AdviceFilter Filter { get; private set; } = AdviceFilter.None;
    public IReadOnlyList<ListRow> Amongst { get; private set; } = [];
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];
    public FilterBar Bar { get; private set; } = null!;
    public Pagination Pagination { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = AdviceFilter.Read(Request.Query);
        var found =
            Filter.Words.Length > 0
                ? await SearchQueries.NumbersAsync(Db, Filter.Words, AdviceFilter.Searched, cancellation)
                : null;
        var groups = await GroupsAsync(found, cancellation);
        var chosen = Filter.Of(Db.Advices.Public(), Db, found, Today);
        var total = await chosen.CountAsync(cancellation);
        Pagination = PagesOf(total, PageSize, Filter.Href);
        var rows = await chosen
            .NewestFirst()
            .Skip((Pagination.Page - 1) * PageSize)
            .Take(PageSize)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Rows = [.. rows.Select(row => T.ListRow(row, Today))];
        Bar = new FilterBar(
            AdviceLinks.List,
            Filter.Words,
            T["Zoek in de adviezen"],
            T.Count(total, "1 advies", "{0} adviezen"),
            groups,
            [.. (Filter with { Words = "" }).Fields()],
            Filter.IsEmpty ? null : AdviceLinks.List
        );
        if (Viewer.IsSignedIn)
        {
            var amongst = await Db
                .Advices.Amongst(Db, Viewer)
                .NewestFirst()
                .Take(MostAmongst)
                .Rows(Db)
                .ToArrayAsync(cancellation);
            Amongst = [.. amongst.Select(row => T.ListRow(row, Today))];
        }
    }

    /// <summary>How many are left with each choice beside the others. Six queries.</summary>
    private async Task<IReadOnlyList<FilterGroup>> GroupsAsync(
        IReadOnlyCollection<long>? found,
        CancellationToken cancellation
    )
    {
        IQueryable<AdviceCase> With(AdviceFilter filter) => filter.Of(Db.Advices.Public(), Db, found, Today);
        var kinds = await With(Filter with { IsAsked = null })
            .GroupBy(a => a.IsAsked)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var stands = new Dictionary<AnswerStand, int>();
        foreach (var stand in Enum.GetValues<AnswerStand>())
        {
            stands[stand] = await With(Filter with { Stand = stand }).CountAsync(cancellation);
        }

        var villages = await Db.VillagesOfAsync(
            With(Filter with { VillageId = null }).Select(one => one.Id),
            cancellation
        );
        return
        [
            new(
                T["Gevraagd of niet"],
                [
                    .. new[] { true, false }
                        .Where(kinds.ContainsKey)
                        .Select(asked =>
                            Link(
                                T.AskedOrNot(asked),
                                kinds[asked],
                                asked == Filter.IsAsked,
                                on => Filter with { IsAsked = on ? asked : null }
                            )
                        ),
                ]
            ),
            new(
                T["Antwoord"],
                [
                    .. stands
                        .Where(s => s.Value > 0 || s.Key == Filter.Stand)
                        .Select(s =>
                            Link(
                                NameOf(s.Key),
                                s.Value,
                                s.Key == Filter.Stand,
                                on => Filter with { Stand = on ? s.Key : null }
                            )
                        ),
                ]
            ),
            new(
                T["Dorp"],
                [
                    .. villages.Select(v =>
                        Link(
                            v.Title,
                            v.Count,
                            v.Id == Filter.VillageId,
                            on => Filter with { VillageId = on ? v.Id : null }
                        )
                    ),
                ]
            ),
        ];
    }

    private string NameOf(AnswerStand stand) =>
        stand switch
        {
            AnswerStand.Owed => T["Wacht op antwoord"],
            AnswerStand.Overdue => T["Antwoord te laat"],
            _ => T["Beantwoord"],
        };

    /// <summary>A chosen one takes itself away again.</summary>
    private static FilterLink Link(string text, int count, bool chosen, Func<bool, AdviceFilter> with) =>
        new(text, with(!chosen).Href(), count, chosen);
}
