using Brink.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>Something an administrator should look at.</summary>
public sealed record ToDo(string Text, string Href);

/// <summary>Administration, beginning with what needs doing.</summary>
public class IndexModel : AdministrationPage
{
    public IReadOnlyList<ToDo> ToDo { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var gaps = await ContactGaps.FindAsync(Db, Today, cancellation);
        var missing = gaps.Count(gap => gap.Missing.Count > 0);
        var ending = gaps.Count(gap => gap.Ending.Count > 0);
        var uncounted = await Db.Villages.CountAsync(v => v.Inhabitants.Count == 0, cancellation);
        var villages = await Db.Villages.CountAsync(cancellation);
        var municipality = await Db.Municipalities.AsNoTracking().SingleAsync(m => m.Id == Tenant.Id, cancellation);
        List<ToDo> found = [];
        if (villages == 0)
        {
            found.Add(new(T["Er zijn nog geen dorpen. Lees ze in of voeg ze toe."], AdministrationLinks.Import));
        }

        if (municipality.ContactTelephone.Length == 0)
        {
            found.Add(new(T["De gemeente heeft nog geen telefoonnummer."], AdministrationLinks.Municipality));
        }

        if (missing > 0)
        {
            found.Add(
                new(
                    T.Count(
                        missing,
                        "In 1 dorp ontbreekt een contactpersoon.",
                        "In {0} dorpen ontbreekt een contactpersoon."
                    ),
                    AdministrationLinks.Contacts
                )
            );
        }

        if (ending > 0)
        {
            found.Add(
                new(
                    T.Count(
                        ending,
                        "In 1 dorp eindigt binnen een maand een contactpersoon.",
                        "In {0} dorpen eindigt binnen een maand een contactpersoon."
                    ),
                    AdministrationLinks.Contacts
                )
            );
        }

        if (uncounted > 0)
        {
            found.Add(
                new(
                    T.Count(
                        uncounted,
                        "Van 1 dorp is het aantal inwoners onbekend.",
                        "Van {0} dorpen is het aantal inwoners onbekend."
                    ),
                    AdministrationLinks.Villages + "?zonder=inwoners"
                )
            );
        }

        AddPolicy(found, municipality);
        ToDo = found;
    }

    private void AddPolicy(List<ToDo> found, Municipality municipality)
    {
        if (municipality is { PolicyFrom: { } from, MidTermEvaluationAfter: { } after } && from + after == Today.Year)
        {
            found.Add(new(T["Dit jaar is de tussentijdse evaluatie van het beleid."], AdministrationLinks.Policy));
        }

        if (municipality.PolicyTo is { } to && to <= Today.Year)
        {
            found.Add(
                new(T["Het beleid loopt tot en met {0}. Tijd om het te vernieuwen.", to], AdministrationLinks.Policy)
            );
        }
    }
}
