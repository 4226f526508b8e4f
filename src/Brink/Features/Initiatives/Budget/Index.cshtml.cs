using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.Budget;

/// <summary>What it costs, who pays and what is still needed, for everybody to read (I8).</summary>
[AllowAnonymous]
[PublicPage]
public class IndexModel : InitiativeSidePage
{
    public BudgetSums Sums { get; private set; } = null!;
    public IReadOnlyList<ContactCard> Contacts { get; private set; } = [];
    public bool MayKeep => MayNow(InitiativeAct.KeepBudget);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } absent)
        {
            return absent;
        }

        Sums = await Db.BudgetAsync(id, cancellation);
        var contacts = await KnownAsync(() => VillageContacts.LoadAsync(Db, Today, null, cancellation));
        Contacts = contacts.Cards(T, Head.VillageId);
        return Page();
    }
}
