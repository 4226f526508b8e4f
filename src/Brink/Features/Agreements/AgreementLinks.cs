using System.Globalization;
using Brink.Features.Subjects;

namespace Brink.Features.Agreements;

/// <summary>The addresses of everything around an agreement. Addresses are promises: they stay.</summary>
public static class AgreementLinks
{
    public const string List = "/afspraken";
    public const string New = "/afspraken/nieuw";

    public static string Show(long id, string slug) => SubjectLinks.Of(SubjectKind.Agreement, id, slug);

    public static string Parties(long id) => Act(id, "partijen");

    public static string Write(long id) => Act(id, "tekst");

    public static string Pledges(long id) => Act(id, "doen");

    public static string Evaluations(long id) => Act(id, "evalueren");

    public static string SendRound(long id) => Act(id, "rondsturen");

    public static string Record(long id) => Act(id, "op-papier");

    public static string TakeBack(long id) => Act(id, "terugnemen");

    /// <param name="organisationId">The party that answers, where somebody may sign for more than one.</param>
    public static string Sign(long id, long? organisationId = null) =>
        Act(id, "tekenen") + (organisationId is { } one ? Of("namens", one) : "");

    public static string Enter(long id) => Act(id, "invoeren");

    public static string Renew(long id) => Act(id, "vernieuwen");

    public static string End(long id) => Act(id, "stoppen");

    /// <summary>One text: to read, to compare with the one before, and to print with room to sign.</summary>
    public static string Version(long id, int number) => Act(id, "versie/" + Number(number));

    public static string Scan(long id, long answerId) => Act(id, "scan/" + Number(answerId));

    private static string Act(long id, string act) => $"{List}/{Number(id)}/{act}";

    private static string Of(string name, long value) => "?" + name + "=" + Number(value);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
