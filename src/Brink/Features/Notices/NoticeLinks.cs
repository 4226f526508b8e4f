using System.Globalization;

namespace Brink.Features.Notices;

/// <summary>Addresses of following, of stopping, and of what mails lead to.</summary>
public static class NoticeLinks
{
    public const string Mine = "/mijn";
    public const string Postbox = "/postvak";
    public const string Undelivered = "/beheer/mail";

    public static string Follow(long subjectId) => "/volgen/" + subjectId.ToString(CultureInfo.InvariantCulture);

    public static string ConfirmFollow(string secret) => "/volgen/bevestigen/" + secret;

    public static string Unsubscribe(string secret) => "/afmelden/" + secret;

    public static string ConfirmHandIn(string secret) => "/idee/bevestigen/" + secret;

    public static string SignIn(string secret) => "/inloggen/link/" + secret;
}
