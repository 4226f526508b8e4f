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

    public void Dispose() => Mails.Dispose();
}
