using System.Globalization;

namespace Brink.Tests.Conventions;

/// <summary>A file of the project with its path from the root.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public int Lines => Text.Count(sign => sign == '\n');

    public bool IsGenerated => Path.Contains("/Migrations/", StringComparison.Ordinal);
}

public static class SourceFiles
{
    public static IReadOnlyList<SourceFile> All(string folder, params string[] endings) =>
        [
            .. Directory
                .EnumerateFiles(System.IO.Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
                .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
                .Select(path => new SourceFile(
                    System.IO.Path.GetRelativePath(Repository.Root, path),
                    File.ReadAllText(path)
                ))
                .Where(file =>
                    !file.Path.Contains("/obj/", StringComparison.Ordinal)
                    && !file.Path.Contains("/bin/", StringComparison.Ordinal)
                )
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];

    /// <summary>Where in the file, as an editor opens it.</summary>
    public static string At(this SourceFile file, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Path}:{file.Text.AsSpan(0, index).Count('\n') + 1}");
}
