using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Notices.Jobs;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Promises.Calendar;
using Brink.Features.Shared;
using Brink.Features.Signals;
using Brink.Features.Syndication;
using Brink.Platform.Api;
using Brink.Platform.Cache;
using Brink.Platform.Database;
using Brink.Platform.Files;
using Brink.Platform.Http;
using Brink.Platform.Localisation;
using Brink.Platform.Mail;
using Brink.Platform.Tenancy;

namespace Brink;

/// <summary>What a running Brink must be told.</summary>
/// <param name="AppConnection">Connection of the role that row-level security holds for.</param>
/// <param name="OwnerConnection">Connection of the role that owns the structure; for starting up only.</param>
/// <param name="DataFolder">Where uploaded files stand.</param>
public sealed record BrinkSettings(string AppConnection, string OwnerConnection, string DataFolder);

/// <summary>The program as its table of contents: what is in it, and in which order a request passes.</summary>
public static class BrinkApp
{
    public static WebApplicationBuilder AddBrink(this WebApplicationBuilder builder, BrinkSettings settings)
    {
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddBrinkDatabase(settings.AppConnection);
        builder.Services.AddSharedKeys(settings.DataFolder);
        builder.AddBrinkAssets();
        builder.Services.AddTexts(builder.Environment.ContentRootPath);
        builder.Services.AddSmtp(builder.Configuration);
        builder.Services.AddSingleton<IFileStore>(services => new DiskFileStore(
            Path.Combine(settings.DataFolder, "files"),
            services.GetRequiredService<TimeProvider>()
        ));
        builder.Services.AddFeatures();
        builder.Services.AddSchedule(settings.AppConnection);
        builder.Services.AddBrinkPages();
        builder.Services.AddPublicPageCache();
        builder.Services.AddHostedService<Telemetry>();
        builder.Services.AddBrinkApi();
        builder.Services.AddSearchLimit();
        // The schedule reads its tables while the server begins to listen.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        builder.Services.AddHealthChecks().AddCheck<DatabaseAnswers>("database", tags: ["ready"]);
        return builder;
    }

    public static WebApplication UseBrink(this WebApplication app)
    {
        app.UseTrustedProxies(app.Configuration);
        app.UseMiddleware<SecurityHeaders>();
        app.UseHealth();
        app.UseMiddleware<TenantMiddleware>();
        app.UseMiddleware<LanguageMiddleware>();
        app.UseFailurePages();
        app.UseMiddleware<NulFreeForms>();
        app.UseMiddleware<ApiMiddleware>();
        app.UseMiddleware<AcceptedEncoding>();
        app.UseRouting();
        app.UseOutputCache();
        app.UseMiddleware<RequestLog>();
        app.UseResponseCompression();
        app.UseMiddleware<ApiTags>();
        app.UseAuthentication();
        app.UseMiddleware<ViewerMiddleware>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapBrinkAssets();
        app.MapRazorPages().WithStaticAssets(Assets.List);
        FeedEndpoints.Map(app);
        SitemapEndpoints.Map(app);
        CalendarEndpoint.Map(app);
        app.MapWellKnown();
        app.MapBrinkApi(
            VillageApi.Map,
            OrganisationApi.Map,
            InitiativeApi.Map,
            PromiseApi.Map,
            SignalApi.Map,
            Features.Dossiers.DossierApi.Map,
            Features.Standpoints.StandpointApi.Map,
            Features.Requests.RequestApi.Map,
            Features.Exchange.HelpApi.Map,
            Features.Agreements.AgreementApi.Map,
            Features.Newsletters.NewsletterApi.Map,
            Features.Advice.AdviceApi.Map
        );
        return app;
    }
}
