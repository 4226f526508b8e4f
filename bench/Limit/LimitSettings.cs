namespace Brink.Bench.Limit;

/// <summary>Which database and which rows; the pages stand as <c>list.html</c> and so on in a folder.</summary>
public sealed record LimitSettings
{
    public string Connection { get; set; } = "";
    public string Pages { get; set; } = "";
    public long Municipality { get; set; }
    public long Village { get; set; }
    public long Initiative { get; set; }
    public string Words { get; set; } = "";

    public static readonly string[] Names = ["list", "page", "village", "search"];
}

/// <summary>The pages as Brink gave them, whole and cut.</summary>
public sealed class SamePages(LimitSettings settings)
{
    public Dictionary<string, byte[]> Whole { get; } =
        LimitSettings.Names.ToDictionary(
            name => name,
            name => File.ReadAllBytes(Path.Combine(settings.Pages, name + ".html"))
        );

    public Dictionary<string, CutPage> Cut { get; } = [];
}
