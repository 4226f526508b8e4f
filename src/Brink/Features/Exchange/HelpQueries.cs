using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange;

/// <summary>One need or offer in a list.</summary>
/// <param name="Village">The first of its villages by name; <paramref name="Villages"/> is how many there are.</param>
public sealed record HelpRow(
    long Id,
    string Title,
    string Slug,
    HelpDirection Direction,
    HelpKind Kind,
    int Number,
    int Taken,
    DateOnly? From,
    DateOnly? To,
    string? Village,
    int Villages,
    string? OnBehalfOf,
    bool IsExample
)
{
    public int Left => Number - Taken;
}

/// <summary>What the pages about one need or offer show of it.</summary>
public sealed record HelpHead(
    long Id,
    string Title,
    string Slug,
    string Text,
    HelpDirection Direction,
    HelpKind Kind,
    HelpState State,
    Visibility Visibility,
    int Number,
    int Taken,
    DateOnly? From,
    DateOnly? To,
    DateOnly EndsOn,
    string Thanks,
    bool IsExample,
    DateTimeOffset? HandoverAskedAt,
    long? InitiativeId,
    long? AskerId,
    string? AskerName,
    long? OnBehalfOfId,
    string? OnBehalfOf,
    long? EnteredForId,
    string? EnteredFor,
    Channel Channel
)
{
    public string Address => ExchangeLinks.Show(Id, Slug);
    public int Left => Number - Taken;
    public HelpStanding Standing => new(Visibility, Kind, AskerId, OnBehalfOfId, EnteredForId);

    /// <summary>Whether somebody can still answer.</summary>
    public bool TakesAnswersOn(DateOnly today) => State == HelpState.Open && EndsOn >= today && Left > 0;
}

public static class HelpQueries
{
    /// <summary>What stands on lists: open, not past its day, and a place left.</summary>
    public static IQueryable<Help> StillOpen(this IQueryable<Help> helps, DateOnly today) =>
        helps.Where(h => h.State == HelpState.Open && h.EndsOn >= today && h.Taken < h.Number);

    /// <summary>What happens first comes first; what can wait stands last, newest first.</summary>
    public static IQueryable<Help> SoonestFirst(this IQueryable<Help> helps) =>
        helps.OrderBy(h => h.From == null).ThenBy(h => h.From).ThenByDescending(h => h.Id);

    public static IQueryable<HelpRow> Rows(this IQueryable<Help> helps, BrinkDb db) =>
        helps
            .AsNoTracking()
            .Select(h => new HelpRow(
                h.Id,
                h.Subject.Title,
                h.Subject.Slug,
                h.Direction,
                h.Kind,
                h.Number,
                h.Taken,
                h.From,
                h.To,
                db.Subjects.Where(v => h.Subject.Villages.Any(sv => sv.VillageId == v.Id))
                    .OrderBy(v => v.Title)
                    .Select(v => v.Title)
                    .FirstOrDefault(),
                h.Subject.Villages.Count,
                h.Contribution!.OnBehalfOf!.Name,
                h.IsExample
            ));

    public static Task<HelpHead?> HeadAsync(this BrinkDb db, long id, CancellationToken cancellation) =>
        db
            .Helps.AsNoTracking()
            .Where(h => h.Id == id)
            .Select(h => new HelpHead(
                h.Id,
                h.Subject.Title,
                h.Subject.Slug,
                h.Text,
                h.Direction,
                h.Kind,
                h.State,
                h.Subject.Visibility,
                h.Number,
                h.Taken,
                h.From,
                h.To,
                h.EndsOn,
                h.Thanks,
                h.IsExample,
                h.HandoverAskedAt,
                h.InitiativeId,
                h.Contribution!.ByPersonId,
                h.Contribution.NameIsPublic ? h.Contribution.ByPerson!.Name : null,
                h.Contribution.OnBehalfOfId,
                h.Contribution.OnBehalfOf!.Name,
                h.Contribution.EnteredForId,
                h.Contribution.EnteredFor!.Name,
                h.Contribution.Channel
            ))
            .FirstOrDefaultAsync(cancellation);

    /// <summary>What an initiative still needs; only what is open.</summary>
    public static async Task<IReadOnlyList<HelpRow>> StillNeededAsync(
        this BrinkDb db,
        long initiativeId,
        DateOnly today,
        CancellationToken cancellation
    ) =>
        await db
            .Helps.StillOpen(today)
            .Where(h => h.InitiativeId == initiativeId)
            .SoonestFirst()
            .Take(20)
            .Rows(db)
            .ToArrayAsync(cancellation);
}
