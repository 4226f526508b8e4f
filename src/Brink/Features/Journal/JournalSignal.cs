namespace Brink.Features.Journal;

/// <summary>Wakes, within this program, whoever waits for the journal: cached pages and the outbox.</summary>
public sealed class JournalSignal
{
    private readonly List<Action<long>> listeners = [];

    /// <param name="listener">Is told the municipality whose journal grew; must return at once.</param>
    public void Listen(Action<long> listener) => listeners.Add(listener);

    public void Changed(long municipalityId) => listeners.ForEach(listener => listener(municipalityId));
}
