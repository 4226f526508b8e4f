using System.Globalization;
using System.Text.RegularExpressions;
using Brink.Platform.Localisation;

namespace Brink.Tests.Conventions;

/// <summary>Every Dutch text has a translation in each language, and no translation is left over.</summary>
public sealed partial class TextsTests
{
    private static readonly string[] Folders = ["Features", "Platform"];

    [Fact]
    public void EveryText_IsTranslatedInEveryLanguage()
    {
        var used = Used();
        Assert.NotEmpty(used);
        var missing =
            from language in Translations().GroupBy(entry => Path.GetFileName(entry.File), StringComparer.Ordinal)
            let translated = language.Select(entry => (entry.Context, entry.Id, entry.PluralId)).ToHashSet()
            from text in used
            where !translated.Contains((text.Text.Context, text.Text.Id, text.Text.Plural))
            select $"{text.Place}: not in {language.Key} beside it: {Shown(text.Text.Context, text.Text.Id, text.Text.Plural)}";

        AssertNone(missing.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryTranslation_IsUsed()
    {
        var used = Used().Select(text => (text.Text.Context, text.Text.Id, text.Text.Plural)).ToHashSet();
        var unused = Translations()
            .Where(entry => !used.Contains((entry.Context, entry.Id, entry.PluralId)))
            .Select(entry =>
                $"{Place(entry.File, entry.Line)}: nothing uses {Shown(entry.Context, entry.Id, entry.PluralId)}"
            );

        AssertNone(unused);
    }

    [Fact]
    public void EveryTranslation_HasThePlacesOfItsText()
    {
        var broken = Translations()
            .Where(entry =>
                entry
                    .Translations.Select((text, form) => (text, form))
                    // A singular may leave out its number: 'one village'.
                    .Any(translation =>
                        entry.PluralId is null
                            ? !Places(translation.text).SetEquals(Places(entry.Id))
                            : !Places(translation.text).IsSubsetOf(Places(entry.PluralId))
                                || !Places(translation.text).IsSupersetOf(Places(entry.PluralId).Except(["{0}"]))
                    )
            )
            .Select(entry => $"{Place(entry.File, entry.Line)}: other places {{0}}… than {entry.Id}");

        AssertNone(broken);
    }

    [Fact]
    public void TheProgram_LoadsItsTexts() =>
        Assert.Contains(Texts.Load(Repository.Source).Languages.All, l => l.Code == "en");

    [Fact]
    public void OneText_HasOneTranslation() => AssertNone(Texts.Load(Repository.Source).Disagreements);

    private static void AssertNone(IEnumerable<string> problems) =>
        Assert.True(!problems.Any(), string.Join('\n', problems));

    private static List<(string Place, UsedText Text)> Used() =>
        [
            .. Files("*.cs")
                .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
                .Concat(Files("*.cshtml"))
                .SelectMany(file =>
                    TextScanner
                        .Find(File.ReadAllText(file), file.EndsWith(".cshtml", StringComparison.Ordinal))
                        .Select(text => (Place(file, text.Line), text))
                ),
        ];

    private static List<PoEntry> Translations() => [.. Files("*.po").SelectMany(file => PoFile.Read(file).Entries)];

    private static IEnumerable<string> Files(string pattern) =>
        Folders
            .Select(folder => Path.Combine(Repository.Source, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories));

    private static string Place(string file, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(Repository.Root, file)}:{line}");

    private static string Shown(string? context, string id, string? plural) =>
        (context is null ? "" : $"[{context}] ") + $"\"{id}\"" + (plural is null ? "" : $" / \"{plural}\"");

    private static HashSet<string> Places(string text) =>
        [
            .. PlaceInText()
                .Matches(text)
                .Select(match => match.Groups["number"].Value)
                .Select(number => $"{{{number}}}"),
        ];

    [GeneratedRegex(@"\{(?<number>\d+)[^}]*\}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PlaceInText();
}
