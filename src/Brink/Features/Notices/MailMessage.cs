using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;

namespace Brink.Features.Notices;

public enum MailKind
{
    SignInLink,

    /// <summary>Receipt of a hand-in, with the link to confirm it.</summary>
    Receipt,

    /// <summary>To those who must know because of their role.</summary>
    RoleNotice,

    /// <summary>To a follower, at once.</summary>
    FollowNotice,

    /// <summary>To a follower, all of a day or a week.</summary>
    Digest,

    /// <summary>A promise is nearly due or overdue.</summary>
    Reminder,
    Invitation,
    ConfirmFollow,
    ConfirmBacking,
    ConfirmConcern,

    /// <summary>Something one signs in with was set, changed or removed.</summary>
    KeyChanged,

    /// <summary>Another did something that gives power over Brink or over money.</summary>
    Safeguard,

    /// <summary>To a new mail address, to show that it is of who gave it.</summary>
    ConfirmAddress,

    /// <summary>To the address that was changed for another.</summary>
    AddressLeft,

    /// <summary>An account that nobody uses will go; one press keeps it.</summary>
    EraseAnnounced,

    /// <summary>Something broken, to the municipality's own mailbox for that.</summary>
    Defect,
    ConfirmReaction,

    /// <summary>Somebody without a session wants newsletters.</summary>
    ConfirmNewsletter,

    /// <summary>A newsletter, to one of its readers.</summary>
    Newsletter,

    /// <summary>A newsletter that is being made, to who makes it.</summary>
    NewsletterTest,
}

public enum MailState
{
    Waiting,
    Sent,

    /// <summary>Tried for days and given up; shown to the administrator.</summary>
    GaveUp,

    /// <summary>When its turn came there was nothing left to tell, or nobody to tell it to.</summary>
    Lapsed,
}

