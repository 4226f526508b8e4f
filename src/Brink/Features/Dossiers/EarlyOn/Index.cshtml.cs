using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.EarlyOn;

/// <param name="Title">Null where it was withdrawn in confidence: that it was there is told, not what it was.</param>
public sealed record ConfidenceRow(
    long Id,
    string? Title,
    string Slug,
    DateOnly From,
    DateOnly EndedOn,
    IReadOnlyList<string> Organisations
);

/// <summary>
/// How early villages heard of the plans of one year, also when that is unflattering (C3). A plan belongs to the year of
/// its first word. A municipality opens some dozens a year, so a year is one page.
/// </summary>
[AllowAnonymous]
[PublicPage]
public class IndexModel : BrinkPage
{
    public int Year { get; private set; }
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<EarlyRow> Rows { get; private set; } = [];
    public IReadOnlyList<ConfidenceRow> InConfidence { get; private set; } = [];

    public decimal? ToDraft => EarlyRow.Median(Rows.Select(row => row.ToDraft).OfType<int>());
    public decimal? ToDecision => EarlyRow.Median(Rows.Select(row => row.ToDecision).OfType<int>());
    public int WithDraft => Rows.Count(row => row.HeardBeforeDraft is not null);
    public int HeardBefore => Rows.Count(row => row.HeardBeforeDraft == true);

    /// <summary>Of the longest bar, in days.</summary>
    public int Longest => Rows.Max(row => Math.Max(Math.Abs(row.ToDraft ?? 0), row.ToDecision ?? 0));

    public async Task OnGetAsync(int? jaar, CancellationToken cancellation)
    {
        var open = Db.Dossiers.AsNoTracking().Where(d => d.Subject.Visibility == Visibility.Public);
        Years =
        [
            .. (
                await open.Where(d => d.FirstWordOn != null)
                    .Select(d => d.FirstWordOn!.Value.Year)
                    // A year of which everything stayed in confidence shows that much.
                    .Union(Db.DossierConfidences.Where(c => c.EndedOn != null).Select(c => c.EndedOn!.Value.Year))
                    .ToArrayAsync(cancellation)
            ).OrderDescending(),
        ];
        Year = jaar is { } asked && Years.Contains(asked) ? asked : Years.FirstOrDefault(Today.Year);
        var (from, until) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        var rows = await open.Where(d => d.FirstWordOn >= from && d.FirstWordOn <= until)
            .OrderBy(d => d.FirstWordOn)
            .ThenBy(d => d.Id)
            .Select(d => new
            {
                d.Id,
                d.Subject.Title,
                d.Subject.Slug,
                First = d.FirstWordOn!.Value,
                d.State,
                d.EndedOn,
                Draft = d.Stages.Where(s => s.Stage == Stage.Draft).Select(s => s.ReachedOn).FirstOrDefault(),
                CarryingOut = d
                    .Stages.Where(s => s.Stage == Stage.CarryingOut)
                    .Select(s => s.ReachedOn)
                    .FirstOrDefault(),
            })
            .ToArrayAsync(cancellation);
        Rows =
        [
            .. rows.Select(d => new EarlyRow(
                d.Id,
                d.Title,
                d.Slug,
                d.First,
                d.Draft,
                EarlyRow.DecisionOf(d.State, d.EndedOn, d.CarryingOut),
                d.State == DossierState.Stopped
            )),
        ];
        await ReadConfidenceAsync(from, until, cancellation);
    }

    /// <summary>Only what is no longer in confidence. Two queries.</summary>
    private async Task ReadConfidenceAsync(DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var ended = await Db
            .DossierConfidences.AsNoTracking()
            .Where(c => c.EndedOn >= from && c.EndedOn <= until)
            .Join(Db.Dossiers, c => c.DossierId, d => d.Id, (c, d) => new { Confidence = c, Dossier = d })
            .OrderBy(x => x.Confidence.EndedOn)
            .ThenBy(x => x.Dossier.Id)
            .Select(x => new
            {
                x.Dossier.Id,
                Title = x.Dossier.Subject.Visibility == Visibility.Public ? x.Dossier.Subject.Title : null,
                Slug = x.Dossier.Subject.Visibility == Visibility.Public ? x.Dossier.Subject.Slug : "",
                x.Confidence.From,
                EndedOn = x.Confidence.EndedOn!.Value,
            })
            .ToArrayAsync(cancellation);
        var numbers = ended.Select(e => e.Id).ToArray();
        var readers = (
            await Db
                .DossierReaders.AsNoTracking()
                .Where(r => numbers.Contains(r.DossierId))
                .Select(r => new { r.DossierId, r.Organisation!.Name })
                .Distinct()
                .OrderBy(r => r.Name)
                .ToArrayAsync(cancellation)
        ).ToLookup(r => r.DossierId, r => r.Name);
        InConfidence =
        [
            .. ended.Select(e => new ConfidenceRow(e.Id, e.Title, e.Slug, e.From, e.EndedOn, [.. readers[e.Id]])),
        ];
    }

    /// <summary>The width of a bar, of 100.</summary>
    public string Width(int days) =>
        (Longest == 0 ? 0 : Math.Abs(days) * 100m / Longest).ToString("0.#", CultureInfo.InvariantCulture);
}
