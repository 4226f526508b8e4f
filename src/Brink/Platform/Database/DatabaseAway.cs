using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Brink.Platform.Database;

/// <summary>Tells a database that can't be reached from a bug.</summary>
public static class DatabaseAway
{
    private static readonly string? DriverName = typeof(NpgsqlConnection).Assembly.GetName().Name;

    public static bool Is(Exception problem)
    {
        for (var cause = problem; cause is not null; cause = cause.InnerException)
        {
            if (cause is RetryLimitExceededException or System.Net.Sockets.SocketException)
            {
                return true;
            }

            // 57P: the server stops or starts; 53: out of connections or memory; 08: the connection broke;
            // 58: its files or processes are gone, as while it dies.
            if (cause is PostgresException { SqlState: { } state })
            {
                return state.StartsWith("57P", StringComparison.Ordinal)
                    || state.StartsWith("53", StringComparison.Ordinal)
                    || state.StartsWith("08", StringComparison.Ordinal)
                    || state.StartsWith("58", StringComparison.Ordinal);
            }

            // A connection that breaks under a command at the wrong moment trips its driver over its own emptied fields.
            if ((cause is NullReferenceException or ObjectDisposedException) && cause.Source == DriverName)
            {
                return true;
            }

            // The second is a wait that ended; a pattern that took too long to match derives from it, and is a bug.
            if (cause is NpgsqlException || cause.GetType() == typeof(TimeoutException))
            {
                return true;
            }
        }

        return false;
    }
}
