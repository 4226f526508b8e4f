using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>Which newsletters somebody gets, and which ones somebody began. What was sent stays the municipality's.</summary>
public sealed class NewslettersOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers => [typeof(NewsletterSubscription), typeof(Newsletter)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var subscriptions = await db
            .NewsletterSubscriptions.AsNoTracking()
            .Where(s => s.PersonId == personId)
            .Select(s => new
            {
                s.State,
                s.Since,
                s.WantsEveryone,
                Names = s.Wishes.OrderBy(w => w.Subject!.Title).Select(w => w.Subject!.Title).ToArray(),
            })
            .AsSingleQuery()
            .ToArrayAsync(cancellation);
        var begun = await db
            .Newsletters.AsNoTracking()
            .Where(n => n.MakerId == personId)
            .OrderByDescending(n => n.Id)
            .Select(n => n.Subject.Title)
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Nieuwsbrieven"],
            "nieuwsbrieven",
            [
                .. subscriptions.Select(s =>
                    (IReadOnlyList<OwnFact>)
                        [
                            new(
                                T["U krijgt"],
                                string.Join(
                                    ", ",
                                    s.WantsEveryone
                                        ? s.Names.Prepend(T["de nieuwsbrief voor de hele gemeente"])
                                        : s.Names
                                )
                            ),
                            new(T["Sinds"], Formats.Date(DutchTime.DateOf(s.Since))),
                            new(T["Stand"], T.NameOf(s.State)),
                        ]
                ),
                .. begun.Select(title => (IReadOnlyList<OwnFact>)[new(T["Een nieuwsbrief die u begon"], title)]),
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
        await db.NewsletterSubscriptions.Where(s => s.PersonId == personId).ExecuteDeleteAsync(cancellation);
        foreach (var begun in await db.Newsletters.Where(n => n.MakerId == personId).ToArrayAsync(cancellation))
        {
            begun.ForgetMaker();
            db.Journal.Add(JournalEntry.Beside(begun.Id, NewsletterVerbs.Arranged, actor));
        }
    }
}
