using Brink.Platform.Database;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Brink.Platform.Http;

/// <summary>For whoever watches the installation: alive says the program runs, ready says the database answers too (O6).</summary>
public sealed class DatabaseAnswers(IDbContextFactory<BrinkDb> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception problem) when (DatabaseAway.Is(problem))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}

public static class HealthPages
{
    /// <summary>Before the municipality is looked up: an installation is healthy whatever its host name.</summary>
    public static IApplicationBuilder UseHealth(this IApplicationBuilder app) =>
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false })
            .UseHealthChecks(
                "/health/ready",
                new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }
            );
}
