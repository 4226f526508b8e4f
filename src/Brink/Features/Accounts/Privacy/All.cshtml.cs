using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Accounts.Privacy;

/// <summary>Everything Brink keeps of the viewer: to read and print, or as a file for programs (AVG art. 15 and 20).</summary>
public class AllModel : OwnDataPage
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public IReadOnlyList<OwnDataPart> Parts { get; private set; } = [];
    public DateTimeOffset Now => Time.GetUtcNow();

    protected override bool AsksFreshSignIn => true;

    public async Task OnGetAsync() => await ReadAsync();

    public async Task<IActionResult> OnGetDownloadAsync()
    {
        await ReadAsync();
        Note(AccountVerbs.OwnDataDownloaded);
        await Db.SaveChangesAsync(HttpContext.RequestAborted);
        var file = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                municipality = Tenant.Name,
                at = Now,
                parts = Parts.Select(part => new
                {
                    code = part.Code,
                    name = part.Name,
                    rows = part.Rows.Select(row => row.Select(fact => new { name = fact.Name, value = fact.Value })),
                }),
            },
            Readable
        );
        return File(file, "application/json", "brink-gegevens.json");
    }

    private async Task ReadAsync()
    {
        var parts = new List<OwnDataPart>();
        foreach (var feature in FeatureServices.OwnData)
        {
            parts.Add(await feature.ReadAsync(Db, T, Viewer.PersonId!.Value, HttpContext.RequestAborted));
        }

        Parts = parts;
    }
}
