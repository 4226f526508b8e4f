using Brink.Features.Journal;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>
/// Carries news out of the journal, in every running instance: at once when something happens here, and within a second
/// when it happened elsewhere or its time has come.
/// </summary>
public sealed partial class Outbox(
    IDbContextFactory<BrinkDb> databases,
    ITenantDirectory tenants,
    Dispatcher dispatcher,
    MailSender sender,
    MailRoads roads,
    JournalSignal signal,
    TimeProvider time,
    ILogger<Outbox> logger
) : BackgroundService
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(1);

    /// <summary>A municipality with much mail lets the others go before it goes on.</summary>
    private const int MostMailsInATurn = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wake = new SemaphoreSlim(0, 1);
        signal.Listen(_ => WakeUp(wake));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var more = await RoundAsync(stoppingToken);
                if (!more)
                {
                    await wake.WaitAsync(LooksEvery, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                LogProblem(logger, problem);
                await Task.Delay(LooksEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>One turn for each municipality that has something to tell.</summary>
    /// <returns>Whether there is more to do at once.</returns>
    public async Task<bool> RoundAsync(CancellationToken cancellation)
    {
        var all = await tenants.AllAsync(cancellation);
        var more = false;
        foreach (var id in await WithWorkAsync(cancellation))
        {
            if (all.FirstOrDefault(tenant => tenant.Id == id) is not { } tenant)
            {
                continue;
            }

            await GuardedAsync(async () =>
            {
                while (await dispatcher.DispatchAsync(tenant, cancellation)) { }
            });
            await GuardedAsync(async () => more |= await SendAsync(tenant, cancellation));
        }

        return more;

        // What goes wrong with one municipality's news keeps neither its mail nor that of others.
        async Task GuardedAsync(Func<Task> work)
        {
            try
            {
                await work();
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                LogProblem(logger, problem);
            }
        }
    }

    /// <returns>Whether there may be more for this municipality.</returns>
    private async Task<bool> SendAsync(TenantInfo tenant, CancellationToken cancellation)
    {
        // Mostly one mail waits, or none: the others are called in only after a first has gone. Side by side, for most
        // of a mail's time goes into waiting for the mail server and for the database's disk.
        if (!await sender.SendNextAsync(tenant, cancellation))
        {
            return false;
        }

        var (left, more) = (MostMailsInATurn - 1, true);
        await Task.WhenAll(Enumerable.Range(0, roads.AtOnce).Select(_ => KeepSendingAsync()));
        return more;

        async Task KeepSendingAsync()
        {
            while (more && Interlocked.Decrement(ref left) >= 0)
            {
                if (!await sender.SendNextAsync(tenant, cancellation))
                {
                    // Nothing waits, or the road is blocked: nor need the others go on.
                    more = false;
                }
            }
        }
    }

    private async Task<List<long>> WithWorkAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.TenantId = 0;
        var now = time.GetUtcNow();
        return await db
            .Database.SqlQuery<long>($"SELECT municipality_id AS \"Value\" FROM municipalities_with_mail({now})")
            .ToListAsync(cancellation);
    }

    private static void WakeUp(SemaphoreSlim wake)
    {
        try
        {
            wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
        catch (ObjectDisposedException)
        {
            // It has stopped; another instance goes on.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not go on; it tries again")]
    private static partial void LogProblem(ILogger logger, Exception problem);
}
