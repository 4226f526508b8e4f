using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.GroundRules;

/// <summary>What was agreed on an initiative, what is proposed and who said what to it, and what held before (I4).</summary>
[AllowAnonymous]
[PublicPage]
public class IndexModel : InitiativeSidePage
{
    public IReadOnlyList<RulesView> InForce { get; private set; } = [];
    public RulesView? Proposed { get; private set; }
    public IReadOnlyList<RulesPartyView> Parties { get; private set; } = [];
    public IReadOnlyList<RulesRow> History { get; private set; } = [];
    public IReadOnlyList<ContactCard> Contacts { get; private set; } = [];
    public int HistoryPage { get; private set; } = 1;
    public bool HasMore { get; private set; }

    public bool MayAgree =>
        MayNow(InitiativeAct.AgreeAsInitiators)
        || MayNow(InitiativeAct.AgreeAsPartner)
        || MayNow(InitiativeAct.AgreeAsMunicipality);

    public bool MayAsk => MayNow(InitiativeAct.AgreeAsInitiators) || MayNow(InitiativeAct.AgreeAsMunicipality);

    /// <summary>What would change: the rules in force for the same phases.</summary>
    public RulesView? Instead => Proposed is { } open ? InForce.FirstOrDefault(v => v.Phase == open.Phase) : null;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } absent)
        {
            return absent;
        }

        var now = await Db.RulesNowAsync(id, cancellation);
        Proposed = now.FirstOrDefault(v => v.State == RulesState.Proposed);
        InForce = [.. now.Where(v => v.State == RulesState.InForce).OrderBy(v => v.Phase)];
        Parties = await Db.RulesPartiesAsync(id, cancellation);
        HistoryPage = int.TryParse(
            Request.Query["pagina"],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var page
        )
            ? Math.Clamp(page, 1, 1000)
            : 1;
        var history = await Db.RulesHistoryAsync(id, HistoryPage, cancellation);
        HasMore = history.Length > GroundRulesQueries.PageSize;
        History = [.. history.Take(GroundRulesQueries.PageSize)];
        var contacts = await KnownAsync(() => VillageContacts.LoadAsync(Db, Today, null, cancellation));
        Contacts = contacts.Cards(T, Head.VillageId);
        return Page();
    }
}
