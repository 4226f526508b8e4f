using Microsoft.Net.Http.Headers;

namespace Brink.Platform.Cache;

/// <summary>
/// Leaves of what a browser accepts the one way of compressing that it gets: br, gzip or none. What keeps pages and what
/// compresses them so never read the header differently, and nobody's odd header becomes another's page.
/// </summary>
public sealed class AcceptedEncoding(RequestDelegate next)
{
    /// <summary>The first wins where a browser likes them alike.</summary>
    private static readonly string[] Ways = ["br", "gzip"];

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers.AcceptEncoding.Count > 0)
        {
            headers.AcceptEncoding = Choose(context.Request.GetTypedHeaders().AcceptEncoding);
        }

        return next(context);
    }

    private static string? Choose(IList<StringWithQualityHeaderValue> accepted) =>
        Ways.Select(way => (Way: way, Quality: QualityOf(way, accepted)))
            .Where(choice => choice.Quality > 0)
            .OrderByDescending(choice => choice.Quality)
            .Select(choice => choice.Way)
            .FirstOrDefault();

    private static double QualityOf(string way, IList<StringWithQualityHeaderValue> accepted) =>
        accepted
            .Where(item => item.Value.Equals(way, StringComparison.OrdinalIgnoreCase))
            .Select(item => item.Quality ?? 1)
            .FirstOrDefault();
}
