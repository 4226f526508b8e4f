using Brink.Features.Accounts;
using Brink.Platform;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Brink.Features.Shared;

/// <summary>The key that makes one thing of a form that is sent twice.</summary>
public static class FormKey
{
    public const string Field = "_sleutel";

    /// <summary>Looks like one of ours; anything else was put there by somebody.</summary>
    public static bool IsKey(string? key) =>
        key is { Length: > 0 and <= 100 } && key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_');

    public static SubmittedForm? Row(string? key, string address, DateTimeOffset now) =>
        IsKey(key)
            ? new SubmittedForm
            {
                KeyHash = Secret.Hash(key!),
                ResultAddress = address,
                At = now,
            }
            : null;

    public static bool WasSentBefore(DbUpdateException problem) =>
        problem.InnerException
            is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "submitted_forms" };
}

/// <summary>Two people at once, decided by the database: worth loading anew and trying again.</summary>
public static class Conflict
{
    /// <summary>Something was added to a person who was erased at that very moment; trying again changes nothing.</summary>
    public static bool IsErasedPerson(DbUpdateException problem) =>
        problem.InnerException is PostgresException { ConstraintName: "person_is_there" };

    /// <summary>The provider wraps what may pass by itself, such as a deadlock, in an exception of its own.</summary>
    public static bool Is(Exception problem) =>
        problem is DbUpdateConcurrencyException
        || (problem as PostgresException ?? problem.InnerException as PostgresException)
            is {
                SqlState: PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
            }
        || (problem is InvalidOperationException && problem.InnerException is DbUpdateException inner && Is(inner));
}
