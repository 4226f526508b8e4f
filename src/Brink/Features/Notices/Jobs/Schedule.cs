using Brink.Features.Accounts;
using Brink.Features.Accounts.Privacy;
using Brink.Features.Checks;
using Brink.Features.Dossiers;
using Brink.Features.Exchange;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Initiatives.Support;
using Brink.Features.Newsletters;
using Brink.Features.Promises.Succession;
using Brink.Features.Requests;
using Brink.Features.Rounds;
using Brink.Features.Signals.Raise;
using Brink.Features.Standpoints;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Quartz;

namespace Brink.Features.Notices.Jobs;

/// <summary>
/// When which job runs, on the Dutch clock. The store is shared by all instances: each time is for one of them. A time
/// that was missed while nothing ran is made up for once at the next start.
/// </summary>
public static class Schedule
{
    private const string EveryNight = "0 30 3 * * ?";
    private const string EveryMorning = "0 0 7 * * ?";
    private const string HalfPastSeven = "0 30 7 * * ?";
    private const string EveryFiveMinutes = "0 0/5 * * * ?";

    public static IServiceCollection AddSchedule(this IServiceCollection services, string appConnectionString)
    {
        services.AddSingleton<MunicipalityJobs>();
        services.AddSingleton<PromiseReminders>();
        services.AddSingleton<Digests>();
        services.AddSingleton<Cleaning>();
        services.AddSingleton<UnconfirmedIdeas>();
        services.AddSingleton<Strangers>();
        services.AddSingleton<UnusedAccounts>();
        services.AddSingleton<RolesThatPassed>();
        services.AddSingleton<UnconfirmedConcerns>();
        services.AddSingleton<ExchangeCleaning>();
        services.AddSingleton<SigningReminders>();
        services.AddSingleton<RequestReminders>();
        services.AddSingleton<Advice.AdviceReminders>();
        services.AddSingleton<UnconfirmedSignals>();
        services.AddSingleton<CheckTerms>();
        services.AddSingleton<DossierNights>();
        services.AddSingleton<RoundClock>();
        services.AddSingleton<UnconfirmedReactions>();
        services.AddSingleton<NewsletterNights>();
        services.AddSingleton<NewsletterBounces>();
        services.AddSingleton<WordFilesForgotten>();
        services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(appConnectionString);
                store.UseSystemTextJsonSerializer();
                store.UseClustering();
                store.ConfigureStore(options => options.TablePrefix = ScheduleTables.Prefix);
            });
            Add<Digests>(quartz, EveryMorning);
            Add<PromiseReminders>(quartz, HalfPastSeven);
            Add<Cleaning>(quartz, EveryNight);
            Add<UnconfirmedIdeas>(quartz, EveryNight);
            Add<Strangers>(quartz, EveryNight);
            Add<UnusedAccounts>(quartz, EveryNight);
            Add<RolesThatPassed>(quartz, EveryNight);
            Add<UnconfirmedConcerns>(quartz, EveryNight);
            Add<ExchangeCleaning>(quartz, EveryNight);
            Add<SigningReminders>(quartz, HalfPastSeven);
            Add<RequestReminders>(quartz, HalfPastSeven);
            Add<Advice.AdviceReminders>(quartz, HalfPastSeven);
            Add<UnconfirmedSignals>(quartz, EveryNight);
            Add<CheckTerms>(quartz, EveryMorning);
            Add<DossierNights>(quartz, EveryNight);
            Add<RoundClock>(quartz, EveryFiveMinutes);
            Add<UnconfirmedReactions>(quartz, EveryNight);
            Add<NewsletterNights>(quartz, EveryNight);
            Add<NewsletterBounces>(quartz, EveryFiveMinutes);
            Add<WordFilesForgotten>(quartz, EveryNight);
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    private static void Add<T>(IQuartzBuilder quartz, string cron)
        where T : class, IMunicipalityJob =>
        quartz.ScheduleJob<ScheduledJob<T>>(
            trigger =>
                trigger
                    .WithIdentity(typeof(T).Name)
                    .WithCronSchedule(
                        cron,
                        schedule =>
                            schedule
                                .InTimeZone(DutchTime.Zone)
                                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)
                    ),
            job => job.WithIdentity(typeof(T).Name).RequestRecovery(true)
        );
}

/// <summary>What the clock calls; the work itself knows nothing of the clock.</summary>
[DisallowConcurrentExecution]
public sealed class ScheduledJob<T>(MunicipalityJobs jobs, T job) : IJob
    where T : IMunicipalityJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await jobs.RunAsync(job, cancellationToken);
}
