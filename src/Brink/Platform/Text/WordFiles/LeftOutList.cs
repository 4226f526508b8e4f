namespace Brink.Platform.Text.WordFiles;

/// <summary>Gathers what does not come along, with where it stood.</summary>
internal sealed class LeftOutList
{
    private const int MostPlaces = 5;
    private readonly SortedDictionary<LeftOutKind, (int Count, List<string> Where)> found = [];

    /// <summary>The heading that what is read now stands under.</summary>
    public string Heading { get; set; } = "";

    public void Add(LeftOutKind kind, int count = 1)
    {
        var (already, where) = found.TryGetValue(kind, out var known) ? known : (0, []);
        if (where.Count < MostPlaces && !where.Contains(Heading, StringComparer.Ordinal))
            where.Add(Heading);
        found[kind] = (already + count, where);
    }

    public IReadOnlyList<LeftOut> All() =>
        [.. found.Select(one => new LeftOut(one.Key, one.Value.Count, one.Value.Where))];
}
