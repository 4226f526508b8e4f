using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Brink.Platform.Mail;

/// <summary>The section <c>Smtp</c> of the configuration.</summary>
public sealed class SmtpSettings
{
    public string Host { get; set; } = "";

    /// <summary>587 for STARTTLS. Port 465, with TLS from the first byte, is not spoken.</summary>
    public int Port { get; set; } = 587;

    /// <summary>STARTTLS with a certificate that this machine trusts. Off only for a server on the same machine.</summary>
    public bool UseTls { get; set; } = true;
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>The address that all mail comes from; the name differs by municipality.</summary>
    public string FromAddress { get; set; } = "";
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many mails may be on their way to the server at once. Some providers allow three.</summary>
    public int Connections { get; set; } = 8;
}

/// <summary>
/// Hands mail to an SMTP server: plain text and HTML side by side (RFC 2046, 5.1.4), marked as sent by a program
/// (RFC 3834), with one-click unsubscribing where it applies (RFC 8058).
/// </summary>
public sealed class SmtpTransport(SmtpSettings settings, TimeProvider time) : IMailTransport, IDisposable
{
    private readonly SmtpConnections connections = new(settings, time);

    public int AtOnce => Math.Max(1, settings.Connections);

    public void Dispose() => connections.Dispose();

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var connection = connections.Take();
        var isFresh = connection.Mails == 0;
        try
        {
            await SendAsync(mail, connection, cancellation);
        }
        catch (SmtpException problem)
            when (!isFresh && problem.StatusCode is SmtpStatusCode.GeneralFailure or SmtpStatusCode.ServiceNotAvailable)
        {
            // The server may have hung up while the connection rested. What it answered to this mail is no reason.
            await SendAsync(mail, connections.Fresh(), cancellation);
        }
    }

    private async Task SendAsync(OutgoingMail mail, SmtpConnection connection, CancellationToken cancellation)
    {
        var isWell = false;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.Patience);
        try
        {
            using var message = Compose(mail);
            await connection.Client.SendMailAsync(message, limit.Token);
            isWell = true;
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not answer within {settings.Patience}.", late);
        }
        catch (SmtpFailedRecipientException refused) when (IsForGood(refused.StatusCode))
        {
            throw new MailRefusedException("The mail server refuses the address for good.", refused);
        }
        finally
        {
            connections.Return(connection, isWell);
        }
    }

    private static bool IsForGood(SmtpStatusCode code) => (int)code is >= 500 and < 600;

    private MailMessage Compose(OutgoingMail mail)
    {
        var message = new MailMessage
        {
            From = Address(settings.FromAddress, mail.FromName),
            Subject = OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(Address(mail.ToAddress, mail.ToName));
        if (mail.ReplyTo is not null)
            message.ReplyToList.Add(Address(mail.ReplyTo, ""));
        message.AlternateViews.Add(View(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(mail.Html, MediaTypeNames.Text.Html));
        message.Headers.Add("Message-ID", $"<{Token(mail.MessageId)}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", Token(mail.Language));
        if (mail.UnsubscribeAddress is not null)
        {
            message.Headers.Add("List-Unsubscribe", $"<{Token(mail.UnsubscribeAddress)}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    private static AlternateView View(string content, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, type);
        // Text passes any server on the way unchanged in this form, also a line of one dot.
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }

    private static MailAddress Address(string address, string name) =>
        MailAddress.TryCreate(Token(address), Name(name), Encoding.UTF8, out var good)
            ? good
            : throw new MailRefusedException("This is no mail address.");

    /// <summary>MailAddress puts a name between quotation marks without looking for one inside it.</summary>
    private static string Name(string text) => OneLine(text).Replace('"', '\'').Replace('\\', '/');

    /// <summary>A line end in a header would begin another header.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.Select(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029' ? ' ' : sign)).Trim();

    /// <summary>Plain signs without space or brackets: nothing can be put behind it.</summary>
    private static string Token(string text) =>
        text.Length is > 0 and <= 900 && text.All(sign => sign is > ' ' and not ('<' or '>' or ',' or '\u007F'))
            ? text
            : throw new MailRefusedException("A mail header holds a sign that can't stand there.");
}

public static class SmtpRegistration
{
    /// <summary>Registers the transport when <c>Smtp:Host</c> is set; without it there is no <see cref="IMailTransport"/>.</summary>
    /// <exception cref="InvalidOperationException"><c>Smtp:FromAddress</c> is missing or no address.</exception>
    public static IServiceCollection AddSmtp(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Smtp").Get<SmtpSettings>();
        if (string.IsNullOrEmpty(settings?.Host))
            return services;
        if (!MailAddress.TryCreate(settings.FromAddress, out _))
            throw new InvalidOperationException("Smtp:Host is set, so Smtp:FromAddress must be a mail address.");
        return services.AddSingleton(settings).AddSingleton<IMailTransport, SmtpTransport>();
    }
}
