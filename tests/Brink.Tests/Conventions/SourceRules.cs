using System.Reflection;
using System.Text.RegularExpressions;

namespace Brink.Tests.Conventions;

/// <summary>What a reader of the house may count on, each as a search for what breaks it.</summary>
public static partial class SourceRules
{
    public const int MostLines = 300;

    /// <summary>A test class tells a journey step by step.</summary>
    private const int MostLinesInTests = 600;

    /// <summary>Names that say nothing about the village.</summary>
    public static IEnumerable<string> EmptyNames(SourceFile file) =>
        from Match match in EmptyName().Matches(file.Text)
        select $"{file.At(match.Index)}: {match.Groups["name"].Value}";

    /// <summary>What the content policy of every page forbids.</summary>
    public static IEnumerable<string> InlineCode(SourceFile file) =>
        from Match match in Inline().Matches(file.Text)
        select $"{file.At(match.Index)}: {match.Value.Trim()}";

    public static bool IsLong(SourceFile file) =>
        file.Lines > (file.Path.StartsWith("tests/", StringComparison.Ordinal) ? MostLinesInTests : MostLines)
        && !file.IsGenerated;

    /// <summary>The constants of the classes that name what can happen.</summary>
    public static IReadOnlyList<(string Name, string Verb)> Verbs(IEnumerable<Type> types) =>
        [
            .. types
                .Where(type => type.Name.EndsWith("Verbs", StringComparison.Ordinal))
                .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
                .Where(field => field.IsLiteral && field.FieldType == typeof(string))
                .Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", (string)field.GetRawConstantValue()!)),
        ];

    public static IEnumerable<string> BrokenVerbs(IReadOnlyList<(string Name, string Verb)> verbs) =>
        verbs
            .Where(verb => !WellFormed().IsMatch(verb.Verb))
            .Select(verb => $"{verb.Name} is '{verb.Verb}' and not like 'initiative.handed-in'")
            .Concat(
                verbs
                    .GroupBy(verb => verb.Verb, verb => verb.Name, StringComparer.Ordinal)
                    .Where(same => same.Count() > 1)
                    .Select(same => $"'{same.Key}' is {string.Join(" and ", same)}")
            );

    [GeneratedRegex(
        @"\b(class|record|struct|interface|enum)\s+(?<name>\w*(Manager|Helper|Helpers|Util|Utils|Utility|Base|Dto|DTO|Impl))\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex EmptyName();

    [GeneratedRegex(
        @"<[^<>]*\s(style|on[a-z]+)\s*=|<style\b|<script\b(?![^>]*\ssrc=)|javascript:",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Inline();

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex WellFormed();
}
