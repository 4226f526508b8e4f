using Brink.Platform;

namespace Brink.Features.Accounts;

/// <summary>What happens to a person around signing in. Each act moves the concurrency stamp: of two at once, one is done again.</summary>
public partial class Person
{
    public const int TriesBeforeLock = 5;
    public static readonly TimeSpan LockLasts = TimeSpan.FromMinutes(15);

    public bool HasPassword => PasswordHash is not null;

    /// <summary>
    /// Anybody may guess at a password, so wrong ones close the password way alone: never a mailed link, a passkey or the
    /// second step.
    /// </summary>
    public bool IsPasswordClosedAt(DateTimeOffset now) => LockoutEnd > now;

    /// <summary>Wrong codes are typed by who passed the first step, and close the second.</summary>
    public bool IsSecondStepClosedAt(DateTimeOffset now) => SecondStepClosedUntil > now;

    public void SignedIn(DateTimeOffset now)
    {
        LastSignedInAt = now;
        EraseAnnouncedAt = null;
        (AccessFailedCount, LockoutEnd) = (0, null);
        (WrongCodes, SecondStepClosedUntil) = (0, null);
        Touch();
    }

    /// <returns>Whether this was one try too many.</returns>
    public bool TypedWrongPassword(DateTimeOffset now)
    {
        Touch();
        AccessFailedCount++;
        if (AccessFailedCount < TriesBeforeLock)
        {
            return false;
        }

        (AccessFailedCount, LockoutEnd) = (0, now + LockLasts);
        return true;
    }

    /// <returns>Whether this was one try too many.</returns>
    public bool TypedWrongCode(DateTimeOffset now)
    {
        Touch();
        WrongCodes++;
        if (WrongCodes < TriesBeforeLock)
        {
            return false;
        }

        (WrongCodes, SecondStepClosedUntil) = (0, now + LockLasts);
        return true;
    }

    /// <summary>Ends every session, on whatever device.</summary>
    public void EndSessions()
    {
        SecurityStamp = Secret.New();
        Touch();
    }

    /// <summary>A mail to this address arrived with this person.</summary>
    public void ConfirmMail()
    {
        EmailConfirmed = true;
        Touch();
    }

    /// <summary>A new password ends all sessions but the one it was set in, which begins anew.</summary>
    /// <param name="hash">Made by the password hasher; null removes the password.</param>
    public void SetPassword(string? hash)
    {
        PasswordHash = hash;
        EndSessions();
    }

    public void TurnOnSecondFactor()
    {
        TwoFactorEnabled = true;
        EndSessions();
    }

    public void TurnOffSecondFactor()
    {
        TwoFactorEnabled = false;
        EndSessions();
    }

    /// <summary>
    /// Nothing is left by which the person could be known; the number stays for the journal and for what was counted. The
    /// database adds nothing to this person any more.
    /// </summary>
    public void Forget(DateTimeOffset now)
    {
        (Name, Language, ErasedAt) = ("", "nl", now);
        (Email, NormalizedEmail, PhoneNumber, NewEmail) = (null, null, null, null);
        (KeptAt, EraseAnnouncedAt) = (null, null);
        UserName = "weg-" + Secret.New();
        NormalizedUserName = UserName.ToUpperInvariant();
        (EmailConfirmed, ContactIsShared) = (false, false);
        SetPassword(null);
    }

    /// <summary>Says that something beside the row itself changed, so that of two changes at once one is done again.</summary>
    public void Touch() => ConcurrencyStamp = Secret.New();
}
