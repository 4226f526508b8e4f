using Brink.Features.Exchange.Experts;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange;

/// <summary>What waits for somebody: answers to decide on, questions to answer, new board members without a role.</summary>
internal static class ExchangeWaiting
{
    public static async Task<IReadOnlyList<Waiting>> ReadAsync(MineDesk desk) =>
        [.. await ResponsesAsync(desk), .. await QuestionsAsync(desk), .. await HandoversAsync(desk)];

    private static async Task<IEnumerable<Waiting>> ResponsesAsync(MineDesk desk)
    {
        var (db, T, me, organisations) = (desk.Db, desk.T, desk.Viewer.PersonId, desk.Organisations);
        var rows = await db
            .HelpResponses.AsNoTracking()
            .Where(r => r.State == ResponseState.Waiting && r.Help!.State == HelpState.Open)
            .Where(r =>
                (r.Help!.Contribution!.OnBehalfOfId == null && r.Help.Contribution.ByPersonId == me)
                || organisations.Contains(r.Help.Contribution!.OnBehalfOfId ?? 0)
                || organisations.Contains(r.Help.Contribution.EnteredForId ?? 0)
            )
            .OrderBy(r => r.At)
            .Take(desk.Most)
            .Select(r => new
            {
                r.Id,
                r.HelpId,
                r.Name,
                r.Message,
                r.At,
                r.Help!.Subject.Title,
            })
            .ToArrayAsync(desk.Cancellation);
        return rows.Select(r => new Waiting(
            r.At,
            new ListRow(
                T["{0} reageerde op '{1}'", r.Name, r.Title],
                ExchangeLinks.Response(r.HelpId, r.Id),
                When: T["op {0}", Formats.Date(DutchTime.DateOf(r.At))],
                Needed: r.Message
            )
        ));
    }

    private static async Task<IEnumerable<Waiting>> QuestionsAsync(MineDesk desk)
    {
        var (db, T, me, organisations) = (desk.Db, desk.T, desk.Viewer.PersonId, desk.Organisations);
        var rows = await db
            .ExpertQuestions.AsNoTracking()
            .Where(q => q.State == QuestionState.Waiting && q.Expert!.Subject.Visibility == Visibility.Public)
            .Where(q =>
                q.Expert!.Contribution!.ByPersonId == me
                || organisations.Contains(q.Expert.Contribution.OnBehalfOfId ?? 0)
            )
            .OrderBy(q => q.AskedAt)
            .Take(desk.Most)
            .Select(q => new
            {
                q.Id,
                q.Name,
                q.Text,
                q.AskedAt,
            })
            .ToArrayAsync(desk.Cancellation);
        return rows.Select(q => new Waiting(
            q.AskedAt,
            new ListRow(
                T["Een vraag van {0}", q.Name],
                ExchangeLinks.Question(q.Id),
                When: T["gesteld op {0}", Formats.Date(DutchTime.DateOf(q.AskedAt))],
                Needed: q.Text
            )
        ));
    }

    /// <summary>A new board member without a role waits for an administrator.</summary>
    private static async Task<IEnumerable<Waiting>> HandoversAsync(MineDesk desk)
    {
        var (db, T, today) = (desk.Db, desk.T, desk.Today);
        if (!desk.Viewer.Is(Role.Administrator))
        {
            return [];
        }

        var rows = await db
            .Helps.AsNoTracking()
            .Where(h => h.HandoverAskedAt != null)
            .Where(h =>
                h.Responses.Any(r =>
                    r.State == ResponseState.Accepted
                    && !db.RoleHoldings.Any(role =>
                        role.PersonId == r.PersonId
                        && role.OrganisationId == h.Contribution!.OnBehalfOfId
                        && (role.To == null || role.To >= today)
                    )
                )
            )
            .OrderBy(h => h.HandoverAskedAt)
            .Take(desk.Most)
            .Select(h => new
            {
                h.Id,
                h.HandoverAskedAt,
                h.Contribution!.OnBehalfOf!.Name,
            })
            .ToArrayAsync(desk.Cancellation);
        return rows.Select(h => new Waiting(
            h.HandoverAskedAt!.Value,
            new ListRow(
                T["Een nieuw bestuurslid van {0} wacht op een rol", h.Name],
                ExchangeLinks.HandOver(h.Id),
                When: T["gevraagd op {0}", Formats.Date(DutchTime.DateOf(h.HandoverAskedAt!.Value))]
            )
        ));
    }
}
