using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.GroundRules;

/// <summary>One version of the rules, beside the one it came after.</summary>
[AllowAnonymous]
[PublicPage]
public class VersionModel : InitiativeSidePage
{
    public RulesView Rules { get; private set; } = null!;

    /// <summary>What held before for the same phases; null for the first.</summary>
    public RulesView? Before { get; private set; }
    public IReadOnlyList<RulesPartyView> Parties { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, int number, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } absent)
        {
            return absent;
        }

        var (version, before) = await Db.RulesAsync(id, number, cancellation);
        if (version is null)
        {
            return NotFound();
        }

        (Rules, Before) = (version, before);
        Parties = await Db.RulesPartiesAsync(id, cancellation);
        return Page();
    }
}
