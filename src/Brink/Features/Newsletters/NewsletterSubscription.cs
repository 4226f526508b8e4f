using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;

namespace Brink.Features.Newsletters;

public enum SubscriptionState
{
    /// <summary>Somebody typed the address; nobody pressed the link in the mail yet.</summary>
    Asked,

    /// <summary>Gets newsletters.</summary>
    Active,

    /// <summary>Mail did not arrive, so none is sent until the reader says it may.</summary>
    Resting,
}

/// <summary>Which newsletters somebody wants.</summary>
/// <param name="Everyone">The one for the whole municipality.</param>
/// <param name="Places">Villages and themes, as subjects.</param>
public sealed record Wishes(bool Everyone, IReadOnlyCollection<long> Places)
{
    public static readonly Wishes None = new(false, []);

    public bool IsEmpty => !Everyone && Places.Count == 0;
}

/// <summary>
/// That somebody gets newsletters; one for a person. Who stops has none any more: the consent that was withdrawn keeps the
/// day. Drawn in docs/states/newsletter.md.
/// </summary>
[NotJournaled("as following: the consent is the record of the choice")]
public class NewsletterSubscription : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long PersonId { get; set; }
    public Person? Person { get; set; }
    public SubscriptionState State { get; private set; }

    /// <summary>The newsletter for the whole municipality.</summary>
    public bool WantsEveryone { get; private set; }

    /// <summary>Since when it is in its state.</summary>
    public DateTimeOffset Since { get; private set; }
    public List<NewsletterWish> Wishes { get; } = [];
    public uint Version { get; private set; }

    public Wishes Chosen => new(WantsEveryone, [.. Wishes.Select(wish => wish.SubjectId)]);

    /// <summary>Typed by whoever knows the address; gets nothing until <see cref="Confirm"/>.</summary>
    public static NewsletterSubscription Ask(long personId, Wishes wishes, DateTimeOffset now)
    {
        var asked = new NewsletterSubscription { PersonId = personId, Since = now };
        asked.Take(wishes);
        return asked;
    }

    /// <summary>Asked once more, from a form that anybody may fill in: what was confirmed stays as it is.</summary>
    public Outcome AskAgain(Wishes wishes, DateTimeOffset now)
    {
        if (State != SubscriptionState.Asked)
        {
            return Outcome.Refuse("", "Er is al een abonnement.");
        }

        Take(wishes);
        Since = now;
        return Outcome.Done;
    }

    /// <summary>By whoever reads the mailbox: signed in, or with a link from a mail. Wakes what rested.</summary>
    /// <param name="wishes">At least one.</param>
    public Outcome Confirm(Wishes wishes, DateTimeOffset now)
    {
        if (wishes.IsEmpty)
        {
            return Outcome.Refuse("Chosen", "Kies minstens één nieuwsbrief.");
        }

        Take(wishes);
        if (State != SubscriptionState.Active)
        {
            (State, Since) = (SubscriptionState.Active, now);
        }

        return Outcome.Done;
    }

    /// <summary>Mail to this reader was refused for good.</summary>
    public Outcome Rest(DateTimeOffset now)
    {
        if (State != SubscriptionState.Active)
        {
            return Outcome.Refuse("", "Dit abonnement krijgt al geen mail.");
        }

        (State, Since) = (SubscriptionState.Resting, now);
        return Outcome.Done;
    }

    private void Take(Wishes wishes)
    {
        WantsEveryone = wishes.Everyone;
        Wishes.RemoveAll(wish => !wishes.Places.Contains(wish.SubjectId));
        Wishes.AddRange(
            wishes
                .Places.Distinct()
                .Where(id => !Wishes.Exists(wish => wish.SubjectId == id))
                .Select(id => new NewsletterWish { SubjectId = id })
                .ToArray()
        );
    }
}

/// <summary>A village or theme of which somebody wants the newsletter.</summary>
[NotJournaled("as following: the consent is the record of the choice")]
public class NewsletterWish : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long SubscriptionId { get; set; }
    public long SubjectId { get; set; }
    public Subject? Subject { get; set; }
}
