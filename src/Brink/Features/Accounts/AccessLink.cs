using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Accounts;

public enum LinkPurpose
{
    SignIn,
    ConfirmHandIn,
    Invitation,
    FirstAdministrator,

    /// <summary>Stops mail about one subject or all; works more than once and without signing in.</summary>
    Unsubscribe,

    /// <summary>Shows that a mail address is of whoever wants to follow the subject.</summary>
    ConfirmFollow,

    /// <summary>Shows that a new mail address is of who gave it.</summary>
    ConfirmAddress,

    /// <summary>Keeps an account that nobody used for long.</summary>
    KeepAccount,

    /// <summary>Shows that a mail address is of whoever wants to back the initiative.</summary>
    ConfirmBacking,

    /// <summary>Shows that a mail address is of whoever voiced a concern about the initiative.</summary>
    ConfirmConcern,

    /// <summary>Shows that a mail address is of whoever asked for help, answered, or asked somebody who knows.</summary>
    ConfirmExchange,

    /// <summary>Shows that a mail address is of whoever reacted in a round.</summary>
    ConfirmReaction,

    /// <summary>Shows that a mail address is of whoever wants newsletters.</summary>
    ConfirmNewsletter,

    /// <summary>Stops newsletters or changes which ones; works more than once and without signing in.</summary>
    Newsletters,
}

/// <summary>A secret link that was mailed to somebody. Only its hash is kept; it works once and not for ever.</summary>
[NotJournaled("a key, not an event; what is done with it is journaled")]
public class AccessLink : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public LinkPurpose Purpose { get; private set; }
    public byte[] SecretHash { get; private set; } = [];
    public long PersonId { get; private set; }
    public Person? Person { get; private set; }
    public long? SubjectId { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }
    public uint Version { get; private set; }

    /// <returns>The link's row and the secret, which is nowhere kept.</returns>
    public static (AccessLink Link, string Secret) Make(
        LinkPurpose purpose,
        long personId,
        long? subjectId,
        DateTimeOffset now,
        TimeSpan validFor
    )
    {
        var secret = Secret.New();
        return (
            new AccessLink
            {
                Purpose = purpose,
                SecretHash = Secret.Hash(secret),
                PersonId = personId,
                SubjectId = subjectId,
                ExpiresAt = now + validFor,
            },
            secret
        );
    }

    /// <summary>Uses the link up. Two at once: the row version lets one through.</summary>
    public Outcome Use(DateTimeOffset now)
    {
        if (UsedAt is not null)
        {
            return Outcome.Refuse("", "Deze link is al gebruikt.");
        }

        if (now >= ExpiresAt)
        {
            return Outcome.Refuse("", "Deze link is verlopen.");
        }

        UsedAt = now;
        return Outcome.Done;
    }
}
