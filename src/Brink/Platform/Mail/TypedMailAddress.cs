using System.Net.Mail;

namespace Brink.Platform.Mail;

/// <summary>A mail address as somebody typed it: one, without a name around it, of a host on the internet.</summary>
public static class TypedMailAddress
{
    private const int Longest = 254;

    public static bool IsOne(string text) =>
        text.Length <= Longest
        && !text.Any(sign => sign <= ' ' || char.IsWhiteSpace(sign) || sign is '"' or '<' or '>' or '(' or ',' or ';')
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal);
}
