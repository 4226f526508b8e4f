using System.Globalization;
using Brink.Features.Subjects;

namespace Brink.Features.Advice;

/// <summary>The addresses of everything around advice. Addresses are promises: they stay.</summary>
public static class AdviceLinks
{
    public const string List = "/adviezen";

    /// <summary>An official asks; first: whom.</summary>
    public const string Choose = "/adviezen/vragen";

    /// <summary>An association or the umbrella begins by itself.</summary>
    public const string New = "/adviezen/nieuw";

    /// <summary>Types in what came on paper.</summary>
    public const string Enter = "/adviezen/invoeren";

    public static string Show(long id, string slug) => SubjectLinks.Of(SubjectKind.Advice, id, slug);

    public static string AskAbout(long? dossierId) => Choose + Query(("dossier", dossierId));

    public static string Ask(long adviserId, long? dossierId = null) =>
        $"{Choose}/{Number(adviserId)}" + Query(("dossier", dossierId));

    public static string NewOn(long? dossierId = null, long? standpointId = null) =>
        New + Query(("dossier", dossierId), ("standpunt", standpointId));

    public static string EnterFor(long id) => Enter + Query(("vraag", id));

    public static string Write(long id) => Act(id, "schrijven");

    public static string Give(long id) => Act(id, "geven");

    /// <summary>Where the association says no, or asks for another day.</summary>
    public static string Reply(long id) => Act(id, "reageren");

    /// <summary>Where the municipality says which day it is, or takes its question back.</summary>
    public static string Settle(long id) => Act(id, "termijn");

    public static string TakeBack(long id) => Act(id, "terugnemen");

    public static string Answer(long id) => Act(id, "antwoord");

    public static string InVillage(long villageId) => List + Query(("dorp", villageId));

    private static string Act(long id, string act) => $"{List}/{Number(id)}/{act}";

    private static string Query(params (string Name, long? Value)[] asked)
    {
        var given = asked.Where(a => a.Value is not null).Select(a => $"{a.Name}={Number(a.Value!.Value)}").ToArray();
        return given.Length == 0 ? "" : "?" + string.Join('&', given);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
