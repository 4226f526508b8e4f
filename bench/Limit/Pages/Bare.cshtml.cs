using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Brink.Bench.Limit.Pages;

/// <summary>Nothing but the query and the page.</summary>
public sealed class BareModel(BareDb db, LimitSettings settings, SamePages pages) : PageModel
{
    public BareRow[] Rows { get; private set; } = [];
    public CutPage Cut { get; private set; } = null!;

    public async Task OnGetAsync(string name)
    {
        Rows = await db.ReadAsync(name, settings);
        Cut = pages.Cut[name];
    }
}
