using Brink.Features.Accounts;
using Brink.Features.Exchange.Experts;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Responding;

/// <summary>
/// Where the link in the mail leads: what was asked, offered or answered is meant, or is taken back. Opening it changes
/// nothing, because mail programs open links too.
/// </summary>
[AllowAnonymous]
public sealed class ConfirmModel : BrinkPage
{
    public AccessLink Link { get; private set; } = null!;
    public Help? Help { get; private set; }
    public HelpResponse? Answer { get; private set; }
    public ExpertQuestion? Question { get; private set; }
    public string Title { get; private set; } = "";
    public string Back { get; private set; } = "/";
    public bool IsUsed => Link.UsedAt is not null;
    public bool IsExpired => Link.ExpiresAt <= Time.GetUtcNow();

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(string secret) => await FindAsync(secret) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string secret) => ActAsync(secret, Confirm);

    /// <summary>Taken back before anybody saw it.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(string secret) => ActAsync(secret, Withdraw);

    private async Task<IActionResult> ActAsync(string secret, Func<Actor, Outcome> act)
    {
        if (!await FindAsync(secret))
        {
            return NotFound();
        }

        return await DoAsync(
            async () =>
            {
                if (!await FindAsync(secret))
                {
                    return Outcome.Refuse("", "Deze link werkt niet meer.");
                }

                var used = Link.Use(Time.GetUtcNow());
                return used.Succeeded ? act(Acts() with { PersonId = Link.PersonId }) : used;
            },
            () => ExchangeLinks.Confirm(secret),
            () => FindAsync(secret)
        );
    }

    private Outcome Confirm(Actor actor)
    {
        var outcome =
            Help is { } help ? help.Confirm(actor)
            : Answer is { } answer ? ConfirmAnswer(answer, actor)
            : Question!.Confirm(Db, Question.Expert!.Subject, actor);
        if (outcome.Succeeded && !Link.Person!.EmailConfirmed)
        {
            Link.Person.EmailConfirmed = true;
            Db.Journal.Add(JournalEntry.General(PlacesVerbs.PersonChanged, actor, ("person", Link.PersonId)));
        }

        return outcome;
    }

    private Outcome ConfirmAnswer(HelpResponse answer, Actor actor)
    {
        var can = answer.Help!.CanRespond(Today);
        return can.Succeeded ? answer.Confirm(Db, answer.Help.Subject, actor) : can;
    }

    private Outcome Withdraw(Actor actor) =>
        Help is { } help ? help.Withdraw(actor)
        : Answer is { Help: { } about } answer ? about.StepBack(answer, actor)
        : Question!.Withdraw(Db, Question.Expert!.Subject, actor);

    private async Task<bool> FindAsync(string secret)
    {
        Response.Headers.CacheControl = "no-store";
        if (secret.Length > 100)
        {
            return false;
        }

        var hash = Secret.Hash(secret);
        var link = await Db
            .AccessLinks.Include(l => l.Person)
            .FirstOrDefaultAsync(l => l.SecretHash == hash && l.Purpose == LinkPurpose.ConfirmExchange, Aborted);
        if (link?.SubjectId is not { } id)
        {
            return false;
        }

        Link = link;
        var subject = await Db
            .Subjects.Where(s => s.Id == id)
            .Select(s => new
            {
                s.Title,
                s.Kind,
                s.Slug,
            })
            .SingleAsync(Aborted);
        (Title, Back) = (subject.Title, SubjectLinks.Of(subject.Kind, id, subject.Slug));
        if (subject.Kind == SubjectKind.Expert)
        {
            Question = await Db
                .ExpertQuestions.Include(q => q.Expert!.Subject)
                .Where(q => q.ExpertId == id && q.PersonId == link.PersonId)
                .OrderByDescending(q => q.Id)
                .FirstOrDefaultAsync(Aborted);
            return Question is not null;
        }

        Help = await Db
            .Helps.Include(h => h.Subject)
            .Include(h => h.Contribution)
            .FirstOrDefaultAsync(h => h.Id == id && h.Contribution!.ByPersonId == link.PersonId, Aborted);
        Answer = Help is not null
            ? null
            : await Db
                .HelpResponses.Include(r => r.Help!.Subject)
                .Where(r => r.HelpId == id && r.PersonId == link.PersonId)
                .OrderByDescending(r => r.Id)
                .FirstOrDefaultAsync(Aborted);
        return Help is not null || Answer is not null;
    }
}
