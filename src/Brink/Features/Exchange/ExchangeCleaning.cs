using Brink.Features.Accounts;
using Brink.Features.Exchange.Experts;
using Brink.Features.Journal;
using Brink.Features.Notices.Jobs;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange;

/// <summary>
/// Takes away what nobody confirmed, and the messages and telephone numbers of what ended long ago. Whoever is then known
/// from nothing else is forgotten by <see cref="Strangers"/>.
/// </summary>
public sealed class ExchangeCleaning(TimeProvider time) : IMunicipalityJob
{
    /// <summary>Twice as long as the link works.</summary>
    public static readonly TimeSpan UnconfirmedStay = TimeSpan.FromDays(14);

    /// <summary>Long enough to settle what was agreed.</summary>
    public static readonly TimeSpan LettersStay = TimeSpan.FromDays(180);

    private const int Batch = 200;

    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var byClock = new Actor(null, null, null, Channel.Web, now, DutchTime.Today(time));
        await ForgetUnconfirmedAsync(db, now - UnconfirmedStay, byClock, cancellation);
        await SaveAsync(db, cancellation);
        await ClearOldLettersAsync(db, now - LettersStay, byClock, cancellation);
        await SaveAsync(db, cancellation);
    }

    private static async Task ForgetUnconfirmedAsync(
        BrinkDb db,
        DateTimeOffset before,
        Actor byClock,
        CancellationToken cancellation
    )
    {
        var helps = await db
            .Helps.Include(h => h.Subject)
            .Include(h => h.Contribution)
            .Where(h => h.State == HelpState.AwaitingConfirmation && h.Subject.CreatedAt < before)
            .OrderBy(h => h.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        foreach (var help in helps)
        {
            help.Forget(byClock);
        }

        var responses = await db
            .HelpResponses.Include(r => r.Contribution)
            .Where(r => r.State == ResponseState.Unconfirmed && r.At < before)
            .OrderBy(r => r.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        var questions = await db
            .ExpertQuestions.Include(q => q.Contribution)
            .Where(q => q.State == QuestionState.Unconfirmed && q.AskedAt < before)
            .OrderBy(q => q.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        if (responses.Length + questions.Length == 0)
        {
            return;
        }

        db.RemoveRange(responses);
        db.RemoveRange(questions);
        db.RemoveRange(responses.Select(r => r.Contribution!).Concat(questions.Select(q => q.Contribution!)));
        db.Journal.Add(JournalEntry.General(HelpVerbs.Cleared, byClock));
    }

    private static async Task ClearOldLettersAsync(
        BrinkDb db,
        DateTimeOffset before,
        Actor byClock,
        CancellationToken cancellation
    )
    {
        var day = DutchTime.DateOf(before);
        var responses = await db
            .HelpResponses.Where(r => r.Help!.EndedAt < before || (r.Help.EndedAt == null && r.Help.EndsOn < day))
            .Where(r => r.Message != "" || r.Telephone != "" || r.Reply != "" || r.AskerTelephone != "")
            .OrderBy(r => r.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        var questions = await db
            .ExpertQuestions.Where(q => q.State == QuestionState.Answered && q.AnsweredAt < before && q.Text != "")
            .OrderBy(q => q.Id)
            .Take(Batch)
            .ToArrayAsync(cancellation);
        foreach (var response in responses)
        {
            response.Clear();
        }

        foreach (var question in questions)
        {
            question.Clear();
        }

        if (responses.Length + questions.Length > 0)
        {
            db.Journal.Add(JournalEntry.General(HelpVerbs.Cleared, byClock));
        }
    }

    private static async Task SaveAsync(BrinkDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody acted on one of them at this very moment. The next night is early enough.
        }

        db.ChangeTracker.Clear();
    }
}
