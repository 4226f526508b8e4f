using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Brink.Tests.Support;

/// <summary>Keeps the exceptions that a running instance logs, for a test to say why it fails.</summary>
public sealed class HeardProblems : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<Exception> heard = [];

    /// <summary>Everything that was heard, the newest last.</summary>
    public string Told => string.Join("\n\n", heard);

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (exception is not null && logLevel >= LogLevel.Error)
        {
            heard.Enqueue(exception);
        }
    }

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose() { }
}
