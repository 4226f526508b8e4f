using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Requests;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice;

/// <summary>One advice in a list.</summary>
/// <param name="PromiseDue">Of the answer that is owed; null when none is.</param>
/// <param name="TakenOver">Points, in the last answer; 0 before there is one.</param>
public sealed record AdviceRow(
    long Id,
    string Title,
    string Slug,
    string Adviser,
    bool IsAsked,
    AdviceState State,
    DateOnly? Due,
    DateTimeOffset? GivenAt,
    DateOnly? PromiseDue,
    int Points,
    int TakenOver,
    int Partly,
    int NotTaken,
    bool IsExample
);

public static class AdviceQueries
{
    public static IQueryable<AdviceCase> Public(this IQueryable<AdviceCase> advices) =>
        advices.Where(a => a.Subject.Visibility == Visibility.Public);

    /// <summary>What the viewer sees because of a role and nobody else does: what is asked, and what is being written.</summary>
    public static IQueryable<AdviceCase> Amongst(this IQueryable<AdviceCase> advices, BrinkDb db, Viewer viewer)
    {
        var (me, official) = (viewer.PersonId, viewer.MayAskAdvice());
        var mine = viewer.Roles.Select(r => r.OrganisationId).Where(viewer.SpeaksFor).Distinct().ToArray();
        var works = viewer
            .Roles.Where(r => r.Role == Role.PolicyOfficer)
            .Select(r => r.OrganisationId)
            .Distinct()
            .ToArray();
        return advices
            .Where(a => a.Subject.Visibility == Visibility.Restricted)
            .Where(a =>
                a.InConfidence
                    ? (a.State != AdviceState.Writing && works.Contains(a.Dossier!.OrganisationId))
                        || (
                            mine.Contains(a.AdviserId)
                            && db.DossierReaders.Any(r =>
                                r.DossierId == a.DossierId
                                && r.PersonId == me
                                && r.OrganisationId == a.AdviserId
                                && r.RemovedOn == null
                            )
                        )
                    : mine.Contains(a.AdviserId) || (official && a.State != AdviceState.Writing)
            );
    }

    /// <summary>Given and not taken back.</summary>
    public static IQueryable<AdviceCase> Given(this IQueryable<AdviceCase> advices) =>
        advices.Where(a => a.State == AdviceState.Given || a.State == AdviceState.Answered);

    public static IQueryable<AdviceCase> NewestFirst(this IQueryable<AdviceCase> advices) =>
        advices.OrderByDescending(a => a.Subject.ChangedAt).ThenByDescending(a => a.Id);

    public static IQueryable<AdviceRow> Rows(this IQueryable<AdviceCase> advices, BrinkDb db) =>
        advices
            .AsNoTracking()
            .Select(a => new
            {
                Advice = a,
                Last = a
                    .Answers.Where(answer => answer.PublishedAt != null)
                    .OrderByDescending(answer => answer.Number)
                    .Select(answer => (long?)answer.Id)
                    .FirstOrDefault(),
            })
            .Select(x => new AdviceRow(
                x.Advice.Id,
                x.Advice.Subject.Title,
                x.Advice.Subject.Slug,
                x.Advice.Adviser!.Name,
                x.Advice.IsAsked,
                x.Advice.State,
                x.Advice.Due,
                x.Advice.GivenAt,
                db.Promises.Where(p =>
                        p.SubjectId == x.Advice.Id && p.Kind == PromiseKind.Answer && p.State == PromiseState.Open
                    )
                    .Select(p => (DateOnly?)p.Due)
                    .FirstOrDefault(),
                x.Advice.Points.Count,
                db.AdviceAnswerLines.Count(l => l.AnswerId == x.Last && l.Verdict == PointVerdict.TakenOver),
                db.AdviceAnswerLines.Count(l => l.AnswerId == x.Last && l.Verdict == PointVerdict.Partly),
                db.AdviceAnswerLines.Count(l => l.AnswerId == x.Last && l.Verdict == PointVerdict.NotTaken),
                x.Advice.IsExample
            ));

    /// <summary>Everything of one advice, to act on or to read; always the same number of queries.</summary>
    public static IQueryable<AdviceCase> Whole(this IQueryable<AdviceCase> advices) =>
        advices
            .Include(a => a.Subject.Promises)
            .Include(a => a.Subject.Villages)
            .Include(a => a.Adviser)
            .Include(a => a.Points)
            .Include(a => a.Answers)
                .ThenInclude(a => a.Lines)
            .Include(a => a.Answers)
                .ThenInclude(a => a.Contribution!.ByPerson)
            .Include(a => a.GivenContribution!.EnteredFor)
            .Include(a => a.GivenContribution!.ByPerson)
            .AsSplitQuery();

    /// <summary>Two queries at most; null when there is no such advice.</summary>
    public static async Task<AdviceStanding?> AdviceStandingAsync(
        this BrinkDb db,
        long id,
        CancellationToken cancellation
    )
    {
        var found = await db
            .Advices.AsNoTracking()
            .Where(a => a.Id == id)
            .Select(a => new
            {
                a.Subject.Visibility,
                a.State,
                a.IsAsked,
                a.AdviserId,
                a.InConfidence,
                a.DossierId,
            })
            .FirstOrDefaultAsync(cancellation);
        return found is null
            ? null
            : new AdviceStanding(
                found.Visibility,
                found.State,
                found.IsAsked,
                found.AdviserId,
                found.InConfidence,
                found is { InConfidence: true, DossierId: { } dossier }
                    ? await db.DossierStandingAsync(dossier, cancellation)
                    : null
            );
    }

    /// <summary>Associations that speak for a village today, and umbrellas: they can be asked.</summary>
    public static IQueryable<Organisation> AdvisersToAsk(this BrinkDb db, DateOnly today) =>
        db
            .Organisations.Askable(today)
            .Concat(db.Organisations.Where(o => o.Kind == OrganisationKind.Umbrella && o.EndedAt == null));

    /// <summary>How many questions for advice wait at this adviser; what is in confidence isn't told.</summary>
    public static Task<int> OpenAdviceAsync(this BrinkDb db, long adviserId, CancellationToken cancellation) =>
        db.Advices.CountAsync(
            a =>
                a.AdviserId == adviserId
                && !a.InConfidence
                && (a.State == AdviceState.Asked || a.State == AdviceState.Proposed),
            cancellation
        );

    /// <summary>The villages an advice is about: those of the adviser; for an umbrella those of the plan.</summary>
    public static async Task<long[]> VillagesOfAdviceAsync(
        this BrinkDb db,
        long adviserId,
        long? aboutId,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var own = await db
            .Representations.Where(r => r.OrganisationId == adviserId)
            .Where(r => (r.From == null || r.From <= today) && (r.To == null || r.To >= today))
            .Select(r => r.VillageId)
            .ToArrayAsync(cancellation);
        return own.Length > 0 || aboutId is null
            ? own
            : await db
                .SubjectVillages.Where(v => v.SubjectId == aboutId)
                .Select(v => v.VillageId)
                .ToArrayAsync(cancellation);
    }
}
