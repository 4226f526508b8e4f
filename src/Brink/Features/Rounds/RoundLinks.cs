using System.Globalization;
using Brink.Features.Dossiers;
using Brink.Platform.Text;

namespace Brink.Features.Rounds;

/// <summary>The addresses of documents and rounds of a dossier. Addresses are promises: they stay.</summary>
public static class RoundLinks
{
    /// <summary>All documents and rounds of a dossier.</summary>
    public static string All(long dossier) => DossierLinks.Act(dossier, "stukken");

    public static string NewDocument(long dossier) => DossierLinks.Act(dossier, "stukken/nieuw");

    /// <param name="version">0 for the newest.</param>
    public static string Document(long dossier, long document, int version = 0) =>
        DossierLinks.Act(dossier, "stukken/" + Number(document)) + (version > 0 ? "?versie=" + Number(version) : "");

    public static string Write(long dossier, long document) =>
        DossierLinks.Act(dossier, $"stukken/{Number(document)}/schrijven");

    /// <summary>What was read in a Word file, to look through before it is kept.</summary>
    public static string WordCheck(long dossier, long document, long file) =>
        DossierLinks.Act(dossier, $"stukken/{Number(document)}/word/{Number(file)}");

    /// <summary>The Word file that a version came from.</summary>
    public static string Original(long dossier, long document, long file) =>
        DossierLinks.Act(dossier, $"stukken/{Number(document)}/origineel/{Number(file)}");

    /// <summary>Stands in texts that were published: <see cref="Markdown"/> knows it as well.</summary>
    public static string Picture(long dossier, long document, long picture) =>
        DossierLinks.Act(dossier, $"stukken/{Number(document)}/plaatjes/{Number(picture)}");

    public static string Differences(long dossier, long document, int from = 0, int to = 0) =>
        DossierLinks.Act(dossier, $"stukken/{Number(document)}/verschillen")
        + (from > 0 ? $"?van={Number(from)}&naar={Number(to)}" : "");

    public static string NewRound(long dossier) => DossierLinks.Act(dossier, "rondes/nieuw");

    public static string Round(long dossier, long round) => Of(dossier, round, "");

    public static string Extend(long dossier, long round) => Of(dossier, round, "/verlengen");

    public static string Finish(long dossier, long round) => Of(dossier, round, "/afronden");

    /// <param name="section">Null for the whole.</param>
    public static string React(long dossier, long round, long? section = null) =>
        Of(dossier, round, "/reageren") + (section is { } id ? "?paragraaf=" + Number(id) : "");

    public static string Enter(long dossier, long round) => Of(dossier, round, "/invoeren");

    public static string Received(long dossier, long round) => Of(dossier, round, "/ontvangen");

    /// <param name="anchor">The section's number; null for all.</param>
    public static string Reactions(long dossier, long round, int? anchor = null, int page = 1) =>
        Of(dossier, round, "/reacties") + Query(("deel", anchor), ("pagina", page > 1 ? page : null));

    public static string Reaction(long dossier, long round, long reaction) =>
        Of(dossier, round, "/reacties/" + Number(reaction));

    public static string File(long dossier, long round, long reaction) =>
        Reaction(dossier, round, reaction) + "/bijlage";

    public static string Tell(long dossier, long round, long reaction) =>
        Reaction(dossier, round, reaction) + "/vertellen";

    public static string Work(long dossier, long round) => Of(dossier, round, "/werklijst");

    public static string Answer(long dossier, long round, long answer) =>
        Of(dossier, round, "/antwoorden/" + Number(answer));

    public static string Report(long dossier, long round, int page = 1) =>
        Of(dossier, round, "/verslag") + Query(("pagina", page > 1 ? page : null));

    public static string Pdf(long dossier, long round) => Of(dossier, round, "/verslag.pdf");

    public static string Download(long dossier, long round) => Of(dossier, round, "/verslag.csv");

    public static string Confirm(string secret) => "/reactie/bevestigen/" + secret;

    private static string Of(long dossier, long round, string what) =>
        DossierLinks.Act(dossier, "rondes/" + Number(round) + what);

    private static string Query(params (string Name, int? Value)[] asked)
    {
        var given = asked
            .Where(part => part.Value is not null)
            .Select(part => $"{part.Name}={Number(part.Value!.Value)}")
            .ToArray();
        return given.Length == 0 ? "" : "?" + string.Join('&', given);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
