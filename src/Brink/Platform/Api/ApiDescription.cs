using System.Text.Json.Nodes;
using Brink.Platform.Http;
using Brink.Platform.Tenancy;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Brink.Platform.Api;

/// <summary>The description programs read: of whom it is, under which terms, what changed, and what may be asked.</summary>
public sealed class ApiDescription(IHttpContextAccessor http) : IOpenApiDocumentTransformer
{
    private const string About =
        "Alles wat in Brink openbaar is, om te lezen en te hergebruiken: dorpen, organisaties, initiatieven en "
        + "toezeggingen. Zonder sleutel, alleen GET en HEAD. Elk antwoord heeft een ETag. Tijden staan in UTC (RFC 3339), dagen zonder tijd, plaatsen in "
        + "graden (CRS84). Fouten volgen RFC 9457. Namen en contactgegevens van bewoners staan er niet in, behalve "
        + "een naam die iemand zelf bij een initiatief openbaar maakte.\n\n"
        + "## Wat er veranderde\n\n"
        + "- 1.1.0: `totaal` en `last` bij lijsten, ETag met If-None-Match, HEAD.\n"
        + "- 1.0.0: de eerste versie.";

    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var request = http.HttpContext!.Request;
        var tenant = http.HttpContext.RequestServices.GetRequiredService<Tenant>();
        document.Info = new OpenApiInfo
        {
            Title = "Brink " + tenant.Name,
            Version = ApiServices.Version,
            Description = About,
            Contact = new OpenApiContact
            {
                Name = "Gemeente " + tenant.Name,
                Url = new Uri(request.Absolute("/contact")),
            },
            License = new OpenApiLicense { Name = "EUPL-1.2", Url = new Uri("https://eupl.eu/1.2/nl/") },
        };
        document.Servers = [new OpenApiServer { Url = request.Absolute(ApiServices.Root) }];
        // The version stands in the address of the server, so the paths don't repeat it.
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths)
        {
            paths[path[ApiServices.Root.Length..]] = item;
        }

        document.Paths = paths;
        return Task.CompletedTask;
    }

    public static Task DescribeParametersAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        var takes = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiTakes>().LastOrDefault();
        foreach (var parameter in takes?.Parameters ?? [])
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(
                new OpenApiParameter
                {
                    Name = parameter.Name,
                    In = ParameterLocation.Query,
                    Description = parameter.Description,
                    Schema = new OpenApiSchema
                    {
                        Type = parameter.Type == ApiType.Number ? JsonSchemaType.Integer : JsonSchemaType.String,
                        Enum = parameter.Codes is null ? null : [.. parameter.Codes.Select(code => (JsonNode)code)],
                    },
                }
            );
        }

        return Task.CompletedTask;
    }
}
