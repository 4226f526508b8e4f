using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives;

/// <summary>One sheet of A4 for the notice board, with a QR code (N3).</summary>
[AllowAnonymous]
[PublicPage]
public class PosterModel : BrinkPage
{
    public InitiativeView View { get; private set; } = null!;
    public IReadOnlyList<ContactCard> Contacts { get; private set; } = [];

    public string Address => $"{Request.Scheme}://{Request.Host}{InitiativeLinks.Show(View.Id, View.Slug)}";

    /// <summary>To type over: the number is enough, and leads to the page.</summary>
    public string ShortAddress => $"{Request.Host}{InitiativeLinks.Short(View.Id)}";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        // Only what everybody may see goes on a poster.
        if (await Db.ViewAsync(id, cancellation) is not { Visibility: Visibility.Public } view)
        {
            return NotFound();
        }

        View = view;
        Contacts = await Db.ContactsAsync(T, view.VillageId, Today, cancellation);
        return Page();
    }
}
