using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>The link in the mail: shows whose address it is, and asks where that person lives. Then it counts.</summary>
[AllowAnonymous]
public sealed class ConfirmBackingModel() : SupportLinkPage(LinkPurpose.ConfirmBacking)
{
    [BindProperty]
    public Whereabouts Where { get; set; } = new();

    /// <summary>The backing that this link confirmed still counts.</summary>
    public bool Counts { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret) => await ReadAsync(secret) is null ? NotFound() : Page();

    /// <summary>Counting comes first, in its one statement: pressing again after a failure in between counts nobody twice.</summary>
    public async Task<IActionResult> OnPostAsync(string secret)
    {
        if (await LoadAsync(secret) is not { } link)
        {
            return NotFound();
        }

        if (IsUsed)
        {
            return LocalRedirect(SupportLinks.ConfirmBacking(secret));
        }

        var actor = Acts() with { PersonId = link.PersonId };
        var counts =
            ModelState.IsValid
            && !IsExpired
            && Where is { VillageId: not null, NameIsPublic: false }
            && await Backings.BackAsync(Db, Id, Where.Choice, actor, Aborted);
        if (!counts)
        {
            await ReadAsync(secret);
            var typed = IsExpired ? Outcome.Refuse("", "Deze link is verlopen.") : Outcome.Of(Where.Check());
            if (!typed.Succeeded || !ModelState.IsValid || IsOwn)
            {
                return Refused(typed);
            }

            await Backings.BackAsync(Db, Id, Where.Choice, actor, Aborted);
        }

        return await DoAsync(
            () => UseAsync(secret, actor),
            () => SupportLinks.ConfirmBacking(secret),
            () => ReadAsync(secret)
        );
    }

    private async Task<Outcome> UseAsync(string secret, Actor actor)
    {
        var link = (await LoadAsync(secret))!;
        if (IsUsed)
        {
            // Pressed twice at once: the other press did it.
            return Outcome.Done;
        }

        var used = link.Use(Time.GetUtcNow());
        if (!used.Succeeded)
        {
            return used;
        }

        var person = await LinkToConfirm.ProvesAsync(Db, link, actor, Aborted);
        if (Where.TakeName(person, actor) is { } named)
        {
            Db.Journal.Add(named);
        }

        return Outcome.Done;
    }

    private async Task<AccessLink?> ReadAsync(string secret)
    {
        var link = await LoadAsync(secret);
        if (link is not null)
        {
            Where.KnownName = await Db.People.Where(p => p.Id == link.PersonId).Select(p => p.Name).FirstAsync(Aborted);
            Counts = await Db.Backings.AnyAsync(
                b => b.InitiativeId == Id && b.PersonId == link.PersonId && b.State == BackingState.Counted,
                Aborted
            );
            await Where.ReadAsync(this, VillageId);
        }

        return link;
    }
}
