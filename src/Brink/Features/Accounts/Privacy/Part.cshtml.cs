using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Accounts.Privacy;

/// <summary>What one feature keeps of the viewer, in pages.</summary>
public class PartModel : OwnDataPage
{
    private const int PageSize = 20;

    public OwnDataPart Part { get; private set; } = null!;
    public IReadOnlyList<IReadOnlyList<OwnFact>> Rows { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code)
    {
        foreach (var feature in FeatureServices.OwnData)
        {
            var part = await feature.ReadAsync(Db, T, Viewer.PersonId!.Value, HttpContext.RequestAborted);
            if (part.Code == code)
            {
                Show(part);
                return Page();
            }
        }

        return NotFound();
    }

    private void Show(OwnDataPart part)
    {
        var pages = Math.Max(1, (part.Rows.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(TypedNumber.Whole(Request.Query["pagina"].ToString()) ?? 1, 1, pages);
        Part = part;
        Rows = [.. part.Rows.Skip((page - 1) * PageSize).Take(PageSize)];
        Pagination = new Pagination(
            page,
            pages,
            number => AccountLinks.OwnDataPart(part.Code) + "?pagina=" + number.ToString(CultureInfo.InvariantCulture)
        );
    }
}
