using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Contacts;

/// <summary>'Wie is mijn contactpersoon?': choose a village and see the fixed contacts (P5).</summary>
[AllowAnonymous]
[PublicPage]
public class IndexModel : BrinkPage
{
    public IReadOnlyList<(long Id, string Name, string Slug)> Villages { get; private set; } = [];
    public (long Id, string Name, string Slug)? Chosen { get; private set; }
    public IReadOnlyList<ContactCard> Cards { get; private set; } = [];
    public bool HasAssociation { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Villages =
        [
            .. (
                await Db
                    .Villages.AsNoTracking()
                    .OrderBy(v => v.Subject!.Title)
                    .Select(v => new
                    {
                        v.Id,
                        v.Subject!.Title,
                        v.Subject.Slug,
                    })
                    .ToArrayAsync(cancellation)
            ).Select(v => (v.Id, v.Title, v.Slug)),
        ];
        var asked = Request.Query["dorp"].ToString();
        if (asked.Length == 0)
        {
            return Page();
        }

        var index = long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? Villages.ToList().FindIndex(v => v.Id == id)
            : -1;
        if (index < 0)
        {
            return NotFound();
        }

        Chosen = Villages[index];
        var contacts = (await VillageContacts.LoadAsync(Db, Today, id, cancellation)).Of(id);
        HasAssociation = contacts.Any(c => c.Side == ContactSide.Association);
        Cards = [.. contacts.Select(T.CardOf)];
        return Page();
    }
}
