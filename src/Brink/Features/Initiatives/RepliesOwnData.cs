using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives;

/// <summary>
/// What somebody told or replied with an initiative, and where an official was asked to think along. Questions and
/// answers of the municipality are the municipality's and stay.
/// </summary>
public sealed class RepliesOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers { get; } = [typeof(Colleague)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var updates = await db
            .Updates.AsNoTracking()
            .Where(u => u.Contribution!.ByPersonId == personId)
            .OrderByDescending(u => u.At)
            .Select(u => new
            {
                u.Text,
                u.At,
                u.Contribution!.Subject!.Title,
            })
            .ToArrayAsync(cancellation);
        var questions = await db
            .Questions.AsNoTracking()
            .Where(q => q.Contribution!.ByPersonId == personId || q.ReplyContribution!.ByPersonId == personId)
            .OrderByDescending(q => q.AskedAt)
            .Select(q => new
            {
                q.Text,
                q.Reply,
                q.Contribution!.Subject!.Title,
                Asked = q.Contribution.ByPersonId == personId,
                Replied = q.ReplyContribution!.ByPersonId == personId,
            })
            .ToArrayAsync(cancellation);
        var along = await db
            .Colleagues.AsNoTracking()
            .Where(c => c.PersonId == personId)
            .OrderByDescending(c => c.At)
            .Select(c => new
            {
                c.Why,
                c.At,
                Title = db.Subjects.Where(s => s.Id == c.InitiativeId).Select(s => s.Title).FirstOrDefault(),
            })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Wat u vertelde, vroeg en antwoordde"],
            "berichten",
            [
                .. updates.Select(
                    IReadOnlyList<OwnFact> (row) =>
                        [
                            new(T["Bij"], row.Title),
                            new(T["Wanneer"], Formats.Moment(row.At)),
                            new(T["Uw bericht"], row.Text),
                        ]
                ),
                .. questions.Select(
                    IReadOnlyList<OwnFact> (row) =>
                        [
                            new(T["Bij"], row.Title),
                            new(row.Asked ? T["Uw vraag"] : T["Vraag van de gemeente"], row.Text),
                            .. row.Replied ? [new OwnFact(T["Uw antwoord"], row.Reply ?? "")] : Array.Empty<OwnFact>(),
                        ]
                ),
                .. along.Select(
                    IReadOnlyList<OwnFact> (row) =>
                        [
                            new(T["U denkt mee bij"], row.Title ?? ""),
                            new(T["Sinds"], Formats.Moment(row.At)),
                            new(T["Waarom"], row.Why),
                        ]
                ),
            ]
        );
    }

    public override async Task EraseAsync(
        BrinkDb db,
        long personId,
        bool wordsToo,
        Actor actor,
        CancellationToken cancellation
    )
    {
        await db.Colleagues.Where(c => c.PersonId == personId).ExecuteDeleteAsync(cancellation);
        if (!wordsToo)
        {
            return;
        }

        var spokeIn = await db
            .Initiatives.Include(i => i.Subject.Files)
            .Include(i => i.Updates)
                .ThenInclude(u => u.Contribution)
            .Include(i => i.Questions)
                .ThenInclude(q => q.ReplyContribution)
            .Where(i =>
                i.Updates.Any(u => u.Contribution!.ByPersonId == personId)
                || i.Questions.Any(q => q.ReplyContribution!.ByPersonId == personId)
            )
            .AsSplitQuery()
            .ToArrayAsync(cancellation);
        foreach (var initiative in spokeIn)
        {
            foreach (var update in initiative.Updates.Where(u => IsOwn(u.Contribution, personId)))
            {
                initiative.TakeUpdateBack(update, actor);
            }

            foreach (var question in initiative.Questions.Where(q => IsOwn(q.ReplyContribution, personId)))
            {
                initiative.TakeReplyBack(question, actor);
            }
        }
    }

    /// <summary>Said as a resident: what was said for an association is the association's.</summary>
    private static bool IsOwn(Contribution? contribution, long personId) =>
        contribution is { OnBehalfOfId: null } && contribution.ByPersonId == personId;
}
