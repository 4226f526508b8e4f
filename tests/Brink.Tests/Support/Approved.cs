namespace Brink.Tests.Support;

/// <summary>A text that somebody read and approved, kept beside the tests.</summary>
public static class Approved
{
    /// <summary>Set to 1 to write what is found as the approved text; then read the difference before committing it.</summary>
    public const string Setting = "BRINK_APPROVE";

    public static void Compare(string path, IReadOnlyList<string> found)
    {
        var file = Path.Combine(Repository.Root, "tests", "Brink.Tests", path);
        if (Environment.GetEnvironmentVariable(Setting) == "1")
        {
            File.WriteAllLines(file, found);
        }

        var difference = Difference(File.Exists(file) ? File.ReadAllLines(file) : [], found);
        Assert.True(
            difference.Count == 0,
            $"tests/Brink.Tests/{path} differs. When this is meant: run the test with {Setting}=1, read the difference, commit it.\n"
                + string.Join('\n', difference.Take(60))
        );
    }

    /// <summary>Lines that went, with a minus, and lines that came, with a plus.</summary>
    public static IReadOnlyList<string> Difference(IReadOnlyList<string> approved, IReadOnlyList<string> found) =>
        [
            .. approved.Except(found, StringComparer.Ordinal).Select(line => "- " + line),
            .. found.Except(approved, StringComparer.Ordinal).Select(line => "+ " + line),
        ];
}
