using System.Globalization;
using System.Text.Json.Serialization;
using Brink.Platform.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Brink.Platform.Api;

/// <summary>Address of something, for programs that follow links.</summary>
public sealed record ApiLink([property: JsonPropertyName("href")] string Href);

/// <param name="Html">The page for people about the same.</param>
public sealed record ApiLinks(
    [property: JsonPropertyName("self")] ApiLink Self,
    [property: JsonPropertyName("html")] ApiLink? Html = null
);

public sealed record ApiPageLinks(
    [property: JsonPropertyName("self")] ApiLink Self,
    [property: JsonPropertyName("first")] ApiLink First,
    [property: JsonPropertyName("prev")] ApiLink? Previous,
    [property: JsonPropertyName("next")] ApiLink? Next,
    [property: JsonPropertyName("last")] ApiLink Last
);

/// <summary>A part of a list, with the addresses of the parts beside it.</summary>
/// <param name="Total">How many there are in all parts together.</param>
public sealed record ApiPage<T>(
    [property: JsonPropertyName("_links")] ApiPageLinks Links,
    [property: JsonPropertyName("pagina")] int Page,
    [property: JsonPropertyName("aantal")] int Size,
    [property: JsonPropertyName("totaal")] int Total,
    [property: JsonPropertyName("resultaten")] IReadOnlyList<T> Results
);

public static class ApiPages
{
    /// <param name="total">How many there are in all pages together.</param>
    public static ApiPage<T> PageOf<T>(this ApiQuery query, IReadOnlyList<T> rows, int total)
    {
        var request = query.Context.Request;
        var last = Math.Max(1, (total + query.Size - 1) / query.Size);
        var links = new ApiPageLinks(
            new(Address(request, query.Page)),
            new(Address(request, 1)),
            query.Page > 1 ? new(Address(request, query.Page - 1)) : null,
            query.Page < last ? new(Address(request, query.Page + 1)) : null,
            new(Address(request, last))
        );
        (string Rel, ApiLink? Link)[] all =
        [
            ("self", links.Self),
            ("first", links.First),
            ("prev", links.Previous),
            ("next", links.Next),
            ("last", links.Last),
        ];
        query.Context.Response.Headers.Link = string.Join(
            ", ",
            all.Where(one => one.Link is not null).Select(one => $"<{one.Link!.Href}>; rel=\"{one.Rel}\"")
        );
        return new(links, query.Page, query.Size, total, rows);
    }

    public static ApiLinks Links(this HttpRequest request, string path, string? html = null) =>
        new(new(request.Absolute(ApiServices.Root + path)), html is null ? null : new(request.Absolute(html)));

    private static string Address(HttpRequest request, int page)
    {
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != ApiQuery.PageName));
        if (page > 1)
        {
            query.Add(ApiQuery.PageName, page.ToString(CultureInfo.InvariantCulture));
        }

        return request.Absolute(request.Path.ToUriComponent()) + query.ToQueryString().ToUriComponent();
    }
}
