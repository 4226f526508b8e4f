using Brink.Features.Accounts;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Notices;

/// <summary>
/// What a feature tells about what happens in it: in a sentence, to whom, by mail, and what then waits for somebody. One
/// class for each feature, on the list in <c>Features.cs</c>, so that this part of the house need not know them.
/// </summary>
public abstract class FeatureNews
{
    /// <summary>What happened, without a person's words; null for a verb of another feature.</summary>
    /// <param name="who">As <see cref="ShownActors"/> shows it.</param>
    public abstract string? Sentence(Texts T, string verb, string who, JournalFacts about);

    /// <summary>Verbs that the followers of the subject itself hear of.</summary>
    public virtual IReadOnlyCollection<string> ToFollowers => [];

    /// <summary>Verbs that the followers of its villages and themes hear of too; they need not stand in both lists.</summary>
    public virtual IReadOnlyCollection<string> ToFollowersOfPlaces => [];

    /// <summary>Verbs that those who carry the initiative hear of, as a subject's own news.</summary>
    public virtual IReadOnlyCollection<string> ToInitiators => [];

    /// <summary>Verbs with which even an official acts as a resident.</summary>
    public virtual IReadOnlyCollection<string> ByResidents => [];

    /// <summary>Those who must hear because of what they are to it. They hear before followers do, and once.</summary>
    public virtual Task TellAsync(Outgoing outgoing, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Whether this reader may be told of something that isn't public; only those told by <see cref="TellAsync"/> are asked about.</summary>
    public virtual bool MayTellUnseen(NoticeSubject subject, string verb) => false;

    /// <summary>Asked once more as the mail is written: whether this reader may still read what isn't public.</summary>
    public virtual Task<bool> MayStillReadAsync(MailDesk desk, NoticeSubject subject, CancellationToken cancellation) =>
        Task.FromResult(true);

    /// <summary>The subject line of a mail; null for the usual one.</summary>
    public virtual string? Title(MailDesk desk, NoticeSubject subject, JournalLine line) => null;

    /// <summary>What stands in the mail after what it is about; null for the usual: the sentence and a button.</summary>
    public virtual Task<IReadOnlyList<LetterPart>?> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    ) => Task.FromResult<IReadOnlyList<LetterPart>?>(null);

    /// <summary>A whole mail that only this feature can write: a receipt, or a kind of its own; null for any other.</summary>
    public virtual Task<Letter?> LetterAsync(MailDesk desk, CancellationToken cancellation) =>
        Task.FromResult<Letter?>(null);

    /// <summary>Why somebody who must hear hears of it; null for subjects of another feature.</summary>
    public virtual string? Why(MailDesk desk, NoticeSubject subject) => null;

    /// <summary>The same, where it depends on what happened.</summary>
    public virtual string? Why(MailDesk desk, NoticeSubject subject, JournalLine line) => Why(desk, subject);

    /// <summary>Whether who must hear of it may stop mail about this subject; who hears because of a role may not.</summary>
    public virtual bool MayStop(NoticeSubject subject, JournalLine line) => false;

    /// <summary>What waits for the viewer. A fixed number of queries, the oldest first and no more than a page.</summary>
    public virtual Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk) =>
        Task.FromResult<IReadOnlyList<Waiting>>([]);

    /// <summary>Where a promise of this kind is kept, for subjects of this feature; null for the promise's own page.</summary>
    public virtual string? WhereKept(PromiseItem promise) => null;

    /// <summary>What the viewer's roles open and no menu shows.</summary>
    public virtual IEnumerable<Crumb> Work(Texts T, Viewer viewer) => [];
}

/// <summary>One thing that waits for somebody, as Mijn Brink lists it.</summary>
/// <param name="Since">Orders the list: how long it waits, or by when it must be done.</param>
public sealed record Waiting(DateTimeOffset Since, ListRow Row);

/// <summary>All that finding out what waits for the viewer needs.</summary>
/// <param name="Organisations">Those the viewer may speak for.</param>
/// <param name="Most">How many a feature gives at most.</param>
public sealed record MineDesk(
    Platform.Database.BrinkDb Db,
    Texts T,
    Viewer Viewer,
    DateOnly Today,
    long[] Organisations,
    int Most,
    CancellationToken Cancellation
);
