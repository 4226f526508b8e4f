using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>A promise as lists and pages show it.</summary>
/// <param name="By">The organisation that promised; empty for a resident.</param>
/// <param name="To">The organisation it was promised to; empty for a resident.</param>
/// <param name="OpenMove">Another day that was proposed and waits for an answer.</param>
public sealed record PromiseItem(
    long Id,
    PromiseKind Kind,
    string What,
    string Where,
    PromiseState State,
    DateOnly Due,
    DateTimeOffset MadeAt,
    DateTimeOffset? EndedAt,
    string Ending,
    string ProofHref,
    long? ByOrganisationId,
    string By,
    string To,
    DateOnly? OpenMove,
    long SubjectId,
    SubjectKind SubjectKind,
    string Title,
    string Slug,
    string Village,
    PromiseGroup ToGroup = PromiseGroup.None
)
{
    public bool IsOverdue(DateOnly today) => State == PromiseState.Open && today > Due;

    public Status Status(Texts T, DateOnly today) =>
        State switch
        {
            PromiseState.Kept => new(T["Nagekomen"], StatusKind.Success),
            PromiseState.Released => new(T["Vervallen"]),
            PromiseState.Proposed => new(T["Gevraagd"]),
            PromiseState.Declined => new(T["Niet toegezegd"]),
            _ when IsOverdue(today) => new(T["Te laat"], StatusKind.Danger),
            _ => new(T["Loopt"], StatusKind.Active),
        };

    public PromiseLine Line(Texts T, DateOnly today) =>
        T.PromiseLine(new PromiseRow(Kind, What, By, Due, State, EndedAt, Ending), today);

    public string Parties(Texts T)
    {
        var by = By.Length > 0 ? By : T["Een bewoner"];
        if (ToGroup != PromiseGroup.None)
        {
            return ToGroup == PromiseGroup.WhoReacted
                ? T["{0} beloofde dit aan iedereen die op het plan reageerde.", by]
                : T["{0} beloofde dit aan de dorpen waar het plan over gaat.", by];
        }

        var to = To.Length > 0 ? To : T["een bewoner"];
        return State is PromiseState.Proposed or PromiseState.Declined
            ? T["{0} is gevraagd dit te doen voor {1}.", by, to]
            : T["{0} beloofde dit aan {1}.", by, to];
    }
}

public enum PromiseFilter
{
    Open,
    Late,
    Kept,
    Released,

    /// <summary>Asked, and not answered yet.</summary>
    Proposed,
}

/// <summary>For whom somebody acts: whose promises are that person's to do, or to wait for.</summary>
/// <param name="Organisations">Those of which every promise is the viewer's.</param>
/// <param name="Held">Those in which the viewer has a role, and does what was given to the viewer.</param>
/// <param name="Everywhere">Municipalities of which the viewer is liaison for every village.</param>
/// <param name="Villages">Those of which the viewer is the municipality's liaison.</param>
public sealed record MyParties(long Me, long[] Organisations, long[] Held, long[] Everywhere, long[] Villages)
{
    public static MyParties Of(Accounts.Viewer viewer) =>
        new(
            viewer.PersonId ?? 0,
            [
                .. viewer
                    .Roles.Where(r =>
                        r.OrganisationKind != OrganisationKind.Municipality
                        && PromiseAccess.PromisingRoles.Contains(r.Role)
                    )
                    .Select(r => r.OrganisationId)
                    .Distinct(),
            ],
            [.. viewer.Roles.Select(r => r.OrganisationId).Distinct()],
            [
                .. viewer
                    .Roles.Where(r => r is { Role: Role.Liaison, VillageId: null })
                    .Select(r => r.OrganisationId)
                    .Distinct(),
            ],
            [
                .. viewer
                    .Roles.Where(r => r is { Role: Role.Liaison, VillageId: not null })
                    .Select(r => r.VillageId!.Value),
            ]
        );
}

public static class PromiseQueries
{
    /// <summary>The villages a promise is about; what is about a village itself, is about that one.</summary>
    /// <param name="subject">With its villages.</param>
    public static long[] VillagesOf(Subject subject) =>
        subject.Kind == SubjectKind.Village ? [subject.Id] : [.. subject.Villages.Select(v => v.VillageId)];

    public static IQueryable<Promise> Public(this IQueryable<Promise> promises) =>
        promises.Where(p => p.Subject!.Visibility == Visibility.Public);

    /// <summary>
    /// What everybody sees, and what both sides see of a development that isn't public: whoever takes the next step for
    /// the umbrella is reminded of it and ticks it off. Access decides who of these sees one.
    /// </summary>
    public static IQueryable<Promise> Seen(this IQueryable<Promise> promises) =>
        promises.Where(p =>
            p.Subject!.Visibility == Visibility.Public
            || (p.Subject.Visibility == Visibility.Restricted && p.Subject.Kind == SubjectKind.Development)
        );

