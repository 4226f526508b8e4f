using System.Text;

namespace Brink.Platform.Mail;

/// <summary>One receiver to whom a mail was not delivered.</summary>
/// <param name="Addresses">As the sender wrote it and as it was in the end, where these differ; never empty.</param>
/// <param name="Status">As in RFC 3463, such as 5.1.1; empty when the report says none.</param>
public sealed record FailedReceiver(IReadOnlyList<string> Addresses, string Status)
{
    /// <summary>Class 5: no mail will ever arrive there. Class 4 may have been a server that was away for days.</summary>
    public bool IsForGood => Status.StartsWith("5.", StringComparison.Ordinal);
}

/// <summary>
/// Reads what a mail server reports about mail it could not deliver: a message of type multipart/report (RFC 6522) with a
/// part message/delivery-status (RFC 3464) or its international form (RFC 6533). Anything else holds no failed receivers.
/// </summary>
public static class DeliveryReport
{
    /// <summary>Parts within parts; a report needs two levels, a forwarded one some more.</summary>
    private const int Deepest = 6;

    /// <summary>More than any report has; what is built to wear out the reader is not read on.</summary>
    private const int MostParts = 100;

    /// <param name="message">The whole message, headers first, with one char for each byte.</param>
    public static IReadOnlyList<FailedReceiver> Read(string message)
    {
        var left = MostParts;
        return [.. In(Lines(message), Deepest, ref left)];
    }

    private static List<FailedReceiver> In(ArraySegment<string> lines, int depth, ref int left)
    {
        var found = new List<FailedReceiver>();
        if (depth == 0 || left-- <= 0)
        {
            return found;
        }

        var (headers, body) = Headers(lines);
        var type = headers.GetValueOrDefault("content-type", "text/plain");
        var name = type.Split(';')[0].Trim().ToLowerInvariant();
        if (name is "message/delivery-status" or "message/global-delivery-status")
        {
            return Statuses(Decoded(body, headers.GetValueOrDefault("content-transfer-encoding", "7bit")));
        }

        if (name.StartsWith("multipart/", StringComparison.Ordinal) && Parameter(type, "boundary") is { } boundary)
        {
            foreach (var part in Parts(body, boundary))
            {
                found.AddRange(In(part, depth - 1, ref left));
            }
        }

        // A report that somebody sent on as an attachment.
        if (name == "message/rfc822" && depth == Deepest - 1)
        {
            found.AddRange(In(body, depth - 1, ref left));
        }

        return found;
    }

    /// <summary>The first group of fields is about the message, each next one about a receiver.</summary>
    private static List<FailedReceiver> Statuses(ArraySegment<string> lines)
    {
        var found = new List<FailedReceiver>();
        var rest = lines;
        while (rest.Count > 0)
        {
            (var fields, rest) = Headers(rest);
            if (!fields.GetValueOrDefault("action", "").Trim().StartsWith("failed", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            string[] addresses =
            [
                .. new[] { "original-recipient", "final-recipient" }
                    .Select(field => Address(fields.GetValueOrDefault(field, "")))
                    .OfType<string>()
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ];
            if (addresses.Length > 0)
            {
                // A remark in brackets may stand behind it.
                var status = fields.GetValueOrDefault("status", "").Trim().Split(' ', '\t', '(')[0];
                found.Add(new(addresses, status));
            }
        }

        return found;
    }

    /// <summary>'rfc822; somebody@example.nl'; null for another kind of address.</summary>
    private static string? Address(string field)
    {
        var parts = field.Split(';', 2, StringSplitOptions.TrimEntries);
        return
            parts is [var kind, _]
            && kind.ToLowerInvariant() is "rfc822" or "utf-8"
            && TypedMailAddress.IsOne(parts[1].Trim('<', '>'))
            ? parts[1].Trim('<', '>')
            : null;
    }

    /// <summary>Fields up to the first empty line, with lines that go on put together, and what follows that line.</summary>
    private static (Dictionary<string, string> Fields, ArraySegment<string> After) Headers(ArraySegment<string> lines)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var last = "";
        var at = 0;
        for (; at < lines.Count && lines[at].Trim().Length > 0; at++)
        {
            var line = lines[at];
            if (line[0] is ' ' or '\t')
            {
                if (last.Length > 0)
                {
                    fields[last] += " " + line.Trim();
                }
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                last = line[..colon].Trim();
                fields[last] = line[(colon + 1)..].Trim();
            }
        }

        return (fields, lines[Math.Min(at + 1, lines.Count)..]);
    }

    private static IEnumerable<ArraySegment<string>> Parts(ArraySegment<string> body, string boundary)
    {
        var begin = -1;
        for (var at = 0; at <= body.Count; at++)
        {
            var line = at < body.Count ? body[at].TrimEnd() : "--" + boundary + "--";
            if (line != "--" + boundary && line != "--" + boundary + "--")
            {
                continue;
            }

            if (begin >= 0)
            {
                yield return body[begin..at];
            }

            if (line.Length > boundary.Length + 2)
            {
                yield break;
            }

            begin = at + 1;
        }
    }

    private static string? Parameter(string type, string name)
    {
        foreach (var part in type.Split(';').Skip(1))
        {
            var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair.Length == 2 && pair[0].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return pair[1].Trim('"') is { Length: > 0 } value ? value : null;
            }
        }

        return null;
    }

    /// <summary>Mostly plain; some servers write it in base64 or quoted-printable all the same.</summary>
    private static ArraySegment<string> Decoded(ArraySegment<string> body, string encoding) =>
        encoding.Trim().ToLowerInvariant() switch
        {
            "base64" => FromBase64(string.Concat(body.AsEnumerable())),
            "quoted-printable" => Lines(FromQuotedPrintable(string.Join('\n', body.AsEnumerable()))),
            _ => body,
        };

    private static ArraySegment<string> FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length)
            ? Lines(Encoding.UTF8.GetString(bytes, 0, length))
            : [];
    }

    /// <summary>RFC 2045, 6.7.</summary>
    private static string FromQuotedPrintable(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '=')
            {
                plain.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '\n')
            {
                at++;
            }
            else if (at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                plain.Append((char)Convert.ToInt32(text.Substring(at + 1, 2), 16));
                at += 2;
            }
        }

        return plain.ToString();
    }

    private static ArraySegment<string> Lines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
}
