using Brink.Features.Journal;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Brink.Platform.Database;

public static class DatabaseServices
{
    /// <summary>How long a page waits for the database before it says that it can't be reached.</summary>
    private const int SecondsOfPatience = 5;

    /// <summary>The database as the program's own role sees it: rows of one municipality at a time.</summary>
    public static IServiceCollection AddBrinkDatabase(this IServiceCollection services, string appConnectionString)
    {
        services.AddSingleton<TenantConnectionInterceptor>();
        services.AddSingleton(provider =>
        {
            var tenantSetting = provider.GetRequiredService<TenantConnectionInterceptor>();
            var settings = new NpgsqlConnectionStringBuilder(appConnectionString)
            {
                // The interceptor says at every opening which municipality it is for; a reset would cost and forget.
                NoResetOnClose = true,
                MaxAutoPrepare = 100,
                AutoPrepareMinUsages = 3,
                // Who waits longer thinks that the page is broken: better to say so, and what to do.
                Timeout = SecondsOfPatience,
                CommandTimeout = SecondsOfPatience,
                // A server that doesn't answer doesn't answer either when asked to stop: that would only take as long again.
                CancellationTimeout = -1,
                // The same few queries come with other numbers: planning each anew costs more than the best plan saves.
                Options =
                    $"{new NpgsqlConnectionStringBuilder(appConnectionString).Options} -c plan_cache_mode=force_generic_plan".Trim(),
            };
            var source = new NpgsqlDataSourceBuilder(settings.ConnectionString);
            source.UsePhysicalConnectionInitializer(
                tenantSetting.Forget,
                connection =>
                {
                    tenantSetting.Forget(connection);
                    return Task.CompletedTask;
                }
            );
            return source.Build();
        });
        services.AddPooledDbContextFactory<BrinkDb>(
            (provider, options) =>
                options
                    .UseModel(BrinkModel.Shared)
                    .UseNpgsql(
                        provider.GetRequiredService<NpgsqlDataSource>(),
                        npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                    )
                    .AddInterceptors(
                        provider.GetRequiredService<TenantConnectionInterceptor>(),
                        new CommitAnnouncement()
                    )
        );
        services.AddScoped(provider =>
        {
            var db = provider.GetRequiredService<IDbContextFactory<BrinkDb>>().CreateDbContext();
            db.TenantId = provider.GetRequiredService<Tenant>().Id;
            db.Signal = provider.GetRequiredService<JournalSignal>();
            return db;
        });
        services.AddSingleton<JournalSignal>();
        services.AddScoped<Tenant>();
        return services;
    }
}
