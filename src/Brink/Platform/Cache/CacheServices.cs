using System.IO.Compression;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Brink.Platform.Cache;

public static class CacheServices
{
    public static IServiceCollection AddPublicPageCache(this IServiceCollection services)
    {
        services.AddSingleton<Generations>();
        services.AddSingleton<Known>();
        services.AddSingleton<PublicPagePolicy>();
        services.AddOutputCache(options => options.SizeLimit = 64 * 1024 * 1024);
        services.AddSingleton<IConfigureOptions<OutputCacheOptions>, UsePublicPagePolicy>();
        services.AddHostedService<JournalWatch>();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes =
            [
                "text/html",
                "application/json",
                "application/geo+json",
                "application/problem+json",
                "application/atom+xml",
                "text/csv",
                "text/plain",
                "image/svg+xml",
                "text/css",
                "text/javascript",
            ];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return services;
    }

    private sealed class UsePublicPagePolicy(PublicPagePolicy policy) : IConfigureOptions<OutputCacheOptions>
    {
        public void Configure(OutputCacheOptions options) => options.AddBasePolicy(policy);
    }
}
