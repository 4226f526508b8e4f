namespace Brink.Platform.Database;

/// <summary>
/// Settings for a small machine. They are written anew at every start; an operator changes one with ALTER SYSTEM, which
/// PostgreSQL keeps in a file of its own that goes before these.
/// </summary>
internal static class ServerSettings
{
    public static string Text(EmbeddedServerOptions options) => Common + (options.Fast ? ForgettableTestData : Durable);

    private const string Common = """
        # Written by Brink at every start. To change a setting use ALTER SYSTEM.
        shared_buffers = 128MB
        effective_cache_size = 512MB
        work_mem = 8MB
        maintenance_work_mem = 64MB
        random_page_cost = 1.1
        jit = off
        idle_in_transaction_session_timeout = 10min
        # A page that waited too long just leaves; what it asked for is then no use to anybody.
        client_connection_check_interval = 2s
        default_text_search_config = 'pg_catalog.dutch'
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        log_destination = 'stderr'
        logging_collector = off
        log_line_prefix = '%m [%p] '
        log_checkpoints = off
        # What people typed stays out of the log: no statements, no values of keys.
        log_error_verbosity = terse
        log_min_error_statement = panic

        """;

    private const string Durable = """
        max_connections = 100
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        wal_compression = on

        """;

    private const string ForgettableTestData = """
        max_connections = 300
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        wal_level = minimal
        max_wal_senders = 0
        autovacuum_naptime = 10min

        """;
}
