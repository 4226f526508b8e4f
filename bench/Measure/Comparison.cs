namespace Brink.Bench.Measure;

/// <summary>Brink beside a limit, in turns, so that whatever else the machine does falls on both.</summary>
/// <param name="Ratio">Median of the ratios of the rounds.</param>
public sealed record Comparison(Sample Brink, Sample Limit, double Ratio)
{
    public static async Task<Comparison> OfAsync(int rounds, Func<Task<Sample>> brink, Func<Task<Sample>> limit)
    {
        var (ours, theirs) = (new List<Sample>(), new List<Sample>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await brink());
            theirs.Add(await limit());
        }
        return new(Median(ours), Median(theirs), Median(ours.Zip(theirs, (o, t) => o.PerSecond / t.PerSecond)));
    }

    private static Sample Median(List<Sample> samples) =>
        new(Median(samples.Select(s => s.PerSecond)), Median(samples.Select(s => s.Milliseconds)));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1
            ? sorted[sorted.Length / 2]
            : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
