using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Exchange.Experts;

/// <summary>One who knows: what one can ask, and the way to ask it.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class ShowModel : BrinkPage
{
    public ExpertView Expert { get; private set; } = null!;
    public bool MayKeep { get; private set; }
    public bool MayMark { get; private set; }

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (
            NumberedSlug.Read(address) is not (var id, var slug)
            || await Db.ExpertAsync(id, cancellation) is not { } expert
        )
        {
            return NotFound();
        }

        if (expert.Visibility != Visibility.Public)
        {
            return StatusCode(StatusCodes.Status410Gone);
        }

        if (slug != expert.Slug)
        {
            return RedirectPermanent(expert.Address);
        }

        Expert = expert;
        MayKeep = Viewer.May(ExpertAct.Keep, expert.Standing);
        MayMark = Viewer.May(ExpertAct.Mark, expert.Standing) || (MayKeep && expert.SpecialistOf.Count > 0);
        return Page();
    }
}
