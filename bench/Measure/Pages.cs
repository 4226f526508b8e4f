using System.Globalization;

namespace Brink.Bench.Measure;

/// <summary>The four pages that are measured, of the first municipality.</summary>
public sealed record Pages(long Village, long Initiative, string Slug, string Folder)
{
    public const long Municipality = 1;
    public const string Words = "beweegtuin";

    public static readonly (string Name, string Shown)[] All =
    [
        ("list", "list"),
        ("page", "initiative page"),
        ("village", "village page"),
        ("search", "search"),
    ];

    /// <summary>An initiative with an answer, an update, a question and a need: more than most have.</summary>
    public static async Task<Pages> ChooseAsync(Dataset data, string folder)
    {
        const string One = """
            FROM initiatives i JOIN subjects s USING (municipality_id, id)
            WHERE municipality_id = 1 AND intake = 'Answered' AND visibility = 'Public'
            ORDER BY (EXISTS (SELECT 1 FROM updates u WHERE u.municipality_id = 1 AND u.initiative_id = i.id))::int
                   + (EXISTS (SELECT 1 FROM questions q WHERE q.municipality_id = 1 AND q.initiative_id = i.id))::int
                   + (EXISTS (SELECT 1 FROM requirements r WHERE r.municipality_id = 1 AND r.initiative_id = i.id))::int
                   DESC, i.id
            LIMIT 1
            """;
        Directory.CreateDirectory(folder);
        return new Pages(
            1,
            await data.AskAsync<long>("SELECT i.id " + One),
            await data.AskAsync<string>("SELECT s.slug " + One),
            folder
        );
    }

    public string AddressOf(string name) =>
        name switch
        {
            "list" => "/initiatieven",
            "page" => string.Create(CultureInfo.InvariantCulture, $"/initiatieven/{Initiative}-{Slug}"),
            "village" => string.Create(CultureInfo.InvariantCulture, $"/dorpen/{Village}-proefdorp-1"),
            _ => "/initiatieven?zoek=" + Words,
        };

    /// <summary>Keeps the pages as Brink gives them, for the limit program to send the same.</summary>
    public async Task KeepAsync(RunningProgram brink)
    {
        using var client = new HttpClient();
        foreach (var (name, _) in All)
            await File.WriteAllBytesAsync(
                Path.Combine(Folder, name + ".html"),
                await client.GetByteArrayAsync(new Uri(brink.Address + AddressOf(name)))
            );
    }

    /// <summary>The limit program must send what Brink sends, or the figures compare nothing.</summary>
    public async Task CheckAsync(RunningProgram limit)
    {
        using var client = new HttpClient();
        foreach (var (name, _) in All)
        {
            var wanted = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".html"));
            foreach (var road in new[] { "/raw/", "/razor/" })
                if ((await client.GetStringAsync(new Uri(limit.Address + road + name))).Trim() != wanted.Trim())
                    throw new InvalidOperationException($"{road}{name} is not the page Brink gives.");
        }
    }
}
