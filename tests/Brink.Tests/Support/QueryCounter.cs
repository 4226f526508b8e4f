using System.Collections.Concurrent;
using System.Data.Common;
using Brink.Platform.Cache;
using Brink.Platform.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Support;

/// <summary>
/// What a page asks of the database. Give it to the host before it starts: <c>new BrinkHost(postgres) { Configure =
/// counter.Watch }</c>; then <c>await counter.AskedAsync(host, "/dorpen")</c> with little and with much data.
/// </summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private readonly AsyncLocal<ConcurrentQueue<string>?> listening = new();
    private int opened;

    public void Watch(WebApplicationBuilder builder)
    {
        builder.Services.ConfigureDbContext<BrinkDb>(options => options.AddInterceptors(this));
        builder.Services.Configure<TestServerOptions>(options => options.PreserveExecutionContext = true);
    }

    /// <summary>
    /// Opens the page as who just changed something, for whom nothing comes from a cache, and returns what this request
    /// asked; jobs that run meanwhile don't count.
    /// </summary>
    public async Task<IReadOnlyList<string>> AskedAsync(BrinkHost host, string address, TestBrowser? browser = null)
    {
        var visitor = browser ?? host.Browser();
        visitor.SetCookie((OwnChange.Cookie, "1"));
        // What is read once for as long as the program runs is no cost of the page.
        await visitor.OpenAsync(Fresh(address));
        var asked = new ConcurrentQueue<string>();
        listening.Value = asked;
        try
        {
            await visitor.OpenAsync(Fresh(address));
        }
        finally
        {
            listening.Value = null;
        }

        // Which municipality answers to a host is read now and then, by whoever comes first.
        return
        [
            .. asked.Where(query => !query.StartsWith("SELECT m.id, m.name, m.slug, m.host", StringComparison.Ordinal)),
        ];
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        listening.Value?.Enqueue(command.CommandText);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        listening.Value?.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }

    /// <summary>Another address for the cache, the same page.</summary>
    private string Fresh(string address) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}x={Interlocked.Increment(ref opened)}";
}
