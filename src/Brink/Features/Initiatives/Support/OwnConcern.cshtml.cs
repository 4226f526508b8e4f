using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>One's own concern: to change as long as nobody answered, and to take back. For others it isn't there.</summary>
[Authorize]
public sealed class OwnConcernModel : SupportPage
{
    [FromRoute(Name = "concern")]
    public long ConcernId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "bewaard")]
    public string? Saved { get; set; }

    public Concern Own { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        Text = Own.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync() =>
        await FindAsync()
            ? await DoAsync(
                async () =>
                {
                    var fits = Outcome.Of(VoiceModel.CheckText(Text));
                    if (!fits.Succeeded)
                    {
                        return fits;
                    }

                    var edited = (await LoadAsync()).Edit(Text!);
                    Note(ConcernVerbs.Edited, Acts(), ("concern", ConcernId));
                    return edited;
                },
                () => Address,
                FindAsync
            )
            : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync() =>
        await FindAsync()
            ? await DoAsync(
                async () =>
                {
                    var withdrawn = (await LoadAsync()).Withdraw();
                    Note(ConcernVerbs.Withdrawn, Acts(), ("concern", ConcernId));
                    return withdrawn;
                },
                () => SupportLinks.OwnConcern(Head.Id, ConcernId),
                FindAsync
            )
            : NotFound();

    private string Address => SupportLinks.OwnConcern(Head.Id, ConcernId) + "?bewaard=ja";

    private Task<Concern> LoadAsync() =>
        Db.Concerns.Include(c => c.Contribution).SingleAsync(c => c.Id == ConcernId, Aborted);

    /// <summary>What an association wrote, it changes by saying something else.</summary>
    private async Task<bool> FindAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var found = await Db
            .Concerns.AsNoTracking()
            .FirstOrDefaultAsync(
                c =>
                    c.Id == ConcernId
                    && c.InitiativeId == Head.Id
                    && c.PersonId == Viewer.PersonId
                    && c.OrganisationId == null,
                Aborted
            );
        Own = found!;
        return found is not null;
    }
}
