using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Requests;

/// <summary>One request: for both parties all of it, for everyone else what came of it.</summary>
[AllowAnonymous]
[PublicPage]
public class ShowModel : BrinkPage
{
    public VillageRequest Asked { get; private set; } = null!;
    public IReadOnlyList<(long Id, PromiseRow Row)> Promises { get; private set; } = [];
    public IReadOnlyList<JournalLine> Happened { get; private set; } = [];
    public IReadOnlyList<FilterLink> Doable { get; private set; } = [];
    public ContactCard Contact { get; private set; } = null!;
    public bool SeesWords { get; private set; }

    /// <summary>For officials, as long as there is no answer: what else is asked of this association.</summary>
    public Load? Load { get; private set; }
    public Visibility Visibility => Asked.Subject.Visibility;
    public bool WasSent => Request.Query.ContainsKey("verstuurd");

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (
            NumberedSlug.Read(address) is not (var id, var slug)
            || await Db.VillageRequests.AsNoTracking().WholeAsync(id, cancellation) is not { } found
            || !Viewer.May(RequestAct.See, found.Standing())
        )
        {
            return NotFound();
        }

        if (slug != found.Subject.Slug)
        {
            return RedirectPermanent(RequestLinks.Show(id, found.Subject.Slug));
        }

        Asked = found;
        var standing = found.Standing();
        SeesWords = Viewer.May(RequestAct.SeeWords, standing);
        Promises =
        [
            .. found.Subject.Promises.Select(p =>
                (p.Id, new PromiseRow(p.Kind, p.What, found.Association!.Name, p.Due, p.State, p.EndedAt, p.Ending))
            ),
        ];
        Happened = [.. (await Db.TimelineAsync(T, id, 1, cancellation)).Take(TimelineQueries.PageSize).Where(Shown)];
        if (Viewer.MayAsk() && found.State is RequestState.Asked or RequestState.Proposed)
        {
            Load = await Db.LoadOfAsync(found.AssociationId, Today, cancellation);
        }

        Doable =
        [
            .. found.State == RequestState.Asked && Viewer.May(RequestAct.Answer, standing)
                ? [new FilterLink(T["Antwoord geven namens uw vereniging"], RequestLinks.Answer(id), 0)]
                : Array.Empty<FilterLink>(),
            .. found.State is RequestState.Asked or RequestState.Proposed && Viewer.May(RequestAct.Settle, standing)
                ? [new FilterLink(T["Het verzoek afhandelen"], RequestLinks.Settle(id), 0)]
                : Array.Empty<FilterLink>(),
            .. Viewer.SpeaksFor(found.AssociationId)
                ?
                [
                    new FilterLink(
                        T["Alles wat de gemeente uw vereniging vroeg"],
                        RequestLinks.Of(found.AssociationId),
                        0
                    ),
                ]
                : Array.Empty<FilterLink>(),
        ];
        var caller = found.ToCall;
        Contact = new ContactCard(
            caller?.Name ?? Tenant.Info.ContactName,
            found.Department,
            // An official's own number and mail only with consent (P8); else the municipality answers.
            caller is { ContactIsShared: true, PhoneNumber: { } phone }
                ? phone
                : NullIfEmpty(Tenant.Info.ContactTelephone),
            caller is { ContactIsShared: true, Email: { } mail } ? mail : NullIfEmpty(Tenant.Info.ContactMail)
        );
        return Page();
    }

    /// <summary>That somebody was reminded, or first proposed otherwise, is between the parties.</summary>
    private bool Shown(JournalLine line) =>
        SeesWords || line.Verb is not (RequestVerbs.Reminded or RequestVerbs.Proposed);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
