using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agenda;

/// <summary>A point as the agenda shows it.</summary>
/// <param name="Href">The page of what it is about; null for a point of its own, and for what is no longer there.</param>
public sealed record AgendaRow(
    long Id,
    string Title,
    string? Href,
    string Remark,
    string? AddedBy,
    DateTimeOffset AddedAt,
    AgendaState State,
    DateOnly? EndedOn,
    bool IsExample
);

/// <summary>The points for the next meeting, to print as an agenda; and what was dealt with.</summary>
public sealed class IndexModel : AgendaPage
{
    /// <summary>More than this no meeting deals with; the rest is on the next page.</summary>
    private const int PageSize = 50;

    public IReadOnlyList<AgendaRow> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;
    public int First { get; private set; }
    public bool ShowsEnded { get; private set; }
    public bool WasSaved => Request.Query["bewaard"] == "ja";

    public async Task OnGetAsync(string? stand, int? pagina)
    {
        var ended = ShowsEnded = stand == "behandeld";
        var points = Db
            .AgendaPoints.AsNoTracking()
            .Where(p => p.OrganisationId == OrganisationId && p.State != AgendaState.Open == ended);
        var total = await points.CountAsync(Aborted);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(pagina ?? 1, 1, pages);
        First = ((page - 1) * PageSize) + 1;
        points = ended
            ? points.OrderByDescending(p => p.EndedOn).ThenByDescending(p => p.Id)
            : points.OrderBy(p => p.AddedAt).ThenBy(p => p.Id);
        var rows = await points
            .Skip(First - 1)
            .Take(PageSize)
            .Select(p => new
            {
                p.Id,
                p.Title,
                p.Remark,
                p.SubjectId,
                Kind = (SubjectKind?)p.Subject!.Kind,
                Slug = (string?)p.Subject.Slug,
                Visibility = (Visibility?)p.Subject.Visibility,
                AddedBy = (string?)p.AddedBy!.Name,
                p.AddedAt,
                p.State,
                p.EndedOn,
                p.IsExample,
            })
            .ToArrayAsync(Aborted);
        Rows =
        [
            .. rows.Select(p => new AgendaRow(
                p.Id,
                p.Title,
                // Its own page still asks who looks; what was taken back has none.
                p.Visibility
                    is Visibility.Public
                        or Visibility.Restricted
                    ? SubjectLinks.Of(p.Kind!.Value, p.SubjectId!.Value, p.Slug!)
                    : null,
                p.Remark,
                p.AddedBy,
                p.AddedAt,
                p.State,
                p.EndedOn,
                p.IsExample
            )),
        ];
        Pagination = new Pagination(
            page,
            pages,
            number =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{AgendaLinks.Of(OrganisationId)}?{(ended ? "stand=behandeld&" : "")}pagina={number}"
                )
        );
    }
}
