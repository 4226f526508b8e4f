using System.Globalization;
using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Platform;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>
/// Backs an initiative, changes how, or takes it back (I5). Whoever isn't signed in gets a link by mail that shows whose
/// address it is; both roads lead to the same person, who counts once.
/// </summary>
[AllowAnonymous]
public sealed class BackModel(FollowLimit limit) : SupportPage(SupportAct.Back)
{
    [BindProperty]
    public Whereabouts Where { get; set; } = new();

    [BindProperty]
    public string Mail { get; set; } = "";

    /// <summary>'ja', 'mail' or 'terug': what was done.</summary>
    [BindProperty(SupportsGet = true, Name = "klaar")]
    public string? Done { get; set; }

    /// <summary>The viewer counts already.</summary>
    public bool Counts { get; private set; }

    /// <summary>
    /// The one statement comes first: it says itself whether this person may back this initiative. Only where it counts
    /// nothing new is there something to find out.
    /// </summary>
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (
            context.HandlerMethod is { HttpMethod: "Post", Name: null }
            && Viewer.IsSignedIn
            && ModelState.IsValid
            && Where is { VillageId: not null } where
            && !(where.NameIsPublic && Viewer.Name.Length == 0)
            && long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture) is var id
            && await Backings.BackAsync(Db, id, where.Choice, Acts(), Aborted)
        )
        {
            OwnChange.Mark(HttpContext);
            context.Result = LocalRedirect(SupportLinks.Back(id) + "?klaar=ja");
            return;
        }

        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task OnGetAsync()
    {
        await ReadAsync();
        if (await OwnAsync() is { State: BackingState.Counted } own)
        {
            (Where.VillageId, Where.NameIsPublic) = (own.VillageId ?? SupportWords.Outside, own.NameIsPublic);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Viewer.IsSignedIn)
        {
            return await DoAsync(OrderMailAsync, () => SupportLinks.Back(Head.Id) + "?klaar=mail", ReadAsync);
        }

        await ReadAsync();
        var typed = Outcome.Of(Where.Check());
        if (!typed.Succeeded)
        {
            return Refused(typed);
        }

        if (Counts || Where is { AsksName: true, NameIsPublic: true })
        {
            var named = await DoAsync(ChangeAsync, () => Address, ReadAsync);
            if (named is not LocalRedirectResult || Counts)
            {
                return named;
            }
        }

        await Backings.BackAsync(Db, Head.Id, Where.Choice, Acts(), Aborted);
        OwnChange.Mark(HttpContext);
        return LocalRedirect(Address);
    }

    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        if (!Viewer.IsSignedIn)
        {
            return Challenge();
        }

        return await DoAsync(
            async () =>
            {
                if (await OwnAsync(tracked: true) is not { } own)
                {
                    return Outcome.Refuse("", "U steunt dit initiatief nog niet.");
                }

                var taken = own.TakeBack();
                if (taken.Succeeded)
                {
                    Note(BackingVerbs.TakenBack, Acts());
                }

                return taken;
            },
            () => SupportLinks.Back(Head.Id) + "?klaar=terug",
            ReadAsync
        );
    }

    protected override async Task ReadAsync()
    {
        if (!Viewer.IsSignedIn)
        {
            return;
        }

        Where.KnownName = Viewer.Name;
        await Where.ReadAsync(this, Head.VillageId);
        Counts = await OwnAsync() is { State: BackingState.Counted };
    }

    private string Address => SupportLinks.Back(Head.Id) + "?klaar=ja";

    private async Task<Outcome> OrderMailAsync()
    {
        var (outcome, person) = await MailToConfirm.OrderAsync(
            Db,
            limit,
            HttpContext,
            Mail,
            Acts(),
            to => MailMessage.ConfirmBacking(to, Head.Id, Time.GetUtcNow())
        );
        if (person is not null)
        {
            Db.Journal.Add(JournalEntry.General(BackingVerbs.LinkAsked, Acts(), ("subject", Head.Id)));
        }

        return outcome;
    }

    /// <summary>The name that was typed, and another choice of who counts already.</summary>
    private async Task<Outcome> ChangeAsync()
    {
        var me = Viewer.PersonId!.Value;
        if (
            Where.AsksName && Where.TakeName(await Db.People.SingleAsync(p => p.Id == me, Aborted), Acts()) is { } named
        )
        {
            Db.Journal.Add(named);
        }

        if (await OwnAsync(tracked: true) is not { State: BackingState.Counted } own)
        {
            return Outcome.Done;
        }

        Note(BackingVerbs.Changed, Acts());
        return own.Change(Where.Choice, Head.VillageId);
    }

    private Task<Backing?> OwnAsync(bool tracked = false) =>
        (tracked ? Db.Backings : Db.Backings.AsNoTracking()).FirstOrDefaultAsync(
            b => b.InitiativeId == Head.Id && b.PersonId == Viewer.PersonId,
            Aborted
        );
}
