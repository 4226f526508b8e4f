namespace Brink.Platform;

/// <summary>What a domain verb says: done, or refused in words the user can act on. A refusal is never an exception.</summary>
public sealed class Outcome
{
    public static readonly Outcome Done = new([]);

    private Outcome(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool Succeeded => Refusals.Count == 0;

    /// <param name="field">The name of the form field the refusal belongs to; empty for the whole form.</param>
    /// <param name="message">Dutch source text, translated where it is shown.</param>
    public static Outcome Refuse(string field, string message, params object[] arguments) =>
        new([new Refusal(field, message, arguments)]);

    /// <summary>Everything that was wrong, said at once.</summary>
    public static Outcome Of(IEnumerable<Refusal> refusals)
    {
        var all = refusals.ToArray();
        return all.Length == 0 ? Done : new(all);
    }
}

/// <param name="Field">The form field's name, or empty for the whole form.</param>
/// <param name="Message">Dutch source text with {0} places for <paramref name="Arguments"/>.</param>
public sealed record Refusal(string Field, string Message, params object[] Arguments);
