using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>Getting newsletters, changing which ones, and stopping. Saved by the caller.</summary>
public static class Subscribing
{
    /// <summary>By whoever reads the mailbox. Nothing chosen stops it; each newsletter is a consent of its own (P8).</summary>
    public static async Task<Outcome> ChooseAsync(
        BrinkDb db,
        long personId,
        Wishes wishes,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var there = await FindAsync(db, personId, cancellation);
        if (wishes.IsEmpty)
        {
            if (there is not null)
            {
                db.NewsletterSubscriptions.Remove(there);
            }
        }
        else
        {
            var subscription = there ?? NewsletterSubscription.Ask(personId, wishes, now);
            var confirmed = subscription.Confirm(wishes, now);
            if (!confirmed.Succeeded)
            {
                return confirmed;
            }

            if (there is null)
            {
                db.NewsletterSubscriptions.Add(subscription);
            }
        }

        await KeepConsentsAsync(db, personId, wishes, now, cancellation);
        return Outcome.Done;
    }

    public static async Task StopAsync(BrinkDb db, long personId, DateTimeOffset now, CancellationToken cancellation) =>
        await ChooseAsync(db, personId, Wishes.None, now, cancellation);

    /// <summary>One newsletter less; the last one stops it all.</summary>
    /// <param name="placeId">A village or theme; null for the one for the whole municipality.</param>
    public static async Task DropAsync(
        BrinkDb db,
        long personId,
        long? placeId,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var chosen = (await FindAsync(db, personId, cancellation))?.Chosen ?? Wishes.None;
        await ChooseAsync(
            db,
            personId,
            placeId is { } place
                ? chosen with
                {
                    Places = [.. chosen.Places.Where(id => id != place)],
                }
                : chosen with
                {
                    Everyone = false,
                },
            now,
            cancellation
        );
    }

    /// <summary>From a form that anybody may fill in with anybody's address: changes nothing that was confirmed.</summary>
    public static async Task AskAsync(
        BrinkDb db,
        Person person,
        Wishes wishes,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (await FindAsync(db, person.Id, cancellation) is { } there)
        {
            there.AskAgain(wishes, now);
        }
        else
        {
            var asked = NewsletterSubscription.Ask(person.Id, wishes, now);
            asked.Person = db.Entry(person).State == EntityState.Added ? person : null;
            db.NewsletterSubscriptions.Add(asked);
        }
    }

    public static Task<NewsletterSubscription?> FindAsync(BrinkDb db, long personId, CancellationToken cancellation) =>
        db
            .NewsletterSubscriptions.Include(s => s.Wishes)
            .AsSingleQuery()
            .FirstOrDefaultAsync(s => s.PersonId == personId, cancellation);

    /// <summary>Those of these that are villages and themes one can choose; what somebody made up falls out.</summary>
    public static Task<long[]> KnownPlacesAsync(
        BrinkDb db,
        IReadOnlyCollection<long> typed,
        CancellationToken cancellation
    ) =>
        db
            .Subjects.Where(s => typed.Contains(s.Id) && s.Visibility == Visibility.Public)
            .Where(s => s.Kind == SubjectKind.Village || s.Kind == SubjectKind.Theme)
            .Select(s => s.Id)
            .ToArrayAsync(cancellation);

    private static async Task KeepConsentsAsync(
        BrinkDb db,
        long personId,
        Wishes wishes,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var open = await db
            .Consents.Where(c =>
                c.PersonId == personId && c.Purpose == ConsentPurpose.Newsletter && c.WithdrawnAt == null
            )
            .ToArrayAsync(cancellation);
        long?[] wanted = [.. wishes.Places.Cast<long?>(), .. wishes.Everyone ? [null] : Array.Empty<long?>()];
        foreach (var ended in open.Where(consent => !wanted.Contains(consent.AboutId)))
        {
            ended.Withdraw(now);
        }

        db.Consents.AddRange(
            wanted
                .Where(about => !Array.Exists(open, consent => consent.AboutId == about))
                .Select(about => new Consent
                {
                    PersonId = personId,
                    Purpose = ConsentPurpose.Newsletter,
                    AboutId = about,
                    GivenAt = now,
                })
        );
    }
}
