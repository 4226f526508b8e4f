using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>
/// The link in the mail: whoever reads that mailbox says which of the concerns that wait are meant. Works for all that
/// waits, as long as the link does.
/// </summary>
[AllowAnonymous]
public sealed class ConfirmConcernModel() : SupportLinkPage(LinkPurpose.ConfirmConcern)
{
    [BindProperty]
    public long ConcernId { get; set; }

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public bool NameIsPublic { get; set; }

    public IReadOnlyList<Concern> Waiting { get; private set; } = [];
    public string KnownName { get; private set; } = "";
    public bool AsksName => KnownName.Length == 0;

    public async Task<IActionResult> OnGetAsync(string secret) => await ReadAsync(secret) is null ? NotFound() : Page();

    public Task<IActionResult> OnPostAsync(string secret) => ActAsync(secret, ConfirmAsync);

    public Task<IActionResult> OnPostWithdrawAsync(string secret) => ActAsync(secret, WithdrawAsync);

    private async Task<IActionResult> ActAsync(string secret, Func<Concern, Actor, Person, Task<Outcome>> act) =>
        await ReadAsync(secret) is null
            ? NotFound()
            : await DoAsync(
                async () =>
                {
                    var link = (await LoadAsync(secret))!;
                    if (IsExpired)
                    {
                        return Outcome.Refuse("", "Deze link is verlopen.");
                    }

                    var concern = await Db
                        .Concerns.Include(c => c.Contribution)
                        .FirstOrDefaultAsync(
                            c => c.Id == ConcernId && c.PersonId == link.PersonId && c.InitiativeId == Id,
                            Aborted
                        );
                    if (concern is null)
                    {
                        return Outcome.Refuse("", "Deze zorg is al bevestigd of ingetrokken.");
                    }

                    var actor = Acts() with { PersonId = link.PersonId };
                    return await act(concern, actor, await LinkToConfirm.ProvesAsync(Db, link, actor, Aborted));
                },
                () => SupportLinks.ConfirmConcern(secret),
                () => ReadAsync(secret)
            );

    private async Task<Outcome> ConfirmAsync(Concern concern, Actor actor, Person person)
    {
        var fits = Outcome.Of(Typed.Fits(nameof(Name), Name, 120, 200));
        if (!fits.Succeeded)
        {
            return fits;
        }

        if (AsksName && !string.IsNullOrWhiteSpace(Name))
        {
            (person.Name, NameIsPublic) = (TextRules.Line(Name), true);
            Db.Journal.Add(JournalEntry.General(PlacesVerbs.PersonChanged, actor, ("person", person.Id)));
        }

        if (IsOwn)
        {
            return Outcome.Refuse("", "Dit is uw eigen initiatief. Zorgen van anderen beantwoordt u.");
        }

        var confirmed = concern.Confirm(NameIsPublic && person.Name.Length > 0, actor);
        Db.Journal.Add(JournalEntry.Beside(Id, ConcernVerbs.Voiced, actor, ("concern", concern.Id)));
        return await Task.FromResult(confirmed);
    }

    private Task<Outcome> WithdrawAsync(Concern concern, Actor actor, Person person)
    {
        if (concern.State != ConcernState.AwaitingConfirmation)
        {
            return Task.FromResult(Outcome.Refuse("", "Deze zorg is al bevestigd of ingetrokken."));
        }

        Db.Journal.Add(JournalEntry.General(ConcernVerbs.Forgotten, actor, ("concern", concern.Id)));
        return Task.FromResult(concern.Withdraw());
    }

    private async Task<AccessLink?> ReadAsync(string secret)
    {
        var link = await LoadAsync(secret);
        if (link is not null)
        {
            Waiting = await Db
                .Concerns.AsNoTracking()
                .Where(c => c.InitiativeId == Id && c.PersonId == link.PersonId)
                .Where(c => c.State == ConcernState.AwaitingConfirmation)
                .OrderBy(c => c.Id)
                .ToArrayAsync(Aborted);
            KnownName = await Db.People.Where(p => p.Id == link.PersonId).Select(p => p.Name).FirstAsync(Aborted);
        }

        return link;
    }
}
