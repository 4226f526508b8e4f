using Brink.Platform.Database;
using Brink.Platform.Tenancy;

namespace Brink.Features.Notices.Jobs;

/// <summary>Work that is done for each municipality by the clock. Doing it twice does no more than doing it once.</summary>
public interface IMunicipalityJob
{
    Task RunAsync(BrinkDb db, CancellationToken cancellation);
}

/// <summary>Does a job for every municipality; one that fails keeps no other from its turn.</summary>
public sealed partial class MunicipalityJobs(
    IServiceScopeFactory scopes,
    ITenantDirectory tenants,
    ILogger<MunicipalityJobs> logger
)
{
    public async Task RunAsync(IMunicipalityJob job, CancellationToken cancellation)
    {
        foreach (var tenant in await tenants.AllAsync(cancellation))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Tenant>().Use(tenant);
                await job.RunAsync(scope.ServiceProvider.GetRequiredService<BrinkDb>(), cancellation);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                LogFailed(logger, problem, job.GetType().Name, tenant.Slug);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} failed for {Municipality}; it runs again at its next time")]
    private static partial void LogFailed(ILogger logger, Exception problem, string job, string municipality);
}
