using System.Globalization;
using System.Text.RegularExpressions;

namespace Brink.Features.Rounds;

/// <summary>
/// Notes count on through a whole document, so a new one in front changes the numbers of all that follow. Where sections are
/// held side by side, that is no change.
/// </summary>
public static partial class NoteNumbers
{
    /// <summary>The text with its notes counted from 1 within the section.</summary>
    public static string FromOne(string text)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return Mark()
            .Replace(
                text,
                mark =>
                {
                    if (!numbers.TryGetValue(mark.Value, out var number))
                    {
                        numbers[mark.Value] = number = numbers.Count + 1;
                    }

                    return string.Create(CultureInfo.InvariantCulture, $"[^{number}]");
                }
            );
    }

    [GeneratedRegex(@"(?<!\\)\[\^[0-9]{1,6}\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
