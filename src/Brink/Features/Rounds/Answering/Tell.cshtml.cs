using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Answering;

/// <summary>
/// Somebody without a mail address hears the answer from who entered the reaction; printed, it is a letter to take along
/// (C6).
/// </summary>
[Authorize]
public sealed class TellModel() : RoundPage(RoundAct.See)
{
    public Reaction Reaction { get; private set; } = null!;
    public string Name => Reaction.Person!.Name;
    public string? Telephone => Reaction.Person!.PhoneNumber;

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var reaction = await Db.Reactions.SingleAsync(r => r.Id == Reaction.Id, Aborted);
                Note(ReactionVerbs.Told, Acts(), ("reaction", reaction.Id), ("round", Round.Id));
                return reaction.Told(Acts());
            },
            () => RoundLinks.Tell(Head.Id, Round.Id, Reaction.Id),
            FindAsync
        );

    /// <summary>
    /// For who entered it in a role that is still held, and nobody else: it holds a name and a telephone number. Whoever
    /// has a mail address hears by mail, so that nobody learns from an address whose it is.
    /// </summary>
    protected override async Task<bool> FindAsync()
    {
        Response.Headers.CacheControl = "no-store";
        if (!await base.FindAsync() || Viewer.PersonId is not { } me)
        {
            return false;
        }

        var id = Number("reaction");
        var found = await Db
            .Reactions.AsNoTracking()
            .Include(r => r.Person)
            .Include(r => r.Contribution)
            .Include(r => r.Answer)
            .FirstOrDefaultAsync(
                r =>
                    r.Id == id
                    && r.RoundId == Round.Id
                    && r.State == ReactionState.Answered
                    && r.Contribution!.EnteredById == me
                    && r.Person!.Email == null,
                Aborted
            );
        Reaction = found!;
        return found is not null
            && Viewer.MayEnterReactions().Any(r => r.OrganisationId == found.Contribution!.EnteredForId);
    }
}
