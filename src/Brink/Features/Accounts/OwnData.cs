using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;

namespace Brink.Features.Accounts;

/// <summary>
/// What one feature keeps of a person: shown, downloaded and erased at that person's wish (P8). One class for each
/// feature that refers to people, on the list in <c>Features.cs</c>; a test finds a reference that no class answers for.
/// </summary>
public abstract class OwnData
{
    /// <summary>Tables whose references to people this class answers for, by their entity types.</summary>
    public abstract IReadOnlyCollection<Type> Covers { get; }

    /// <summary>Everything this feature keeps of the person, the newest first. A fixed number of queries.</summary>
    public abstract Task<OwnDataPart> ReadAsync(BrinkDb db, Texts T, long personId, CancellationToken cancellation);

    /// <summary>
    /// Takes the person out of it, in the transaction of the caller, which saves. Public words stay as those of 'een
    /// inwoner' or go by choice; the journal and every count stay true.
    /// </summary>
    /// <param name="wordsToo">The person wants the own public words removed as well.</param>
    public abstract Task EraseAsync(
        BrinkDb db,
        long personId,
        bool wordsToo,
        Actor actor,
        CancellationToken cancellation
    );

    /// <summary>
    /// What is open and nobody else carries, so that the person is asked whether it goes to somebody else or is withdrawn.
    /// A fixed number of queries.
    /// </summary>
    public virtual Task<IReadOnlyList<LeftBehind>> LeftBehindAsync(
        BrinkDb db,
        long personId,
        DateOnly today,
        CancellationToken cancellation
    ) => Task.FromResult<IReadOnlyList<LeftBehind>>([]);

    /// <summary>Before <see cref="EraseAsync"/>, in the same transaction: hands those over, or withdraws them.</summary>
    /// <param name="handOver">Where nobody can take it over, the person's wish not to withdraw leaves it as it is.</param>
    public virtual Task LeaveAsync(
        BrinkDb db,
        long personId,
        bool handOver,
        Actor actor,
        CancellationToken cancellation
    ) => Task.CompletedTask;
}

/// <param name="TakenOverBy">Who could go on with it; null where nobody can.</param>
public sealed record LeftBehind(string Title, string? TakenOverBy);

/// <param name="Name">A heading, as a reader knows it: 'Uw initiatieven'.</param>
/// <param name="Code">The same for programs; stays.</param>
/// <param name="Rows">Each a list of what and its value: 'Titel', 'Een beweegtuin'.</param>
public sealed record OwnDataPart(string Name, string Code, IReadOnlyList<IReadOnlyList<OwnFact>> Rows);

public sealed record OwnFact(string Name, string Value);
