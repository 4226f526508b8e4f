namespace Brink.Tests;

/// <summary>Where the sources are, for tests that read them.</summary>
public static class Repository
{
    public static readonly string Root = Find();

    public static string Source => Path.Combine(Root, "src", "Brink");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Brink.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException("Brink.slnx is in no folder above the tests.");
    }
}
