using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds;

/// <summary>
/// What of rounds waits for somebody: rounds to answer or finish, answers to write or to read, and answers to tell to
/// who has no mail address. Three queries at most.
/// </summary>
internal static class RoundWaiting
{
    public static async Task<IReadOnlyList<Waiting>> ReadAsync(MineDesk desk)
    {
        var works = desk
            .Viewer.Roles.Where(r => r.Role == Role.PolicyOfficer)
            .Select(r => r.OrganisationId)
            .Distinct()
            .ToArray();
        return works.Length > 0
            ? [.. await RoundsAsync(desk, works), .. await AnswersAsync(desk, works), .. await ToTellAsync(desk)]
            : await ToTellAsync(desk);
    }

    /// <summary>Rounds that closed: the number is read from the few rows in which the database keeps it.</summary>
    private static async Task<IReadOnlyList<Waiting>> RoundsAsync(MineDesk desk, long[] works)
    {
        var (db, T, today) = (desk.Db, desk.T, DutchTime.StartOf(desk.Today.AddDays(1)));
        var rounds = await db
            .Rounds.AsNoTracking()
            .Where(r => r.FinishedAt == null && r.ClosesAt < today && r.ClosingTold)
            .Where(r => works.Contains(r.Dossier!.OrganisationId))
            .OrderBy(r => r.AnswerBy)
            .ThenBy(r => r.Id)
            .Take(desk.Most)
            .Select(r => new
            {
                r.Id,
                r.DossierId,
                r.Dossier!.Subject.Title,
                r.AnswerBy,
                Unanswered = db.RoundCounts.Where(c => c.RoundId == r.Id).Sum(c => c.Unanswered),
            })
            .ToArrayAsync(desk.Cancellation);
        return
        [
            .. rounds.Select(r => new Waiting(
                DutchTime.StartOf(r.AnswerBy),
                new ListRow(
                    r.Unanswered > 0
                        ? T["Reacties beantwoorden bij '{0}'", r.Title]
                        : T["De ronde afronden bij '{0}'", r.Title],
                    r.Unanswered > 0 ? RoundLinks.Work(r.DossierId, r.Id) : RoundLinks.Finish(r.DossierId, r.Id),
                    When: T["uiterlijk {0}", Formats.Date(r.AnswerBy)],
                    Needed: r.Unanswered > 0
                        ? T.Count(r.Unanswered, "1 wacht op antwoord.", "{0} wachten op antwoord.")
                        : T["Iedereen heeft antwoord."]
                )
            )),
        ];
    }

    /// <summary>What was given to the viewer, and what a colleague wrote and nobody read yet.</summary>
    private static async Task<IReadOnlyList<Waiting>> AnswersAsync(MineDesk desk, long[] works)
    {
        var (T, me) = (desk.T, desk.Viewer.PersonId ?? 0);
        var answers = await desk
            .Db.RoundAnswers.AsNoTracking()
            .Where(a => works.Contains(a.Round!.Dossier!.OrganisationId))
            .Where(a =>
                (a.State == AnswerState.Draft && a.HandledById == me && a.Round!.FinishedAt == null)
                || (a.State == AnswerState.WithReader && a.WrittenById != me && a.Round!.FinishedAt == null)
                || a.Corrections.Any(c => c.GivenAt == null && c.WrittenById != me)
            )
            .OrderBy(a => a.Round!.AnswerBy)
            .ThenBy(a => a.Id)
            .Take(desk.Most)
            .Select(a => new
            {
                a.Id,
                a.RoundId,
                a.Round!.DossierId,
                a.Round.Dossier!.Subject.Title,
                a.Round.AnswerBy,
                a.State,
                Name = a.Title,
            })
            .ToArrayAsync(desk.Cancellation);
        return
        [
            .. answers.Select(a => new Waiting(
                DutchTime.StartOf(a.AnswerBy),
                new ListRow(
                    a.State != AnswerState.Draft
                        ? T["Een antwoord meelezen bij '{0}'", a.Title]
                        : T["Een antwoord schrijven bij '{0}'", a.Title],
                    RoundLinks.Answer(a.DossierId, a.RoundId, a.Id),
                    When: T["uiterlijk {0}", Formats.Date(a.AnswerBy)],
                    Needed: a.Name.Length > 0 ? a.Name : null
                )
            )),
        ];
    }

    private static async Task<IReadOnlyList<Waiting>> ToTellAsync(MineDesk desk)
    {
        var (T, me) = (desk.T, desk.Viewer.PersonId ?? 0);
        var helpsFor = desk.Viewer.MayEnterReactions().Select(r => (long?)r.OrganisationId).ToArray();
        var answered = await desk
            .Db.Reactions.AsNoTracking()
            .Where(r => helpsFor.Contains(r.Contribution!.EnteredForId))
            .Where(r => r.Contribution!.EnteredById == me && r.State == ReactionState.Answered && r.ToldAt == null)
            .Where(r => r.Person!.Email == null && r.Person.PhoneNumber != null)
            .OrderBy(r => r.Answer!.PublishedAt)
            .ThenBy(r => r.Id)
            .Take(desk.Most)
            .Select(r => new
            {
                r.Id,
                r.RoundId,
                r.Round!.DossierId,
                r.Round.Dossier!.Subject.Title,
                r.Person!.Name,
                r.Answer!.PublishedAt,
            })
            .ToArrayAsync(desk.Cancellation);
        return
        [
            .. answered.Select(r => new Waiting(
                r.PublishedAt ?? DutchTime.StartOf(desk.Today),
                new ListRow(
                    T["Vertel {0} het antwoord", r.Name],
                    RoundLinks.Tell(r.DossierId, r.RoundId, r.Id),
                    Needed: T["Over '{0}'. Er is geen mailadres.", r.Title]
                )
            )),
        ];
    }
}
