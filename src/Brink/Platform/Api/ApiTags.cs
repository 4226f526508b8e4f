using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Brink.Platform.Api;

/// <summary>
/// A tag for each answer of the interface, made of what is in it: who has it already gets 304 and nothing more. Stands
/// within the page cache, which keeps the tag with the answer and compares it itself from then on. The tag is weak: the
/// same answer is sent compressed in several ways.
/// </summary>
public sealed class ApiTags(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (
            !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            || !HttpMethods.IsGet(context.Request.Method)
        )
        {
            await next(context);
            return;
        }

        var sent = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var content = new MemoryStream();
        var kept = new StreamResponseBodyFeature(content);
        context.Features.Set<IHttpResponseBodyFeature>(kept);
        try
        {
            await next(context);
            await kept.CompleteAsync();
        }
        finally
        {
            context.Features.Set(sent);
        }

        await AnswerAsync(context, content);
    }

    private static async Task AnswerAsync(HttpContext context, MemoryStream content)
    {
        var response = context.Response;
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var hash = SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length));
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}\"", isWeak: true);
            response.GetTypedHeaders().ETag = tag;
            var known = context.Request.GetTypedHeaders().IfNoneMatch;
            if (known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                response.ContentLength = null;
                return;
            }
        }

        if (content.Length > 0)
        {
            content.Position = 0;
            await content.CopyToAsync(response.Body, context.RequestAborted);
        }
    }
}