    public static IQueryable<Promise> That(this IQueryable<Promise> promises, PromiseFilter filter, DateOnly today) =>
        filter switch
        {
            PromiseFilter.Late => promises.Where(p => p.State == PromiseState.Open && p.Due < today),
            PromiseFilter.Kept => promises.Where(p => p.State == PromiseState.Kept),
            PromiseFilter.Released => promises.Where(p => p.State == PromiseState.Released),
            PromiseFilter.Proposed => promises.Where(p => p.State == PromiseState.Proposed),
            _ => promises.Where(p => p.State == PromiseState.Open),
        };

    /// <summary>To do, to answer, or to agree to another day; what must be done first comes first.</summary>
    public static IQueryable<Promise> WaitingFor(this IQueryable<Promise> promises, MyParties mine)
    {
        var (me, organisations, held) = (mine.Me, mine.Organisations, mine.Held);
        var (everywhere, villages) = (mine.Everywhere, mine.Villages);
        return promises
            .Seen()
            .Where(p =>
                (
                    (p.State == PromiseState.Open || p.State == PromiseState.Proposed)
                    && (
                        (p.ByPersonId == me && (p.ByOrganisationId == null || held.Contains(p.ByOrganisationId ?? 0)))
                        || organisations.Contains(p.ByOrganisationId ?? 0)
                        || everywhere.Contains(p.ByOrganisationId ?? 0)
                        || (
                            p.ByOrganisation!.Kind == OrganisationKind.Municipality
                            && (
                                villages.Contains(p.SubjectId)
                                || p.Subject!.Villages.Any(v => villages.Contains(v.VillageId))
                            )
                        )
                    )
                )
                || (
                    p.State == PromiseState.Open
                    && p.Moves.Any(m => m.State == PromiseMoveState.Open && m.ProposedBy == PromiseSide.By)
                    && (
                        (p.ToPersonId == me && (p.ToOrganisationId == null || held.Contains(p.ToOrganisationId ?? 0)))
                        || organisations.Contains(p.ToOrganisationId ?? 0)
                        || everywhere.Contains(p.ToOrganisationId ?? 0)
                        || (
                            p.ToOrganisation!.Kind == OrganisationKind.Municipality
                            && (
                                villages.Contains(p.SubjectId)
                                || p.Subject!.Villages.Any(v => villages.Contains(v.VillageId))
                            )
                        )
                    )
                )
            )
            // As long as it isn't taken in, taking it in is what comes first.
            .Where(p =>
                p.Kind != PromiseKind.Answer
                || !p.Subject!.Promises.Any(other =>
                    other.Kind == PromiseKind.TakeIn && other.State == PromiseState.Open
                )
            );
    }

    /// <summary>What others do for the viewer, or were asked to do.</summary>
    public static IQueryable<Promise> ToComeFor(this IQueryable<Promise> promises, MyParties mine)
    {
        var (me, organisations, held) = (mine.Me, mine.Organisations, mine.Held);
        var (everywhere, villages) = (mine.Everywhere, mine.Villages);
        return promises
            .Seen()
            .Where(p => p.State == PromiseState.Open || p.State == PromiseState.Proposed)
            .Where(p =>
                (p.ToPersonId == me && (p.ToOrganisationId == null || held.Contains(p.ToOrganisationId ?? 0)))
                || organisations.Contains(p.ToOrganisationId ?? 0)
                || everywhere.Contains(p.ToOrganisationId ?? 0)
                || (
                    p.ToOrganisation!.Kind == OrganisationKind.Municipality
                    && (villages.Contains(p.SubjectId) || p.Subject!.Villages.Any(v => villages.Contains(v.VillageId)))
                )
            );
    }

    public static IQueryable<PromiseItem> Rows(this IQueryable<Promise> promises, BrinkDb db) =>
        promises
            .AsNoTracking()
            .Select(p => new PromiseItem(
                p.Id,
                p.Kind,
                p.What,
                p.Where,
                p.State,
                p.Due,
                p.MadeAt,
                p.EndedAt,
                p.Ending,
                p.ProofHref,
                p.ByOrganisationId,
                p.ByOrganisation!.Name ?? "",
                p.ToOrganisation!.Name ?? "",
                p.Moves.Where(m => m.State == PromiseMoveState.Open).Select(m => (DateOnly?)m.To).FirstOrDefault(),
                p.SubjectId,
                p.Subject!.Kind,
                p.Subject.Title,
                p.Subject.Slug,
                db.Subjects.Where(v =>
                        p.Subject.Villages.Any(sv => sv.VillageId == v.Id)
                        || (v.Id == p.SubjectId && v.Kind == SubjectKind.Village)
                    )
                    .Select(v => v.Title)
                    .FirstOrDefault()
                    ?? "",
                p.ToGroup
            ));

    /// <summary>As a list of what waits shows it.</summary>
    public static ListRow WaitingRow(this Texts T, PromiseItem row, string href, DateOnly today) =>
        new(
            T.What(row.Kind, row.What, row.Title),
            href,
            row.Village.Length > 0 ? row.Village : null,
            row.IsOverdue(today) || row.State == PromiseState.Proposed ? row.Status(T, today) : null,
            Needed: row.OpenMove is { } move ? T["Voorgestelde andere dag: {0}.", Formats.Date(move)] : null,
            Promise: row.Line(T, today)
        );
}