/// <summary>
/// A mail that must go out, by reference: it is written only when it is sent, so that no text or secret link waits in
/// the database. The key makes that one reason gives one mail to one person.
/// </summary>
[NotJournaled("it is made from the journal")]
public class MailMessage : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public MailKind Kind { get; set; }
    public long PersonId { get; set; }
    public Person? Person { get; set; }
    public long? SubjectId { get; set; }
    public Subject? Subject { get; set; }
    public long? JournalEntryId { get; set; }
    public JournalEntry? JournalEntry { get; set; }
    public string Key { get; set; } = "";

    /// <summary>Where it goes when that isn't the person's address of today: one that is left, or still to be confirmed.</summary>
    public string? ToAddress { get; private set; }

    /// <summary>The day a digest is about.</summary>
    public DateOnly? Day { get; set; }
    public MailState State { get; private set; }
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>Nobody sits waiting for it, and there may be thousands: whatever somebody waits for goes first.</summary>
    public bool CanWait { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>The other side will never take it, for instance because there is no such mailbox.</summary>
    public bool Refused { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    public static IReadOnlyList<MailKind> KindsThatCanWait { get; } =
    [MailKind.RoleNotice, MailKind.FollowNotice, MailKind.Digest, MailKind.Reminder, MailKind.EraseAnnounced];

    /// <summary>Whoever asked for a link to sign in gets one; asking again a minute later gives another.</summary>
    public static MailMessage SignIn(long personId, DateTimeOffset now) =>
        new()
        {
            Kind = MailKind.SignInLink,
            PersonId = personId,
            Key = string.Create(CultureInfo.InvariantCulture, $"sign-in:{personId}:{now.ToUnixTimeSeconds() / 60}"),
            NotBefore = now,
        };

    /// <summary>Somebody was given a role and can now sign in.</summary>
    /// <param name="roleHoldingId">The role it is about: one mail for each.</param>
    public static MailMessage Invitation(long personId, long roleHoldingId, DateTimeOffset now) =>
        new()
        {
            Kind = MailKind.Invitation,
            PersonId = personId,
            Key = string.Create(CultureInfo.InvariantCulture, $"{InvitationKey}{roleHoldingId}"),
            NotBefore = now,
        };

    /// <summary>The role an invitation is about.</summary>
    public long? RoleHoldingId =>
        Kind == MailKind.Invitation
        && Key.StartsWith(InvitationKey, StringComparison.Ordinal)
        && long.TryParse(Key.AsSpan(InvitationKey.Length), CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    private const string InvitationKey = "invitation:";

    /// <summary>Somebody without a session wants to follow; the mail holds the link that confirms it.</summary>
    public static MailMessage ConfirmFollow(long personId, long subjectId, DateTimeOffset now) =>
        ToConfirm(MailKind.ConfirmFollow, "follow", personId, subjectId, now);

    /// <summary>Somebody without a session wants to back an initiative.</summary>
    public static MailMessage ConfirmBacking(long personId, long subjectId, DateTimeOffset now) =>
        ToConfirm(MailKind.ConfirmBacking, "backing", personId, subjectId, now);

    /// <summary>Somebody without a session wrote a concern, which waits until the link is pressed.</summary>
    public static MailMessage ConfirmConcern(long personId, long subjectId, DateTimeOffset now) =>
        ToConfirm(MailKind.ConfirmConcern, "concern", personId, subjectId, now);

    /// <summary>Somebody without a session reacted in a round, which waits until the link is pressed.</summary>
    public static MailMessage ConfirmReaction(long personId, long subjectId, DateTimeOffset now) =>
        ToConfirm(MailKind.ConfirmReaction, "reaction", personId, subjectId, now);

    /// <summary>Asking again a minute later gives another.</summary>
    private static MailMessage ToConfirm(
        MailKind kind,
        string what,
        long personId,
        long subjectId,
        DateTimeOffset now
    ) =>
        new()
        {
            Kind = kind,
            PersonId = personId,
            SubjectId = subjectId,
            Key = string.Create(
                CultureInfo.InvariantCulture,
                $"{what}:{subjectId}:{personId}:{now.ToUnixTimeSeconds() / 60}"
            ),
            NotBefore = now,
        };

    /// <param name="entryId">The line in the journal that says what changed: one mail for each.</param>
    public static MailMessage KeyChanged(long personId, long entryId, DateTimeOffset now) =>
        new()
        {
            Kind = MailKind.KeyChanged,
            PersonId = personId,
            JournalEntryId = entryId,
            Key = string.Create(CultureInfo.InvariantCulture, $"key-changed:{entryId}"),
            NotBefore = now,
        };

    /// <param name="entryId">The line in the journal that says what happened: one mail for each person who must know.</param>
    public static MailMessage Safeguard(long personId, long entryId, DateTimeOffset now) =>
        new()
        {
            Kind = MailKind.Safeguard,
            PersonId = personId,
            JournalEntryId = entryId,
            Key = string.Create(CultureInfo.InvariantCulture, $"safeguard:{entryId}:{personId}"),
            NotBefore = now,
        };

    /// <param name="address">Not the person's own as long as nobody pressed the link in it.</param>
    public static MailMessage ConfirmAddress(long personId, string address, DateTimeOffset now) =>
        new()
        {
            Kind = MailKind.ConfirmAddress,
            PersonId = personId,
            ToAddress = address,
            Key = string.Create(CultureInfo.InvariantCulture, $"new-address:{personId}:{now.ToUnixTimeSeconds() / 60}"),
            NotBefore = now,
        };

    /// <param name="entryId">The line in the journal that says that the address was changed.</param>
    public static MailMessage AddressLeft(long personId, string address, long entryId, DateTimeOffset now) =>
        new()
        {
            Kind = MailKind.AddressLeft,
            PersonId = personId,
            ToAddress = address,
            JournalEntryId = entryId,
            Key = string.Create(CultureInfo.InvariantCulture, $"left-address:{entryId}"),
            NotBefore = now,
        };

    /// <param name="seen">When the person was last seen: one warning for each time that somebody stays away.</param>
    public static MailMessage EraseAnnounced(long personId, DateTimeOffset seen, DateTimeOffset now) =>
        new()
        {
            Kind = MailKind.EraseAnnounced,
            PersonId = personId,
            Key = string.Create(CultureInfo.InvariantCulture, $"erase:{personId}:{seen.ToUnixTimeSeconds()}"),
            NotBefore = now,
        };

    /// <summary>All of a day's reminders to one person.</summary>
    public static MailMessage Reminder(long personId, DateOnly day, DateTimeOffset now) =>
        new()
        {
            Kind = MailKind.Reminder,
            PersonId = personId,
            Day = day,
            Key = string.Create(CultureInfo.InvariantCulture, $"reminder:{personId}:{day:yyyy-MM-dd}"),
            NotBefore = now,
        };

    /// <summary>Claims it for one sender. When that sender falls silent, the next may try after the claim.</summary>
    public void Claim(DateTimeOffset now, TimeSpan claim)
    {
        Attempts++;
        NotBefore = now + claim;
    }

    public void Sent(DateTimeOffset now)
    {
        State = MailState.Sent;
        SentAt = now;
    }

    public void Lapse() => State = MailState.Lapsed;

    /// <summary>Refused for good: trying again is of no use.</summary>
    public void GiveUp() => (State, Refused) = (MailState.GaveUp, true);

    /// <summary>Later, longer each time; after some three days no more.</summary>
    public void Failed(DateTimeOffset now)
    {
        if (Attempts > BackOff.Length)
        {
            State = MailState.GaveUp;
        }
        else
        {
            NotBefore = now + BackOff[Attempts - 1];
        }
    }

    /// <summary>The administrator has it tried once more, from the start.</summary>
    public void TryAgain(DateTimeOffset now)
    {
        (State, Refused) = (MailState.Waiting, false);
        Attempts = 0;
        NotBefore = now;
    }

    private static readonly TimeSpan[] BackOff =
    [
        .. new[] { 1, 5, 10, 20, 30, 60, 60, 120, 240, 480, 720, 1440, 1440 }.Select(minutes =>
            TimeSpan.FromMinutes(minutes)
        ),
    ];
}
