using System.Net;
using System.Net.Mail;

namespace Brink.Platform.Mail;

/// <summary>
/// Keeps the connection of a mail that went well for the next one: a newsletter would else greet the server thousands of
/// times. A connection that rested a few seconds, or served long, is closed: servers drop such ones without a word.
/// </summary>
internal sealed class SmtpConnections(SmtpSettings settings, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);

    /// <summary>What common mail servers allow on one connection.</summary>
    private const int MostMails = 100;

    private readonly Lock turn = new();

    /// <summary>Who rests longest stands first.</summary>
    private readonly List<SmtpConnection> resting = [];
    private ITimer? broom;

    /// <summary>Whoever takes it gives it back with <see cref="Return"/>.</summary>
    public SmtpConnection Take()
    {
        lock (turn)
        {
            Sweep();
            if (resting.Count > 0)
            {
                var rested = resting[^1];
                resting.RemoveAt(resting.Count - 1);
                return rested;
            }
        }

        return Fresh();
    }

    public SmtpConnection Fresh() =>
        new(
            new SmtpClient(settings.Host, settings.Port)
            {
                EnableSsl = settings.UseTls,
                Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password),
            }
        );

    /// <param name="isWell">The mail was accepted; after anything else nobody knows in what state the talk is.</param>
    public void Return(SmtpConnection connection, bool isWell)
    {
        connection.Mails++;
        connection.RestsSince = time.GetUtcNow();
        if (!isWell || connection.Mails >= MostMails)
        {
            connection.Client.Dispose();
            return;
        }

        lock (turn)
        {
            resting.Add(connection);
            broom ??= time.CreateTimer(_ => SweepSoon(), null, LongestRest, LongestRest);
        }
    }

    private void SweepSoon()
    {
        lock (turn)
        {
            Sweep();
        }
    }

    private void Sweep()
    {
        while (resting.Count > 0 && time.GetUtcNow() - resting[0].RestsSince >= LongestRest)
        {
            resting[0].Client.Dispose();
            resting.RemoveAt(0);
        }

        if (resting.Count == 0)
        {
            broom?.Dispose();
            broom = null;
        }
    }

    public void Dispose()
    {
        lock (turn)
        {
            broom?.Dispose();
            foreach (var one in resting)
            {
                one.Client.Dispose();
            }

            resting.Clear();
        }
    }
}

internal sealed class SmtpConnection(SmtpClient client)
{
    public SmtpClient Client => client;

    /// <summary>How many it carried already.</summary>
    public int Mails { get; set; }
    public DateTimeOffset RestsSince { get; set; }
}
