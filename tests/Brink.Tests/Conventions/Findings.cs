namespace Brink.Tests.Conventions;

public static class Findings
{
    /// <summary>Fails with all of them, one a line.</summary>
    public static void None(IEnumerable<string> found)
    {
        var all = found.ToArray();
        Assert.True(all.Length == 0, "\n" + string.Join('\n', all));
    }
}
