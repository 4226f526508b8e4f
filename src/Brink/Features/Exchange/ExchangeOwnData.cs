using Brink.Features.Accounts;
using Brink.Features.Exchange.Experts;
using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange;

/// <summary>What asking, offering and knowing keep of a person (P8).</summary>
public sealed class ExchangeOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers => [typeof(HelpResponse), typeof(ExpertQuestion)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var helps = await db
            .Helps.AsNoTracking()
            .Where(h => h.Contribution!.ByPersonId == personId)
            .OrderByDescending(h => h.Id)
            .Select(h => new
            {
                h.Subject.Title,
                h.Text,
                h.Subject.CreatedAt,
            })
            .ToArrayAsync(cancellation);
        var responses = await db
            .HelpResponses.AsNoTracking()
            .Where(r => r.PersonId == personId || r.DecidedById == personId)
            .OrderByDescending(r => r.Id)
            .Select(r => new
            {
                IsOwn = r.PersonId == personId,
                r.Help!.Subject.Title,
                r.Name,
                r.Message,
                r.Telephone,
                r.Reply,
                r.AskerTelephone,
                r.At,
            })
            .ToArrayAsync(cancellation);
        var experts = await db
            .Experts.AsNoTracking()
            .Where(e => e.Contribution!.ByPersonId == personId)
            .OrderByDescending(e => e.Id)
            .Select(e => new
            {
                e.Subject.Title,
                e.Topics,
                e.CanAsk,
                e.UpdatedOn,
            })
            .ToArrayAsync(cancellation);
        var questions = await db
            .ExpertQuestions.AsNoTracking()
            .Where(q => q.PersonId == personId)
            .OrderByDescending(q => q.Id)
            .Select(q => new
            {
                q.Expert!.Subject.Title,
                q.Name,
                q.Text,
                q.Answer,
                q.AskedAt,
            })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Hulp die u vroeg of gaf, en wat u weet"],
            "hulp",
            [
                .. helps.Select(h =>
                    Facts((T["Titel"], h.Title), (T["Uitleg"], h.Text), (T["Datum"], Day(h.CreatedAt)))
                ),
                .. responses.Select(r =>
                    r.IsOwn
                        ? Facts(
                            (T["Reactie op"], r.Title),
                            (T["Naam"], r.Name),
                            (T["Uw bericht"], r.Message),
                            (T["Telefoonnummer"], r.Telephone),
                            (T["Datum"], Day(r.At))
                        )
                        : Facts(
                            (T["Antwoord bij"], r.Title),
                            (T["Uw bericht"], r.Reply),
                            (T["Telefoonnummer"], r.AskerTelephone)
                        )
                ),
                .. experts.Select(e =>
                    Facts(
                        (T["Naam op de lijst"], e.Title),
                        (T["Weet veel van"], e.Topics),
                        (T["Wat u kunt vragen"], e.CanAsk),
                        (T["Datum"], Formats.Date(e.UpdatedOn))
                    )
                ),
                .. questions.Select(q =>
                    Facts(
                        (T["Vraag aan"], q.Title),
                        (T["Naam"], q.Name),
                        (T["Uw vraag"], q.Text),
                        (T["Het antwoord"], q.Answer),
                        (T["Datum"], Day(q.AskedAt))
                    )
                ),
            ]
        );
    }

    /// <summary>Letters between two people go; what stood on Brink for everybody goes by choice.</summary>
    public override async Task EraseAsync(
        BrinkDb db,
        long personId,
        bool wordsToo,
        Actor actor,
        CancellationToken cancellation
    )
    {
        foreach (
            var response in await db
                .HelpResponses.Where(r => r.PersonId == personId || r.DecidedById == personId)
                .ToArrayAsync(cancellation)
        )
        {
            if (response.PersonId == personId)
            {
                response.ForgetSender();
            }
            else
            {
                response.ForgetAsker();
            }
        }

        foreach (var question in await db.ExpertQuestions.Where(q => q.PersonId == personId).ToArrayAsync(cancellation))
        {
            question.Clear();
        }

        foreach (
            var help in await db
                .Helps.Include(h => h.Subject)
                .Include(h => h.Contribution)
                .Where(h => h.Contribution!.ByPersonId == personId)
                .ToArrayAsync(cancellation)
        )
        {
            help.Contribution!.NameIsPublic = false;
            if (help.Contribution.OnBehalfOfId is null)
            {
                // Nobody is left to read the answers; already ended is ended.
                help.Withdraw(actor);
            }

            if (wordsToo)
            {
                help.EraseWords();
            }
        }

        foreach (
            var expert in await db
                .Experts.Include(e => e.Subject)
                .Include(e => e.Marks)
                .Where(e => e.Contribution!.ByPersonId == personId && e.Contribution.OnBehalfOfId == null)
                .ToArrayAsync(cancellation)
        )
        {
            expert.Leave(actor);
        }

        db.Journal.Add(JournalEntry.General(HelpVerbs.Cleared, actor, ("person", personId)));
    }

    private static OwnFact[] Facts(params (string Name, string Value)[] facts) =>
        [.. facts.Where(fact => fact.Value.Length > 0).Select(fact => new OwnFact(fact.Name, fact.Value))];

    private static string Day(DateTimeOffset at) => Formats.Date(DutchTime.DateOf(at));
}
