using Brink.Platform.Cache;

namespace Brink.Platform.Api;

public static class ApiEndpoints
{
    /// <summary>Each feature maps its own part; all are open to everyone, cached and limited alike.</summary>
    public static void MapBrinkApi(this WebApplication app, params Action<RouteGroupBuilder>[] features)
    {
        var api = app.MapGroup(ApiServices.Root)
            .AllowAnonymous()
            .RequireRateLimiting(ApiServices.Limit)
            .WithMetadata(new PublicPageAttribute());
        foreach (var map in features)
        {
            map(api);
        }

        api.MapOpenApi("/openapi.json");
    }

    /// <summary>Declares what may stand behind the question mark; anything else is refused, not silently left out.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, params ApiParameter[] parameters) =>
        endpoint
            .WithMetadata(new ApiTakes(parameters))
            .ProducesProblem(StatusCodes.Status400BadRequest, ApiProblem.ContentType);

    /// <summary>An address with a number that may lead to nothing.</summary>
    public static RouteHandlerBuilder MayBeAbsent(this RouteHandlerBuilder endpoint) =>
        endpoint.ProducesProblem(StatusCodes.Status404NotFound, ApiProblem.ContentType);
}
