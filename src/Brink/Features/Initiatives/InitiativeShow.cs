using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives;

/// <summary>
/// Reads one page. What most initiatives don't have yet is asked only where the first query saw it, so a page costs
/// between five and ten queries and never more, however much there is.
/// </summary>
public static class InitiativeShow
{
    // The page that is read most: compiled, EF doesn't take these queries apart again for every reader.
    private static readonly Func<BrinkDb, long, CancellationToken, Task<InitiativeView?>> View = EF.CompileAsyncQuery(
        (BrinkDb db, long id, CancellationToken cancellation) =>
            db
                .Initiatives.AsNoTracking()
                .Where(i => i.Id == id)
                .Select(i => new InitiativeView(
                    i.Id,
                    i.Subject.Title,
                    i.Subject.Slug,
                    i.Subject.Visibility,
                    i.VillageId,
                    i.Village!.Subject!.Title,
                    i.Village.Subject.Slug,
                    i.What,
                    i.Why,
                    i.Companions,
                    i.InitiatorKind,
                    i.GroupName,
                    i.OwnerType,
                    i.Longitude,
                    i.Latitude,
                    i.PlaceNote,
                    i.Phase,
                    i.PhaseSince,
                    i.NextStep,
                    i.NextStepDate,
                    i.NextStepBy,
                    i.Intake,
                    i.Answer,
                    i.AnswerText,
                    i.AnsweredAt,
                    i.Lessons,
                    i.IsExample,
                    i.Contribution!.NameIsPublic ? i.Contribution.ByPerson!.Name : null,
                    i.Contribution.OnBehalfOf!.Name,
                    i.Contribution.EnteredFor!.Name,
                    i.Contribution.Channel,
                    i.Contribution.At,
                    db.SubjectThemes.Where(t => t.SubjectId == i.Id)
                        .Join(db.Themes, t => t.ThemeId, t => t.Id, (_, theme) => theme)
                        .OrderBy(t => t.Order)
                        .Select(t => t.Drawing)
                        .FirstOrDefault(),
                    i.Questions.Any(),
                    i.Requirements.Any(),
                    i.Updates.Any(),
                    i.GroundRulesVersions.Any(),
                    db.BudgetLines.Any(l => l.InitiativeId == i.Id),
                    db.Relations.Any(r => r.FromId == i.Id) || db.Relations.Any(r => r.ToId == i.Id),
                    db.SubjectGroups.Any(g => g.SubjectId == i.Id),
                    db.Helps.Any(h => h.InitiativeId == i.Id),
                    db.SubjectFiles.Any(f => f.SubjectId == i.Id)
                ))
                .FirstOrDefault()
    );

    private static readonly Func<BrinkDb, long, IAsyncEnumerable<PhaseChange>> Phases = EF.CompileAsyncQuery<
        BrinkDb,
        long,
        PhaseChange
    >(
        (BrinkDb db, long id) =>
            db.PhaseChanges.AsNoTracking().Where(p => p.InitiativeId == id).OrderBy(p => p.On).ThenBy(p => p.Id)
    );

    private static readonly Func<BrinkDb, long, IAsyncEnumerable<PromiseRow>> Promises = EF.CompileAsyncQuery(
        (BrinkDb db, long id) =>
            db
                .Promises.AsNoTracking()
                .Where(p => p.SubjectId == id)
                .Where(p => p.State != PromiseState.Proposed && p.State != PromiseState.Declined)
                .OrderBy(p => p.Due)
                .ThenBy(p => p.Id)
                .Select(p => new PromiseRow(
                    p.Kind,
                    p.What,
                    p.ByOrganisation!.Name ?? "",
                    p.Due,
                    p.State,
                    p.EndedAt,
                    p.Ending
                ))
    );

    private static readonly Func<BrinkDb, long, IAsyncEnumerable<ThemeView>> Themes = EF.CompileAsyncQuery(
        (BrinkDb db, long id) =>
            db
                .SubjectThemes.AsNoTracking()
                .Where(t => t.SubjectId == id)
                .Join(db.Themes, t => t.ThemeId, t => t.Id, (_, theme) => theme)
                .OrderBy(t => t.Order)
                .Select(t => new ThemeView(t.Id, t.Subject!.Title))
    );

    private static readonly Func<BrinkDb, long, IAsyncEnumerable<QuestionView>> Questions = EF.CompileAsyncQuery(
        (BrinkDb db, long id) =>
            db
                .Questions.AsNoTracking()
                .Where(q => q.InitiativeId == id)
                .OrderBy(q => q.AskedAt)
                .ThenBy(q => q.Id)
                .Select(q => new QuestionView(
                    q.Id,
                    q.Text,
                    q.AskedAt,
                    q.Contribution!.OnBehalfOf!.Name,
                    q.Reply,
                    q.RepliedAt,
                    q.ReplyContribution!.OnBehalfOf!.Name,
                    q.ReplyContribution.EnteredFor!.Name,
                    q.ReplyContribution.Channel
                ))
    );

