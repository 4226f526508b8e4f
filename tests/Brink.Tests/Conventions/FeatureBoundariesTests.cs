namespace Brink.Tests.Conventions;

/// <summary>
/// One project has no compiler between its features, so this is it: everything may use Platform and the carrying
/// features; nothing else without a line in feature-uses.txt, and those lines never lead in a circle.
/// </summary>
public sealed class FeatureBoundariesTests
{
    [Fact]
    public void Features_UseOnlyWhatIsAllowed()
    {
        var uses = FeatureBoundaries.Uses(SourceFiles.All("src/Brink", ".cs", ".cshtml"));

        Assert.NotEmpty(uses);
        Findings.None(FeatureBoundaries.NotAllowed(uses, Allowed()));
    }

    [Fact]
    public void AllowedUses_AreUsed()
    {
        var uses = FeatureBoundaries
            .Uses(SourceFiles.All("src/Brink", ".cs", ".cshtml"))
            .Select(use => (use.From, use.To));

        Findings.None(Allowed().Except(uses).Select(line => $"nothing uses it any more: {line}"));
    }

    [Fact]
    public void AllowedUses_LeadInNoCircle() =>
        Findings.None(FeatureBoundaries.Circle([.. Allowed().Except(Allowed("circle"))]));

    [Fact]
    public void NotAllowed_FindsAUseWithoutALine()
    {
        var uses = FeatureBoundaries.Uses([
            new("src/Brink/Features/Search/Find.cs", "using Brink.Features.Errors;\nusing Brink.Features.Places;"),
            new("src/Brink/Features/Places/Village.cs", "\nBrink.Features.Search.Found found;"),
            new("src/Brink/Platform/Time.cs", "using Brink.Features.Places;"),
        ]);

        Assert.Equal(
            [
                "Places uses Search at src/Brink/Features/Places/Village.cs:2",
                "Platform uses Places at src/Brink/Platform/Time.cs:1",
            ],
            FeatureBoundaries.NotAllowed(uses, [("Search", "Errors")])
        );
    }

    [Fact]
    public void Circle_FindsAWayBack()
    {
        Findings.None(FeatureBoundaries.Circle([("Notices", "Initiatives"), ("Search", "Initiatives")]));
        Assert.NotEmpty(FeatureBoundaries.Circle([("A", "B"), ("B", "C"), ("C", "A"), ("A", "D")]));
    }

    private static IReadOnlyList<(string From, string To)> Allowed(string reason = "") =>
        [
            // A line whose reason begins with 'circle' is known to lead back, and waits to be mended.
            .. File.ReadAllLines(Path.Combine(Repository.Root, "tests/Brink.Tests/Conventions/feature-uses.txt"))
                .Where(line => line.Length > 0 && !line.StartsWith('#'))
                .Where(line => line.Split(": ")[1].StartsWith(reason, StringComparison.Ordinal))
                .Select(line => line.Split(" uses "))
                .Select(parts => (parts[0], parts[1].Split(':')[0])),
        ];
}
