using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives;

/// <summary>One initiative in a list: what somebody wants to know before opening it.</summary>
/// <param name="PromiseKind">Of the open promise with the first date; null when nothing is open.</param>
public sealed record InitiativeRow(
    long Id,
    string Title,
    string Slug,
    string Village,
    Phase Phase,
    DateOnly PhaseSince,
    OwnerType? OwnerType,
    IntakeState Intake,
    AnswerKind? Answer,
    string NextStep,
    DateOnly? NextStepDate,
    PromiseKind? PromiseKind,
    string? PromiseWhat,
    string? PromiseBy,
    DateOnly? PromiseDue,
    long? PhotoId,
    string? Drawing,
    bool IsExample,
    DateTimeOffset ChangedAt
)
{
    public OpenPromise? Promise =>
        (PromiseKind, PromiseDue) is ({ } kind, { } due) ? new(kind, PromiseWhat ?? "", PromiseBy, due) : null;
}

/// <param name="By">The organisation that promised; null for a resident.</param>
public sealed record OpenPromise(PromiseKind Kind, string What, string? By, DateOnly Due);

public static class InitiativeQueries
{
    /// <summary>What the viewer may open by its address. Lists show only what is public, also to who may see more.</summary>
    public static IQueryable<Initiative> VisibleTo(this IQueryable<Initiative> initiatives, Viewer viewer)
    {
        if (viewer.PersonId is not { } person)
        {
            return initiatives.Public();
        }

        if (viewer.Is(Role.Liaison))
        {
            return initiatives;
        }

        var speaking = viewer.Roles.Where(r => Viewer.SpeakingRoles.Contains(r.Role)).ToArray();
        var organisations = speaking.Select(r => (long?)r.OrganisationId).Distinct().ToArray();
        var villages = speaking
            .Where(r => r.OrganisationKind == OrganisationKind.Association)
            .SelectMany(r => r.Villages)
            .Distinct()
            .ToArray();
        return initiatives.Where(i =>
            i.Subject.Visibility == Visibility.Public
            || i.Initiators.Any(x => x.PersonId == person)
            || organisations.Contains(i.Contribution!.OnBehalfOfId)
            || organisations.Contains(i.Contribution.EnteredForId)
            || (i.Subject.Visibility == Visibility.Unconfirmed && villages.Contains(i.VillageId))
        );
    }

    public static IQueryable<Initiative> Public(this IQueryable<Initiative> initiatives) =>
        initiatives.Where(i => i.Subject.Kind == SubjectKind.Initiative && i.Subject.Visibility == Visibility.Public);

    /// <param name="found">The numbers that the words of the filter found; null when no words were asked.</param>
    public static IQueryable<Initiative> Chosen(
        this IQueryable<Initiative> initiatives,
        InitiativeFilter filter,
        IReadOnlyCollection<long>? found
    )
    {
        if (found is not null)
        {
            initiatives = initiatives.Where(i => found.Contains(i.Id));
        }

        if (filter.VillageId is { } village)
        {
            initiatives = initiatives.Where(i => i.VillageId == village);
        }

        if (filter.ThemeId is { } theme)
        {
            initiatives = initiatives.Where(i => i.Subject.Themes.Any(t => t.ThemeId == theme));
        }

        if (filter.Phase is { } phase)
        {
            initiatives = initiatives.Where(i => i.Phase == phase);
        }

        if (filter.Owner is { } owner)
        {
            initiatives = initiatives.Where(i => i.OwnerType == owner.Type);
        }

        return filter.Waiting ? initiatives.Waiting() : initiatives;
    }

    /// <summary>Handed in, and the municipality has not answered yet.</summary>
    public static IQueryable<Initiative> Waiting(this IQueryable<Initiative> initiatives) =>
        initiatives.Where(i => i.Intake == IntakeState.HandedIn || i.Intake == IntakeState.TakenIn);

    /// <summary>Newest change first; the number decides between two of one moment, so that no page misses one.</summary>
    public static IQueryable<Initiative> NewestFirst(this IQueryable<Initiative> initiatives) =>
        initiatives.OrderByDescending(i => i.Subject.ChangedAt).ThenByDescending(i => i.Id);

    public static IQueryable<InitiativeRow> Rows(this IQueryable<Initiative> initiatives, BrinkDb db) =>
        initiatives
            .AsNoTracking()
            .Select(i => new InitiativeRow(
                i.Id,
                i.Subject.Title,
                i.Subject.Slug,
                i.Village!.Subject!.Title,
                i.Phase,
                i.PhaseSince,
                i.OwnerType,
                i.Intake,
                i.Answer,
                i.NextStep,
                i.NextStepDate,
                // Column by column: as one object it would number all the promises there are for each page of twenty.
                db.Promises.Where(p => p.SubjectId == i.Id && p.State == PromiseState.Open)
                    .OrderBy(p => p.Due)
                    .ThenBy(p => p.Id)
                    .Select(p => (PromiseKind?)p.Kind)
                    .FirstOrDefault(),
                db.Promises.Where(p => p.SubjectId == i.Id && p.State == PromiseState.Open)
                    .OrderBy(p => p.Due)
                    .ThenBy(p => p.Id)
                    .Select(p => p.What)
                    .FirstOrDefault(),
                db.Promises.Where(p => p.SubjectId == i.Id && p.State == PromiseState.Open)
                    .OrderBy(p => p.Due)
                    .ThenBy(p => p.Id)
                    .Select(p => p.ByOrganisation!.Name)
                    .FirstOrDefault(),
                db.Promises.Where(p => p.SubjectId == i.Id && p.State == PromiseState.Open)
                    .OrderBy(p => p.Due)
                    .ThenBy(p => p.Id)
                    .Select(p => (DateOnly?)p.Due)
                    .FirstOrDefault(),
                db.SubjectFiles.Where(f => f.SubjectId == i.Id)
                    .OrderBy(f => f.PartId != null)
                    .ThenBy(f => f.Order)
                    .ThenBy(f => f.Id)
                    .Select(f => (long?)f.Id)
                    .FirstOrDefault(),
                db.SubjectThemes.Where(t => t.SubjectId == i.Id)
                    .Join(db.Themes, t => t.ThemeId, t => t.Id, (_, theme) => theme)
                    .OrderBy(t => t.Order)
                    .Select(t => t.Drawing)
                    .FirstOrDefault(),
                i.IsExample,
                i.Subject.ChangedAt
            ));
}
