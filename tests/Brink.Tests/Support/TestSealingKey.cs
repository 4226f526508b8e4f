using Brink.Platform.Http;

namespace Brink.Tests.Support;

/// <summary>One key for all programs of a run: to make one takes half a second.</summary>
internal static class TestSealingKey
{
    private static readonly Lazy<byte[]> Made = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("brink-key-").FullName;
        using var key = SealingKey.Of(folder);
        var content = File.ReadAllBytes(SealingKey.PathIn(folder));
        Directory.Delete(folder, recursive: true);
        return content;
    });

    public static void PutInto(string dataFolder)
    {
        var path = SealingKey.PathIn(dataFolder);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Made.Value);
    }
}
