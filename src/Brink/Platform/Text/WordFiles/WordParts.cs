using System.Xml.Linq;

namespace Brink.Platform.Text.WordFiles;

/// <summary>
/// The parts of a Word file that are read, found by their relationships (ECMA-376 part 2). What lies outside the file is
/// refused, but for the addresses of links and the place of a template, which are only text here.
/// </summary>
internal sealed class WordParts
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private readonly WordPackage package;
    private readonly string main;
    private readonly Dictionary<string, Relation> relations;
    private readonly Dictionary<string, Dictionary<string, Relation>> others = new(StringComparer.Ordinal);

    private WordParts(WordPackage package, string main)
    {
        (this.package, this.main) = (package, main);
        relations = RelationsOf(main);
    }

    /// <summary>How many templates and the like stand elsewhere; they are not read.</summary>
    public int Templates { get; private set; }

    /// <exception cref="WordRefusedException">It is no Word file, or one that is not safe to read.</exception>
    public static WordParts Find(WordPackage package)
    {
        var types = package.Read("[Content_Types].xml", WordPackage.MostXml) ?? throw WordRefusals.NoWordFile();
        var declared = PartXml.Read(types);
        if (
            package.Names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            || declared
                .Elements()
                .Any(type =>
                    type.Of("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true
                )
        )
            throw WordRefusals.Macros();
        var main = Relations(package, "_rels/.rels")
            .Values.FirstOrDefault(relation => relation.Kind == "officeDocument" && !relation.IsExternal)
            ?.Target;
        if (main is null)
            throw WordRefusals.NoWordFile();
        if (
            declared
                .Elements()
                .FirstOrDefault(type =>
                    string.Equals(type.Of("PartName")?.TrimStart('/'), main, StringComparison.OrdinalIgnoreCase)
                )
                .Of("ContentType")
                is { } kind
            && !string.Equals(kind, MainType, StringComparison.OrdinalIgnoreCase)
        )
            throw WordRefusals.NoWordFile();
        if (!package.Has(main))
            throw WordRefusals.Incomplete();
        var parts = new WordParts(package, main);
        parts.RequireInside();
        return parts;
    }

    /// <summary>Where the text itself stands; its blocks one by one.</summary>
    public IEnumerable<XElement> Body() =>
        PartXml.Children(
            package.Read(main, WordPackage.MostXml) ?? throw WordRefusals.Incomplete(),
            "document",
            "body"
        );

    /// <summary>'styles', 'numbering', 'footnotes'…; null when the file has none.</summary>
    /// <exception cref="WordRefusedException">The file says it has one and has not.</exception>
    public XElement? Part(string kind) =>
        relations.Values.FirstOrDefault(relation => relation.Kind == kind && !relation.IsExternal) is { } relation
            ? PartXml.Read(package.Read(relation.Target, WordPackage.MostXml) ?? throw WordRefusals.Incomplete())
            : null;

    /// <summary>How many headers and footers have words in them.</summary>
    public int HeadersAndFooters() =>
        relations
            .Values.Where(relation => relation.Kind is "header" or "footer" && !relation.IsExternal)
            .DistinctBy(relation => relation.Target)
            .Count(relation =>
                package.Read(relation.Target, WordPackage.MostXml) is { } part
                && PartXml.Read(part).Descendants().Any(text => text.Is("t") && !string.IsNullOrWhiteSpace(text.Value))
            );

    /// <param name="kind">The part whose numbers these are: 'footnotes', or null for the text itself.</param>
    /// <returns>An address, as it was typed; null when there is no such link.</returns>
    public string? Link(string? kind, string? id) =>
        Known(kind, id) is { Kind: "hyperlink", IsExternal: true } relation ? relation.Target : null;

    /// <summary>Null when the part is not there.</summary>
    public (string Name, byte[] Content)? Picture(string? kind, string? id) =>
        Known(kind, id) is { Kind: "image", IsExternal: false } relation
        && package.Read(relation.Target, WordPackage.MostPicture) is { } content
            ? (relation.Target, content)
            : null;

    private Relation? Known(string? kind, string? id) =>
        id is not null && (kind is null ? relations : Of(kind)).TryGetValue(id, out var found) ? found : null;

    private Dictionary<string, Relation> Of(string kind) =>
        others.TryGetValue(kind, out var known)
            ? known
            : others[kind] = relations.Values.FirstOrDefault(r => r.Kind == kind && !r.IsExternal) is { } part
                ? RelationsOf(part.Target)
                : new(StringComparer.Ordinal);

    private Dictionary<string, Relation> RelationsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return Relations(package, $"{part[..slash]}_rels/{part[slash..]}.rels");
    }

    /// <summary>Every relationship in the file, also of parts that are never read: whoever downloads it opens them all.</summary>
    private void RequireInside()
    {
        foreach (var name in package.Names.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        foreach (var relation in Relations(package, name).Values.Where(relation => relation.IsExternal))
            if (
                relation.Kind == "attachedTemplate"
                && relation.Target.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            )
                // The house style on the officer's own computer: Word writes where it stood.
                Templates++;
            else if (relation.Kind != "hyperlink")
                throw WordRefusals.External();
    }

    /// <param name="name">'word/_rels/document.xml.rels'; its targets count from 'word/'.</param>
    private static Dictionary<string, Relation> Relations(WordPackage package, string name)
    {
        var folder = name[..Math.Max(0, name.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase))];
        var found = new Dictionary<string, Relation>(StringComparer.Ordinal);
        if (package.Read(name, WordPackage.MostXml) is not { } part)
            return found;
        foreach (var element in PartXml.Read(part).Elements())
        {
            var isExternal = string.Equals(element.Of("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            var (id, type, target) = (element.Of("Id"), element.Of("Type") ?? "", element.Of("Target") ?? "");
            if (id is not null)
                found[id] = new Relation(
                    type[(type.LastIndexOf('/') + 1)..],
                    isExternal ? target : Inside(folder, target),
                    isExternal
                );
        }
        return found;
    }

    /// <summary>The name of a part; what leads out of the file names no part.</summary>
    private static string Inside(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/'))
            if (step == "..")
            {
                if (steps.Count == 0)
                    throw WordRefusals.Unsafe();
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("" or "."))
                steps.Add(Uri.UnescapeDataString(step));
        return string.Join('/', steps);
    }
}

/// <param name="Kind">The last word of its type: 'image', 'hyperlink'.</param>
/// <param name="Target">The name of a part, or the address of what lies outside.</param>
internal sealed record Relation(string Kind, string Target, bool IsExternal);