    private static readonly Func<BrinkDb, long, IAsyncEnumerable<Requirement>> Requirements = EF.CompileAsyncQuery<
        BrinkDb,
        long,
        Requirement
    >(
        (BrinkDb db, long id) =>
            db
                .Requirements.AsNoTracking()
                .Where(r => r.InitiativeId == id)
                .OrderBy(r => r.MetAt != null)
                .ThenBy(r => r.At)
                .ThenBy(r => r.Id)
    );

    private static readonly Func<BrinkDb, long, int, IAsyncEnumerable<UpdateView>> Updates = EF.CompileAsyncQuery(
        (BrinkDb db, long id, int most) =>
            db
                .Updates.AsNoTracking()
                .Where(u => u.InitiativeId == id)
                .OrderByDescending(u => u.At)
                .ThenByDescending(u => u.Id)
                .Take(most)
                .Select(u => new UpdateView(
                    u.Id,
                    u.Text,
                    u.At,
                    u.Contribution!.NameIsPublic ? u.Contribution.ByPerson!.Name : null,
                    u.Contribution.OnBehalfOf!.Name,
                    u.Contribution.EnteredFor!.Name,
                    u.Contribution.Channel
                ))
    );

    private static readonly Func<BrinkDb, long, IAsyncEnumerable<FileView>> Files = EF.CompileAsyncQuery(
        (BrinkDb db, long id) =>
            db
                .SubjectFiles.AsNoTracking()
                .Where(f => f.SubjectId == id)
                .OrderBy(f => f.Order)
                .ThenBy(f => f.Id)
                .Select(f => new FileView(f.Id, f.PartId, f.Description))
    );

    public static Task<InitiativeView?> ViewAsync(this BrinkDb db, long id, CancellationToken cancellation) =>
        View(db, id, cancellation);

    /// <summary>Who carries it and who thinks along: what access asks for, beside the view.</summary>
    public static async Task<InitiativeStanding?> StandingAsync(
        this BrinkDb db,
        long id,
        CancellationToken cancellation
    )
    {
        var found = await db
            .Initiatives.AsNoTracking()
            .Where(i => i.Id == id)
            .Select(i => new
            {
                i.Subject.Visibility,
                i.VillageId,
                i.Contribution!.OnBehalfOfId,
                i.Contribution.EnteredForId,
            })
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        // Initiators, colleagues and parties to the rules, in one question.
        var people = await db
            .Initiators.Where(i => i.InitiativeId == id)
            .Select(i => new { Number = i.PersonId, As = 1 })
            .Concat(db.Colleagues.Where(c => c.InitiativeId == id).Select(c => new { Number = c.PersonId, As = 2 }))
            .Concat(
                db.GroundRulesParties.Where(p => p.InitiativeId == id && p.Until == null && p.OrganisationId != null)
                    .Select(p => new { Number = p.OrganisationId!.Value, As = 3 })
            )
            .ToArrayAsync(cancellation);
        return new InitiativeStanding(
            found.Visibility,
            found.VillageId,
            found.OnBehalfOfId,
            found.EnteredForId,
            [.. people.Where(p => p.As == 1).Select(p => p.Number)],
            [.. people.Where(p => p.As == 2).Select(p => p.Number)],
            [.. people.Where(p => p.As == 3).Select(p => p.Number)]
        );
    }

    public static ValueTask<PhaseChange[]> PhasesAsync(this BrinkDb db, long id, CancellationToken cancellation) =>
        Phases(db, id).ToArrayAsync(cancellation);

    public static ValueTask<PromiseRow[]> PromisesAsync(this BrinkDb db, long id, CancellationToken cancellation) =>
        Promises(db, id).ToArrayAsync(cancellation);

    public static ValueTask<ThemeView[]> ThemesAsync(this BrinkDb db, long id, CancellationToken cancellation) =>
        Themes(db, id).ToArrayAsync(cancellation);

    public static ValueTask<QuestionView[]> QuestionsAsync(this BrinkDb db, long id, CancellationToken cancellation) =>
        Questions(db, id).ToArrayAsync(cancellation);

    public static ValueTask<Requirement[]> RequirementsAsync(
        this BrinkDb db,
        long id,
        CancellationToken cancellation
    ) => Requirements(db, id).ToArrayAsync(cancellation);

    /// <summary>Newest first.</summary>
    public static ValueTask<UpdateView[]> UpdatesAsync(
        this BrinkDb db,
        long id,
        int most,
        CancellationToken cancellation
    ) => Updates(db, id, most).ToArrayAsync(cancellation);

    public static ValueTask<FileView[]> FilesAsync(this BrinkDb db, long id, CancellationToken cancellation) =>
        Files(db, id).ToArrayAsync(cancellation);
}
