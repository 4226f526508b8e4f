using System.Text.Json.Serialization;

namespace Brink.Platform.Api;

/// <summary>One thing that is wrong with a request.</summary>
public sealed record ApiMistake(
    [property: JsonPropertyName("in")] string In,
    [property: JsonPropertyName("location")] ApiLocation Location,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("detail")] string Detail
);

public sealed record ApiLocation([property: JsonPropertyName("name")] string Name);

/// <summary>What went wrong, in the form of RFC 9457.</summary>
public static class ApiProblem
{
    public const string ContentType = "application/problem+json";

    public static IResult BadRequest(IReadOnlyList<ApiMistake> mistakes) =>
        Results.Problem(
            statusCode: StatusCodes.Status400BadRequest,
            title: "De vraag klopt niet",
            detail: "Pas aan wat hieronder staat en vraag het opnieuw.",
            extensions: [new("errors", mistakes)]
        );

    public static IResult Absent() => Of(StatusCodes.Status404NotFound);

    public static IResult Withdrawn() => Of(StatusCodes.Status410Gone);

    /// <summary>The problem that belongs to a status.</summary>
    public static IResult Of(int status, string? reference = null)
    {
        var (title, detail) = Words(status);
        return Results.Problem(
            statusCode: status,
            title: title,
            detail: detail,
            extensions: reference is null ? null : [new("reference", reference)]
        );
    }

    private static (string Title, string Detail) Words(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => ("Niet gevonden", "Op dit adres is niets openbaar."),
            StatusCodes.Status405MethodNotAllowed => ("Alleen lezen", "Dit adres beantwoordt alleen GET en HEAD."),
            StatusCodes.Status406NotAcceptable => (
                "Dit stelsel van coördinaten geven we niet",
                "Vraag CRS84 (WGS 84, lengte en breedte in graden)."
            ),
            StatusCodes.Status410Gone => ("Ingetrokken", "Wie dit inbracht, heeft het teruggetrokken."),
            StatusCodes.Status429TooManyRequests => (
                "Te veel vragen",
                "Er kwamen in een minuut te veel vragen van uw verbinding. Wacht even en ga dan verder."
            ),
            StatusCodes.Status503ServiceUnavailable => (
                "Even niet bereikbaar",
                "De gegevens zijn nu niet op te halen. Probeer het over een minuut opnieuw."
            ),
            >= 500 => ("Hier ging iets mis bij ons", "We kunnen het terugvinden met de referentie."),
            _ => ("De vraag klopt niet", "We begrijpen deze vraag niet."),
        };
}
