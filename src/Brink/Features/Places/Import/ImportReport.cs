using Brink.Platform;

namespace Brink.Features.Places.Import;

public enum ImportEffect
{
    Added,
    Changed,
    Same,
    Wrong,
}

/// <summary>What one line of a file would do, or everything that is wrong with it.</summary>
public sealed record ImportLine(
    int Number,
    string Name,
    ImportEffect Effect,
    IReadOnlyList<Refusal> Refusals,
    IReadOnlyList<ImportChange> Changes
)
{
    public static ImportLine Wrong(CsvLine line, string name, IReadOnlyList<Refusal> refusals) =>
        new(line.Number, name, ImportEffect.Wrong, refusals, []);

    public static ImportLine Added(CsvLine line, string name) => new(line.Number, name, ImportEffect.Added, [], []);

    public static ImportLine Changed(CsvLine line, string name, IReadOnlyList<ImportChange> changes) =>
        new(line.Number, name, changes.Count == 0 ? ImportEffect.Same : ImportEffect.Changed, [], changes);
}

/// <summary>What a line makes of one column.</summary>
/// <param name="From">As it would stand in such a file; empty for nothing.</param>
public sealed record ImportChange(string Column, string From, string To)
{
    /// <summary>Where two rows differ.</summary>
    public static IEnumerable<ImportChange> Between(
        IReadOnlyList<string> columns,
        IReadOnlyList<string> before,
        IReadOnlyList<string> after
    ) =>
        columns
            .Select((column, i) => new ImportChange(column, before[i], after[i]))
            .Where(change => change.From != change.To);
}

/// <summary>What a whole file would do. With anything wrong nothing of it is loaded.</summary>
public sealed record ImportReport(IReadOnlyList<ImportLine> Lines, IReadOnlyList<Refusal> OfFile)
{
    public bool IsRight => OfFile.Count == 0 && Lines.Count > 0 && Lines.All(line => line.Effect != ImportEffect.Wrong);

    public int Count(ImportEffect effect) => Lines.Count(line => line.Effect == effect);

    /// <summary>Tells whether the same file would still do the same.</summary>
    public string Fingerprint =>
        string.Join(
            '\n',
            Lines.Select(line => $"{line.Number} {line.Name} {line.Effect} {string.Join(' ', line.Changes)}")
        );

    public static ImportReport Unreadable(params Refusal[] refusals) => new([], refusals);
}
