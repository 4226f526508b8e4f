using System.Collections.Frozen;
using System.Globalization;

namespace Brink.Platform.Localisation;

/// <param name="Code">ISO 639-1, as in <c>lang</c> attributes.</param>
/// <param name="Name">In the language itself: 'Nederlands', 'English'.</param>
public sealed record Language(string Code, string Name);

/// <summary>The languages Brink can be read in: Dutch, and each that has PO files.</summary>
public sealed class Languages
{
    public const string Default = "nl";

    private readonly FrozenDictionary<string, CultureInfo> cultures;

    internal Languages(IEnumerable<string> translated)
    {
        string[] codes = [Default, .. translated.Where(code => code != Default).Order(StringComparer.Ordinal)];
        cultures = codes.ToFrozenDictionary(code => code, CultureInfo.GetCultureInfo);
        All = [.. codes.Select(code => new Language(code, NameOf(cultures[code])))];
    }

    /// <summary>Dutch first.</summary>
    public IReadOnlyList<Language> All { get; }

    public bool Has(string? code) => code is not null && cultures.ContainsKey(code);

    /// <summary>The language of the texts shown now.</summary>
    public Language Current => All.FirstOrDefault(language => language.Code == CurrentCode) ?? All[0];

    /// <summary>For <c>lang</c> attributes and cache keys.</summary>
    public static string CurrentCode =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "iv"
            ? Default
            : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The language a visitor chose, else that of the municipality. Never from Accept-Language: pages are cached.</summary>
    public string Of(HttpRequest request) =>
        request.Cookies.TryGetValue(LanguageMiddleware.Cookie, out var chosen) && Has(chosen) ? chosen : Default;

    internal CultureInfo Culture(string code) => cultures[code];

    /// <summary>Writes in another language until disposed, for instance a mail in the language of its receiver.</summary>
    public IDisposable Use(string code) => new InLanguage(cultures.GetValueOrDefault(code) ?? cultures[Default]);

    private static string NameOf(CultureInfo culture) => culture.TextInfo.ToTitleCase(culture.NativeName);

    private sealed class InLanguage : IDisposable
    {
        private readonly (CultureInfo, CultureInfo) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

        public InLanguage(CultureInfo culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;

        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
    }
}
