using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Platform.Localisation;

/// <summary>
/// Every text a person reads. The Dutch text is the key; other languages come from <c>en.po</c>, <c>de.po</c>… beside
/// the pages under Features and Platform. The language is that of <see cref="CultureInfo.CurrentUICulture"/>; a text
/// without translation is shown in Dutch.
/// </summary>
public sealed class Texts
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly FrozenDictionary<string, Catalogue> catalogues;

    private Texts(FrozenDictionary<string, Catalogue> catalogues)
    {
        this.catalogues = catalogues;
        Languages = new Languages(catalogues.Keys);
    }

    public Languages Languages { get; }

    /// <summary>
    /// Where two files translate one text differently, as file:line. The first counts: a reader gets a page all the same,
    /// and a test gets this list.
    /// </summary>
    public IReadOnlyList<string> Disagreements =>
        [.. catalogues.Values.SelectMany(catalogue => catalogue.Disagreements)];

    public string this[string text] => Current()?.Find(text) ?? text;

    /// <param name="text">With places {0}, {1}… for <paramref name="arguments"/>.</param>
    public string this[string text, params object?[] arguments] =>
        string.Format(CultureInfo.CurrentCulture, this[text], arguments);

    /// <summary>The form for a number; {0} is that number, {1} and on are <paramref name="arguments"/>.</summary>
    public string Count(long number, string one, string many, params object?[] arguments)
    {
        var text = Current()?.Find(one, number) ?? (PluralRule.Germanic.FormOf(number) == 0 ? one : many);
        return string.Format(CultureInfo.CurrentCulture, text, [Formats.Number(number), .. arguments]);
    }

    /// <summary>A text that has other translations elsewhere; <paramref name="context"/> is its msgctxt.</summary>
    public string In(string context, string text) => Current()?.Find((context, text)) ?? text;

    /// <summary>A sentence with links or emphasis in it: arguments are encoded unless they are HTML already.</summary>
    public IHtmlContent Html(string text, params object?[] arguments) =>
        new HtmlFormattableString(CultureInfo.CurrentCulture, Encoded(this[text]), arguments);

    /// <summary>Marks a text that is looked up later; returns it as it is.</summary>
    public static string Mark(string text) => text;

    /// <exception cref="PoException">A file can't be read.</exception>
    public static Texts Load(string contentRoot)
    {
        var files = new[] { "Features", "Platform" }
            .Select(folder => Path.Combine(contentRoot, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.po", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
            throw new DirectoryNotFoundException($"No translations (*.po) under {contentRoot}.");
        return Of(files.Select(file => (Path.GetFileNameWithoutExtension(file), PoFile.Read(file))));
    }

    internal static Texts Of(IEnumerable<(string Language, PoFile File)> files) =>
        new(
            files
                .GroupBy(file => file.Language, file => file.File, StringComparer.Ordinal)
                .ToFrozenDictionary(group => group.Key, group => new Catalogue(group))
        );

    private Catalogue? Current() => catalogues.GetValueOrDefault(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    private static string Encoded(string text) => Encoder.Encode(text);

    private sealed class Catalogue
    {
        private readonly FrozenDictionary<string, Translation> plain;
        private readonly FrozenDictionary<(string, string), string> inContext;

        public List<string> Disagreements { get; } = [];

        public Catalogue(IEnumerable<PoFile> files)
        {
            var all = new Dictionary<(string?, string), (PoEntry Entry, PluralRule Plural)>();
            foreach (var file in files)
            foreach (var entry in file.Entries)
                if (!all.TryAdd((entry.Context, entry.Id), (entry, file.Plural)))
                    Compare(all[(entry.Context, entry.Id)].Entry, entry);
            plain = all
                .Values.Where(found => found.Entry.Context is null)
                .ToFrozenDictionary(
                    found => found.Entry.Id,
                    found => new Translation([.. found.Entry.Translations], found.Plural)
                );
            inContext = all
                .Values.Where(found => found.Entry.Context is not null)
                .ToFrozenDictionary(
                    found => (found.Entry.Context!, found.Entry.Id),
                    found => found.Entry.Translations[0]
                );
        }

        public string? Find(string text) => plain.TryGetValue(text, out var found) ? found.Forms[0] : null;

        public string? Find(string one, long number) =>
            plain.TryGetValue(one, out var found)
                ? found.Forms[found.Forms.Length == 1 ? 0 : found.Plural.FormOf(number)]
                : null;

        public string? Find((string, string) key) => inContext.GetValueOrDefault(key);

        private void Compare(PoEntry first, PoEntry second)
        {
            if (
                first.PluralId != second.PluralId
                || !first.Translations.SequenceEqual(second.Translations, StringComparer.Ordinal)
            )
                Disagreements.Add(
                    $"{second.File}:{second.Line}: \"{second.Id}\" is translated otherwise in {first.File}:{first.Line}; use msgctxt"
                );
        }

        private sealed record Translation(string[] Forms, PluralRule Plural);
    }
}

public static class TextsRegistration
{
    /// <summary>Also makes Dutch the language of work outside a request, whatever the machine is set to.</summary>
    /// <param name="contentRoot">The folder that holds Features and Platform with their PO files.</param>
    public static IServiceCollection AddTexts(this IServiceCollection services, string contentRoot)
    {
        var texts = Texts.Load(contentRoot);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = texts.Languages.Culture(
            Languages.Default
        );
        return services.AddSingleton(texts).AddSingleton(texts.Languages);
    }
}
