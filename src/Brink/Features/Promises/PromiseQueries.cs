using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>A promise as lists and pages show it.</summary>
/// <param name="By">The organisation that promised; empty for a resident.</param>
/// <param name="To">The organisation it was promised to; empty for a resident.</param>
public sealed record PromiseItem(
    long Id,
    PromiseKind Kind,
    string What,
    PromiseState State,
    DateOnly Due,
    DateTimeOffset MadeAt,
    DateTimeOffset? EndedAt,
    string Ending,
    string By,
    string To,
    long SubjectId,
    SubjectKind SubjectKind,
    string Title,
    string Slug,
    string Village
)
{
    public bool IsOverdue(DateOnly today) => State == PromiseState.Open && today > Due;

    public Status Status(Texts T, DateOnly today) =>
        State switch
        {
            PromiseState.Kept => new(T["Nagekomen"], StatusKind.Success),
            PromiseState.Released => new(T["Vervallen"]),
            _ when IsOverdue(today) => new(T["Te laat"], StatusKind.Danger),
            _ => new(T["Loopt"], StatusKind.Active),
        };

    public PromiseLine Line(Texts T, DateOnly today) =>
        T.PromiseLine(
            new PromiseRow(Kind, What, By.Length > 0 ? By : T["Een bewoner"], Due, State, EndedAt, Ending),
            today
        );

    public string Parties(Texts T) =>
        T["{0} beloofde dit aan {1}.", By.Length > 0 ? By : T["Een bewoner"], To.Length > 0 ? To : T["een bewoner"]];
}

public enum PromiseFilter
{
    Open,
    Late,
    Kept,
    Released,
}

public static class PromiseQueries
{
    public static IQueryable<Promise> Public(this IQueryable<Promise> promises) =>
        promises.Where(p => p.Subject!.Visibility == Visibility.Public);

    public static IQueryable<Promise> That(this IQueryable<Promise> promises, PromiseFilter filter, DateOnly today) =>
        filter switch
        {
            PromiseFilter.Late => promises.Where(p => p.State == PromiseState.Open && p.Due < today),
            PromiseFilter.Kept => promises.Where(p => p.State == PromiseState.Kept),
            PromiseFilter.Released => promises.Where(p => p.State == PromiseState.Released),
            _ => promises.Where(p => p.State == PromiseState.Open),
        };

    public static IQueryable<PromiseItem> Rows(this IQueryable<Promise> promises, BrinkDb db) =>
        promises
            .AsNoTracking()
            .Select(p => new PromiseItem(
                p.Id,
                p.Kind,
                p.What,
                p.State,
                p.Due,
                p.MadeAt,
                p.EndedAt,
                p.Ending,
                p.ByOrganisation!.Name ?? "",
                p.ToOrganisation!.Name ?? "",
                p.SubjectId,
                p.Subject!.Kind,
                p.Subject.Title,
                p.Subject.Slug,
                db.Subjects.Where(v => p.Subject.Villages.Any(sv => sv.VillageId == v.Id))
                    .Select(v => v.Title)
                    .FirstOrDefault()
                    ?? ""
            ));
}
