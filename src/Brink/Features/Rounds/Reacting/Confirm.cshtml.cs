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

namespace Brink.Features.Rounds.Reacting;

/// <summary>
/// The link in the mail: whoever reads that mailbox says which of the reactions that wait are meant. Opening it changes
/// nothing, because mail programs open links too.
/// </summary>
[AllowAnonymous]
public sealed class ConfirmModel : BrinkPage
{
    [BindProperty]
    public long ReactionId { get; set; }

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public bool NameIsPublic { get; set; }

    public LinkToConfirm Found { get; private set; } = null!;
    public IReadOnlyList<Reaction> Waiting { get; private set; } = [];

    /// <summary>Of what was confirmed, for the receipt.</summary>
    public IReadOnlyList<string> Numbers { get; private set; } = [];
    public string KnownName { get; private set; } = "";
    public bool AsksName => KnownName.Length == 0;
    public bool IsExpired => Found.Link.ExpiresAt <= Time.GetUtcNow();
    public long DossierId => Found.Link.SubjectId!.Value;

    public Receipt Receipt() =>
        new(
            T["Er wacht niets meer op u"],
            Numbers.Count > 0 ? string.Join(", ", Numbers) : null,
            T["Wat u bevestigde over '{0}', kan iedereen lezen.", Found.Title],
            [
                T["De gemeente antwoordt u per mail."],
                T["Wilt u iets veranderen of intrekken? Log in met dit mailadres. Dat kan tot de ronde sluit."],
            ]
        );

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(string secret) => await ReadAsync(secret) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string secret) => ActAsync(secret, Confirm);

    /// <summary>Taken back before anybody saw it.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(string secret) => ActAsync(secret, Withdraw);

    private async Task<IActionResult> ActAsync(string secret, Func<Reaction, Actor, Person, Outcome> act) =>
        await ReadAsync(secret)
            ? await DoAsync(
                async () =>
                {
                    if (!await ReadAsync(secret) || IsExpired)
                    {
                        return Outcome.Refuse("", "Deze link is verlopen.");
                    }

                    var reaction = await Db
                        .Reactions.Include(r => r.Contribution)
                        .Include(r => r.Round)
                        .FirstOrDefaultAsync(
                            r =>
                                r.Id == ReactionId
                                && r.PersonId == Found.Link.PersonId
                                && r.Round!.DossierId == DossierId,
                            Aborted
                        );
                    if (reaction is null)
                    {
                        return Outcome.Refuse("", "Deze reactie is al bevestigd of ingetrokken.");
                    }

                    var actor = Acts() with { PersonId = Found.Link.PersonId };
                    return act(reaction, actor, await LinkToConfirm.ProvesAsync(Db, Found.Link, actor, Aborted));
                },
                () => RoundLinks.Confirm(secret),
                () => ReadAsync(secret)
            )
            : NotFound();

    private Outcome Confirm(Reaction reaction, Actor actor, Person person)
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

        var confirmed = reaction.Confirm(NameIsPublic && person.Name.Length > 0, actor);
        Db.Journal.Add(
            JournalEntry.Beside(
                DossierId,
                ReactionVerbs.Given,
                actor,
                ("reaction", reaction.Id),
                ("round", reaction.RoundId),
                ("late", reaction.IsLate)
            )
        );
        return confirmed;
    }

    private Outcome Withdraw(Reaction reaction, Actor actor, Person person)
    {
        if (reaction.State != ReactionState.AwaitingConfirmation)
        {
            return Outcome.Refuse("", "Deze reactie is al bevestigd of ingetrokken.");
        }

        Db.Journal.Add(JournalEntry.General(ReactionVerbs.Forgotten, actor, ("reaction", reaction.Id)));
        return reaction.Withdraw(actor);
    }

    private async Task<bool> ReadAsync(string secret)
    {
        Response.Headers.CacheControl = "no-store";
        if (
            secret.Length > 100
            || await LinkToConfirm.FindAsync(Db, secret, LinkPurpose.ConfirmReaction, Aborted) is not { } found
        )
        {
            return false;
        }

        Found = found;
        var mine = await Db
            .Reactions.AsNoTracking()
            .Where(r => r.PersonId == found.Link.PersonId && r.Round!.DossierId == DossierId)
            .Where(r => r.State != ReactionState.Withdrawn && r.OrganisationId == null)
            .OrderBy(r => r.Id)
            .ToArrayAsync(Aborted);
        Waiting = [.. mine.Where(r => r.State == ReactionState.AwaitingConfirmation)];
        Numbers =
        [
            .. mine.Where(r => r.State != ReactionState.AwaitingConfirmation).Select(r => RoundWords.NumberOf(r.Id)),
        ];
        KnownName = await Db.People.Where(p => p.Id == found.Link.PersonId).Select(p => p.Name).FirstAsync(Aborted);
        return true;
    }
}
