using Brink.Features.Shared;

namespace Brink.Features.Accounts.Privacy;

/// <summary>The way to all that Brink keeps of the viewer.</summary>
public class IndexModel : OwnDataPage
{
    public IReadOnlyList<(string Name, string Code, int Rows)> Parts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var parts = new List<(string, string, int)>();
        foreach (var feature in FeatureServices.OwnData)
        {
            var part = await feature.ReadAsync(Db, T, Viewer.PersonId!.Value, HttpContext.RequestAborted);
            parts.Add((part.Name, part.Code, part.Rows.Count));
        }

        Parts = parts;
    }
}
