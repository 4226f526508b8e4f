using Brink.Platform;
using Brink.Platform.Http;

namespace Brink.Features.Notices;

/// <summary>
/// How many mails one client may have sent to addresses that are only typed: enough for a hall full of people, too few
/// to fill a mailbox through its many spellings.
/// </summary>
public sealed class FollowLimit(IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public ClientLimit Mails { get; } = new(configuration.GetValue("Follow:MailsPerClient", 60), Window);

    /// <summary>Counts one mail for this client.</summary>
    /// <param name="field">Where the refusal is shown; empty for the whole form.</param>
    public Outcome Take(HttpContext http, string field = "") =>
        Mails.MustWait(http) is null
            ? Outcome.Done
            : Outcome.Refuse(
                field,
                "Er komen nu heel veel aanvragen van uw aansluiting. Probeer het over een uur nog eens."
            );

    public void Dispose() => Mails.Dispose();
}
