using Brink.Platform.Localisation;
using Brink.Platform.Text.WordFiles;

namespace Brink.Features.Rounds.Documents;

/// <summary>Words for what does not come along from a Word file.</summary>
public static class WordLeftOutWords
{
    /// <summary>Stands in the text, though not as it was.</summary>
    public static bool IsOnlyOtherwise(this LeftOutKind kind) =>
        kind
            is LeftOutKind.TrackedChange
                or LeftOutKind.MergedCells
                or LeftOutKind.NestedTable
                or LeftOutKind.TableOfContents
                or LeftOutKind.UnsafeLink;

    /// <summary>'2 tekstvakken, bij: Verkeer, Groen'</summary>
    public static string Of(this Texts T, WordLeftOut one)
    {
        string[] where = [.. one.Where.Select(heading => heading.Length > 0 ? $"'{heading}'" : T["het begin"])];
        return one.Kind is LeftOutKind.HeaderOrFooter or LeftOutKind.TableOfContents or LeftOutKind.PartOfAnotherFile
            ? What(T, one)
            : T["{0}, bij {1}", What(T, one), string.Join(", ", where)];
    }

    private static string What(Texts T, WordLeftOut one) =>
        one.Kind switch
        {
            LeftOutKind.TextBox => T.Count(one.Count, "1 tekstvak", "{0} tekstvakken"),
            LeftOutKind.Drawing => T.Count(one.Count, "1 tekening", "{0} tekeningen"),
            LeftOutKind.Chart => T.Count(one.Count, "1 grafiek", "{0} grafieken"),
            LeftOutKind.SmartArt => T.Count(one.Count, "1 SmartArt-schema", "{0} SmartArt-schema's"),
            LeftOutKind.Equation => T.Count(one.Count, "1 formule", "{0} formules"),
            LeftOutKind.TrackedChange => T.Count(
                one.Count,
                "1 bijgehouden wijziging: gelezen alsof zij is aanvaard",
                "{0} bijgehouden wijzigingen: gelezen alsof ze zijn aanvaard"
            ),
            LeftOutKind.Comment => T.Count(one.Count, "1 opmerking in de kantlijn", "{0} opmerkingen in de kantlijn"),
            LeftOutKind.EmbeddedObject => T.Count(one.Count, "1 ingevoegd bestand", "{0} ingevoegde bestanden"),
            LeftOutKind.HeaderOrFooter => T.Count(
                one.Count,
                "1 koptekst of voettekst van de bladzijden",
                "{0} kopteksten en voetteksten van de bladzijden"
            ),
            LeftOutKind.OtherPicture => T.Count(
                one.Count,
                "1 plaatje dat geen JPEG, PNG of WebP is",
                "{0} plaatjes die geen JPEG, PNG of WebP zijn"
            ),
            LeftOutKind.BrokenPicture => T.Count(
                one.Count,
                "1 plaatje dat beschadigd of te groot is",
                "{0} plaatjes die beschadigd of te groot zijn"
            ),
            LeftOutKind.HiddenText => T.Count(one.Count, "1 stukje verborgen tekst", "{0} stukjes verborgen tekst"),
            LeftOutKind.MergedCells => T.Count(
                one.Count,
                "1 tabel met samengevoegde cellen: de tekst staat in de eerste cel",
                "{0} tabellen met samengevoegde cellen: de tekst staat in de eerste cel"
            ),
            LeftOutKind.NestedTable => T.Count(
                one.Count,
                "1 tabel in een tabel: de tekst staat in één cel",
                "{0} tabellen in een tabel: de tekst staat in één cel"
            ),
            LeftOutKind.TableOfContents => T["De inhoudsopgave: de pagina maakt er zelf een"],
            LeftOutKind.UnsafeLink => T.Count(
                one.Count,
                "1 link naar een adres dat hier niet kan: de woorden staan er",
                "{0} links naar een adres dat hier niet kan: de woorden staan er"
            ),
            LeftOutKind.Symbol => T.Count(
                one.Count,
                "1 teken uit een symbolenlettertype",
                "{0} tekens uit een symbolenlettertype"
            ),
            _ => T.Count(
                one.Count,
                "1 deel dat in een ander bestand staat",
                "{0} delen die in een ander bestand staan"
            ),
        };
}
