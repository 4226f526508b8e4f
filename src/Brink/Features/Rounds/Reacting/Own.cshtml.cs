using Brink.Features.Initiatives.Support;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Reacting;

/// <summary>
/// One reaction, for who brought it in and who answers: the receipt, changing and taking back until the round closes, and
/// the answer with what was said to this person alone.
/// </summary>
[Authorize]
public sealed class OwnModel(ScanIntake scans, UnusedPhotos unused) : RoundPage(RoundAct.See)
{
    [BindProperty]
    public ReactionForm Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Attachment { get; set; }

    [BindProperty(SupportsGet = true, Name = "ontvangen")]
    public string? Received { get; set; }

    public Reaction Own { get; private set; } = null!;
    public RoundAnswer? Answer => Own.Answer;
    public string Part { get; private set; } = "";
    public bool Owns { get; private set; }
    public bool MayChange => Owns && Own.CanChange(Acts()).Succeeded;

    public string Who =>
        Own.Contribution is { EnteredBy: { } typist } entered
            ? T["{0}, ingevoerd door {1}", SaidBy, entered.EnteredFor?.Name ?? typist.Name]
            : SaidBy;

    /// <summary>
    /// Only the person sees a name that was not made public: not who answers, and not who typed the address, and would
    /// learn whose it is.
    /// </summary>
    private string SaidBy =>
        T.SaidBy(
            Own.Organisation?.Name,
            Own.PersonId == Viewer.PersonId || Own.Contribution!.NameIsPublic ? Own.Person!.Name : null
        );

    public void OnGet() => (Input.Kind, Input.Text, Input.Proposed) = (Own.Kind, Own.Text, Own.Proposed);

    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Outcome.Of(Input.WrongWords("Input."));
        return !Owns ? Forbid()
            : !typed.Succeeded ? Refused(typed)
            : await ChangeAsync(ReactionVerbs.Edited, (reaction, actor) => reaction.Edit(Input.Words, actor));
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (!Owns)
        {
            return Forbid();
        }

        var file = Own.FileHash;
        var result = await ChangeAsync(ReactionVerbs.Withdrawn, (reaction, actor) => reaction.Withdraw(actor));
        return await ClearedAsync(result, file);
    }

    public async Task<IActionResult> OnPostAttachAsync()
    {
        if (!Owns)
        {
            return Forbid();
        }

        var (hash, type, taken) = await scans.TakeAsync(nameof(Attachment), Attachment, Aborted);
        if (!taken.Succeeded)
        {
            OnGet();
            return Refused(taken);
        }

        var before = Own.FileHash;
        var result = await ChangeAsync(
            ReactionVerbs.Attached,
            (reaction, actor) =>
            {
                var can = reaction.CanChange(actor);
                if (can.Succeeded)
                {
                    reaction.Attach(hash, type);
                }

                return can;
            }
        );
        return await ClearedAsync(result, before);
    }

    /// <summary>Somebody else's reaction is as if it were not there; officials who answer read it.</summary>
    protected override async Task<bool> FindAsync()
    {
        Response.Headers.CacheControl = "no-store";
        if (!await base.FindAsync())
        {
            return false;
        }

        var id = Number("reaction");
        var found = await Db
            .Reactions.AsNoTracking()
            .Include(r => r.Contribution!.EnteredBy)
            .Include(r => r.Contribution!.EnteredFor)
            .Include(r => r.Person)
            .Include(r => r.Organisation)
            .Include(r => r.Round)
            .Include(r => r.Answer!.Corrections)
            .FirstOrDefaultAsync(r => r.Id == id && r.RoundId == Round.Id, Aborted);
        if (found is null)
        {
            return false;
        }

        Own = found;
        Owns = Viewer.Owns(
            new ReactionStanding(
                found.State,
                found.PersonId,
                found.OrganisationId,
                found.Contribution!.EnteredById,
                found.Contribution.EnteredForId
            )
        );
        var names = await Db.HeadingsAsync(Round, [found.Anchor], Aborted);
        Part = T.PartOf(found.Anchor, names.GetValueOrDefault(found.Anchor)?.Heading);
        return Owns
            || (
                Viewer.May(RoundAct.ReadAlong, Standing)
                && found.State is ReactionState.Standing or ReactionState.Answered
            );
    }

    protected override Task ReadAsync() => FindAsync();

    private Task<IActionResult> ChangeAsync(string verb, Func<Reaction, Actor, Outcome> change) =>
        DoAsync(
            async () =>
            {
                var reaction = await Db
                    .Reactions.Include(r => r.Round)
                    .Include(r => r.Contribution)
                    .SingleAsync(r => r.Id == Own.Id, Aborted);
                var actor = Acts(Own.OrganisationId);
                Note(verb, actor, ("reaction", reaction.Id), ("round", Round.Id));
                return change(reaction, actor);
            },
            () => RoundLinks.Reaction(Head.Id, Round.Id, Own.Id) + "?bewaard=ja",
            FindAsync
        );

    private async Task<IActionResult> ClearedAsync(IActionResult result, string file)
    {
        if (result is LocalRedirectResult && file.Length > 0)
        {
            await unused.DeleteAsync(Db, [file], Aborted);
        }

        return result;
    }
}
