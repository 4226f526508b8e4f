using Brink.Platform;

namespace Brink.Features.Accounts;

/// <summary>How long a person stays known, and how the person ends or changes that (P8). Drawn in docs/states/own-data.md.</summary>
public partial class Person
{
    /// <summary>When name, addresses and keys were taken away; what is left is a number that the journal refers to.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>When the person last said, without signing in, that the account must stay.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>When the person was warned that the account will go; null as long as nobody has to be.</summary>
    public DateTimeOffset? EraseAnnouncedAt { get; private set; }

    /// <summary>A mail address that waits for somebody to press the link in the mail to it.</summary>
    public string? NewEmail { get; private set; }

    public bool IsErased => ErasedAt is not null;

    /// <summary>When the person was last here, as far as Brink can know.</summary>
    public DateTimeOffset SeenAt => new[] { CreatedAt, LastSignedInAt ?? CreatedAt, KeptAt ?? CreatedAt }.Max();

    /// <summary>Nobody used this account for long; once warned is warned.</summary>
    public Outcome AnnounceErasing(DateTimeOffset now)
    {
        if (IsErased || EraseAnnouncedAt is not null)
        {
            return Outcome.Refuse("", "Deze persoon is al gewaarschuwd.");
        }

        EraseAnnouncedAt = now;
        Touch();
        return Outcome.Done;
    }

    /// <summary>The account stays; from now the time counts anew.</summary>
    public Outcome Keep(DateTimeOffset now)
    {
        if (IsErased)
        {
            return Outcome.Refuse("", "Deze gegevens zijn al verwijderd.");
        }

        (KeptAt, EraseAnnouncedAt) = (now, null);
        Touch();
        return Outcome.Done;
    }

    /// <summary>Wants to be reached at another address. Nothing changes until the link in the mail to it is pressed.</summary>
    /// <param name="mail">Seen to be an address.</param>
    public Outcome AskForAddress(string mail)
    {
        if (Email is not null && Normalise(mail) == NormalizedEmail)
        {
            return Outcome.Refuse("Mail", "Dit is al uw mailadres.");
        }

        NewEmail = mail;
        Touch();
        return Outcome.Done;
    }

    /// <summary>The link in the mail to the new address was pressed. That the address is of one person, the database sees to.</summary>
    public Outcome ConfirmAddress()
    {
        if (NewEmail is not { } mail)
        {
            return Outcome.Refuse("", "Er wacht geen nieuw mailadres op bevestiging.");
        }

        (Email, NormalizedEmail, UserName, NormalizedUserName) = (mail, Normalise(mail), mail, Normalise(mail));
        (EmailConfirmed, NewEmail) = (true, null);
        Touch();
        return Outcome.Done;
    }
}
