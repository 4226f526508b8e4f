namespace Brink.Platform.Mail;

/// <summary>A mail as it goes out, in the language of its receiver.</summary>
/// <param name="MessageId">
/// Without angle brackets, with a host: the same for every attempt, so that a second copy after a crash is recognisable.
/// </param>
/// <param name="FromName">Whom it is from; the address is a setting of the installation.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="UnsubscribeAddress">For one click (RFC 8058); null for mail that goes with a role or a duty.</param>
public sealed record OutgoingMail(
    string MessageId,
    string ToName,
    string ToAddress,
    string FromName,
    string? ReplyTo,
    string Subject,
    string Text,
    string Html,
    string Language,
    string? UnsubscribeAddress
);

/// <summary>Hands a mail to whoever carries it on. Returning means that it was accepted; any exception that it wasn't.</summary>
public interface IMailTransport
{
    /// <summary>How many mails it may be handed side by side; 1 or more.</summary>
    int AtOnce { get; }

    /// <exception cref="MailRefusedException">Trying again is of no use.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellation);
}

/// <summary>This mail will never be accepted, for instance because the address doesn't exist.</summary>
public sealed class MailRefusedException(string message, Exception? cause = null) : Exception(message, cause);
