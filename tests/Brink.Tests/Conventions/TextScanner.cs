using System.Text;
using System.Text.RegularExpressions;

namespace Brink.Tests.Conventions;

/// <param name="Context">The msgctxt of <c>T.In</c>.</param>
/// <param name="Plural">The second form of <c>T.Count</c>.</param>
public sealed record UsedText(string? Context, string Id, string? Plural, int Line);

/// <summary>
/// Finds the Dutch texts in a source file: every string literal in the first argument of <c>T[…]</c>, <c>T.Html(…)</c>,
/// <c>Mark(…)</c> and <c>X.Refuse(…)</c>, in the message argument of <c>Outcome.Refuse(field, message, …)</c> and <c>new Refusal(field, message, …)</c>, in the
/// forms of <c>T.Count(number, one, many, …)</c>, in <c>T.In(context, text)</c> and in <c>ErrorMessage = …</c> of an
/// attribute. Literals joined by + are one text.
/// </summary>
public static partial class TextScanner
{
    public static List<UsedText> Find(string source, bool isView)
    {
        var clean = isView ? WithoutViewComments(source) : WithoutComments(source);
        return
        [
            .. Calls()
                .Matches(clean)
                .SelectMany(call =>
                    InCall(clean, call.Groups["call"].Value, call.Index + call.Length)
                        .Select(text => text with { Line = clean.AsSpan(0, call.Index).Count('\n') + 1 })
                ),
        ];
    }

    private static IEnumerable<UsedText> InCall(string source, string call, int at)
    {
        var arguments = Arguments(source, at);
        List<string> Literals(int index) => index < arguments.Count ? arguments[index] : [];
        if (call == "T.Count(")
            return Literals(1).Zip(Literals(2), (one, many) => new UsedText(null, one, many, 0));
        if (call == "T.In(")
            return Literals(0).SelectMany(context => Literals(1).Select(id => new UsedText(context, id, null, 0)));
        // A refusal of one field names the field first.
        var index = call is "Outcome.Refuse(" or "new Refusal(" ? 1 : 0;
        return Literals(index).Select(id => new UsedText(null, id, null, 0));
    }

    /// <summary>The string literals of each argument, from just after the opening bracket to the closing one.</summary>
    private static List<List<string>> Arguments(string source, int at)
    {
        var arguments = new List<List<string>> { new() };
        var depth = 0;
        var joined = false;
        while (at < source.Length)
        {
            if (CharacterLiteral().Match(source, at) is { Success: true } character)
            {
                at += character.Length;
                continue;
            }
            if (Literal(source, at) is { } literal)
            {
                var last = arguments[^1];
                if (joined && last.Count > 0)
                    last[^1] += literal.Text;
                else
                    last.Add(literal.Text);
                at = literal.End;
                joined = false;
                continue;
            }
            var sign = source[at++];
            if (sign is '(' or '[' or '{')
                depth++;
            else if (sign is ')' or ']' or '}' or ';' && depth-- == 0)
                break;
            else if (sign == ',' && depth == 0)
                arguments.Add([]);
            if (!char.IsWhiteSpace(sign))
                joined = sign == '+';
        }
        return arguments;
    }

    private static (string Text, int End)? Literal(string source, int at)
    {
        var start = at;
        while (at < source.Length && source[at] is '$' or '@')
            at++;
        if (at >= source.Length || source[at] != '"')
            return null;
        var prefix = source[start..at];
        if (prefix.Contains('$', StringComparison.Ordinal))
            throw new FormatException(
                $"An interpolated text can't be translated: {source.AsSpan(start, Math.Min(60, source.Length - start))}"
            );
        var quotes = 0;
        while (at + quotes < source.Length && source[at + quotes] == '"')
            quotes++;
        if (quotes >= 3)
            return Raw(source, at, quotes);
        return prefix == "@" ? Verbatim(source, at + 1) : Regular(source, at + 1);
    }

    private static (string, int) Raw(string source, int at, int quotes)
    {
        var end = source.IndexOf(new string('"', quotes), at + quotes, StringComparison.Ordinal);
        var lines = source[(at + quotes)..end].Split('\n');
        if (lines.Length == 1)
            return (lines[0], end + quotes);
        var indent = lines[^1].Length;
        var text = lines[1..^1]
            .Select(line => line.TrimEnd('\r'))
            .Select(line => line.Length < indent ? "" : line[indent..]);
        return (string.Join('\n', text), end + quotes);
    }

    private static (string, int) Verbatim(string source, int at)
    {
        var text = new StringBuilder();
        for (; source[at] != '"' || (at + 1 < source.Length && source[at + 1] == '"'); at++)
        {
            text.Append(source[at]);
            if (source[at] == '"')
                at++;
        }
        return (text.ToString(), at + 1);
    }

    private static (string, int) Regular(string source, int at)
    {
        var start = at;
        while (source[at] != '"')
            at += source[at] == '\\' ? 2 : 1;
        return (Regex.Unescape(source[start..at]), at + 1);
    }

    private static string WithoutViewComments(string source) => ViewComment().Replace(source, Blank);

    private static string WithoutComments(string source) =>
        Token().Replace(source, token => token.Value[0] == '/' ? Blank(token) : token.Value);

    private static string Blank(Match comment) =>
        string.Concat(comment.Value.Select(sign => sign == '\n' ? '\n' : ' '));

    private const int Patience = 10_000;

    [GeneratedRegex(
        @"(?<![\w.])(?<call>T\[|T\.Html\(|T\.Count\(|T\.In\(|Outcome\.Refuse\(|new Refusal\()|(?<call>(?<!\bOutcome\.)\bRefuse\(|\bMark\(|\bErrorMessage\s*=)",
        RegexOptions.ExplicitCapture,
        Patience
    )]
    private static partial Regex Calls();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, Patience)]
    private static partial Regex ViewComment();

    // Text literals are matched as well, so that two slashes inside one are no comment.
    [GeneratedRegex(
        """(?s)"{3,}.*?"{3,}|@"([^"]|"")*"|\$?"(\\.|[^"\\\n])*"|'(\\.[^']*|[^'\\])'|//[^\n]*|/\*.*?\*/""",
        RegexOptions.ExplicitCapture,
        Patience
    )]
    private static partial Regex Token();

    [GeneratedRegex(@"\G'(\\.[^']*|[^'\\])'", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex CharacterLiteral();
}
