using System.Globalization;

namespace Brink.Features.Requests;

/// <summary>The addresses of everything around a request. Addresses are promises: they stay.</summary>
public static class RequestLinks
{
    public const string List = "/verzoeken";

    /// <summary>First: which association.</summary>
    public const string Choose = "/verzoeken/nieuw";

    public static string Ask(long associationId) => $"{Choose}/{Number(associationId)}";

    public static string Of(long associationId) => $"{List}?vereniging={Number(associationId)}";

    public static string Show(long id, string slug) => $"{List}/{Number(id)}-{slug}";

    public static string Answer(long id) => $"{List}/{Number(id)}/antwoord";

    /// <summary>Where the municipality agrees with a proposal or takes the request back.</summary>
    public static string Settle(long id) => $"{List}/{Number(id)}/afhandelen";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
