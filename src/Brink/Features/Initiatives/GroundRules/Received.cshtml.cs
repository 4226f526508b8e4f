using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.GroundRules;

/// <summary>What happens after a proposal.</summary>
[Authorize]
public class ReceivedModel : InitiativeSidePage
{
    public int Number { get; private set; }

    /// <summary>Who still answers.</summary>
    public IReadOnlyList<RulesPartyView> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, int number, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not null)
        {
            return NotFound();
        }

        var (version, _) = await Db.RulesAsync(id, number, cancellation);
        if (version is null)
        {
            return NotFound();
        }

        Number = number;
        var parties = await Db.RulesPartiesAsync(id, cancellation);
        Waiting = [.. parties.Where(p => p.IsIn && version.AnswerOf(p.Id)?.Kind != RulesAnswerKind.Accepts)];
        return Page();
    }
}
