using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>The same questions on paper, to hand to the association or the municipality (T3).</summary>
[AllowAnonymous]
public class PaperModel : BrinkPage
{
    public string ContactName { get; private set; } = "";

    public string ContactTelephone { get; private set; } = "";

    public string ContactMail { get; private set; } = "";

    public string OnlineAddress => $"{Request.Scheme}://{Request.Host}{InitiativeLinks.HandIn()}";

    public async Task OnGetAsync()
    {
        var contact = await Db
            .Municipalities.Where(m => m.Id == Tenant.Id)
            .Select(m => new
            {
                m.ContactName,
                m.ContactTelephone,
                m.ContactMail,
            })
            .SingleAsync();
        (ContactName, ContactTelephone, ContactMail) = (
            contact.ContactName,
            contact.ContactTelephone,
            contact.ContactMail
        );
    }
}
