using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Experts;

/// <summary>A question to somebody who knows, carried by Brink: neither side sees the other's address.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInRate.Policy)]
public sealed class AskModel(FollowLimit limit) : BrinkPage
{
    /// <summary>Questions of one person in a day.</summary>
    public const int MostOfOne = 5;

    /// <summary>Questions to one who knows in a day: helping must stay a pleasure.</summary>
    public const int MostToOne = 20;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Mail { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public ExpertView Expert { get; private set; } = null!;

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(long id)
    {
        Name = Viewer.Name;
        return await StopAsync(id) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (await StopAsync(id) is { } stop)
        {
            return stop;
        }

        var check = Check();
        if (!check.Succeeded)
        {
            return Refused(check);
        }

        var isTrapped = TrapField.IsFilled(Request.Form);
        if (!Viewer.IsSignedIn && !isTrapped && limit.Take(HttpContext) is { Succeeded: false } tooMany)
        {
            return Refused(tooMany);
        }

        ExpertQuestion? made = null;
        return await DoAsync(
            async () =>
            {
                made = null;
                return isTrapped ? Outcome.Done : await AskAsync(question => made = question);
            },
            () =>
                made is { State: QuestionState.Waiting }
                    ? ExchangeLinks.Question(made.Id) + "?verstuurd=ja"
                    : ExchangeLinks.Received
        );
    }

    private async Task<Outcome> AskAsync(Action<ExpertQuestion> keep)
    {
        var now = Acts();
        var dayAgo = now.At.AddDays(-1);
        var toExpert = await Db.ExpertQuestions.CountAsync(
            q => q.ExpertId == Expert.Id && q.AskedAt > dayAgo && q.State != QuestionState.Unconfirmed,
            Aborted
        );
        if (toExpert >= MostToOne)
        {
            return Outcome.Refuse(
                "",
                "Er zijn vandaag al veel vragen aan {0} gesteld. Probeer het morgen weer.",
                Expert.Name
            );
        }

        var name = TextRules.Line(Name);
        var person = Viewer.PersonId ?? await Senders.ByMailAsync(Db, name, Mail!.Trim(), now, Aborted);
        var ofPerson = await Db.ExpertQuestions.CountAsync(q => q.PersonId == person && q.AskedAt > dayAgo, Aborted);
        if (Viewer.IsSignedIn && ofPerson >= MostOfOne)
        {
            return Outcome.Refuse("", "U stelde vandaag al {0} vragen. Morgen kunt u weer vragen.", MostOfOne);
        }

        if (
            !Viewer.IsSignedIn
            && (ofPerson >= MostOfOne || await Senders.HasTooMuchWaitingAsync(Db, person, now.At, Aborted))
        )
        {
            // The same to everybody: another answer would tell whose address is known here.
            Db.ChangeTracker.Clear();
            return Outcome.Done;
        }

        var expert = await Db.Experts.Include(e => e.Subject).SingleAsync(e => e.Id == Expert.Id, Aborted);
        var actor = now with { PersonId = person };
        var contribution = new Contribution
        {
            SubjectId = expert.Id,
            ByPersonId = person,
            Channel = Channel.Web,
            At = actor.At,
        };
        var question = ExpertQuestion.To(
            expert,
            name,
            TextRules.Paragraphs(Text, ExpertQuestion.LongestText).Text,
            person,
            contribution,
            actor
        );
        await Db.AddAsync(question, Aborted);
        keep(question);
        if (Viewer.IsSignedIn)
        {
            return question.Confirm(Db, expert.Subject, actor);
        }

        question.Tell(Db, expert.Subject, ExpertVerbs.QuestionHandedIn, actor);
        return Outcome.Done;
    }

    private Outcome Check()
    {
        var wrong = new List<Refusal>(Senders.Wrong(Viewer, Name, Mail));
        var text = TextRules.Paragraphs(Text, ExpertQuestion.LongestText);
        if (text.IsEmpty)
        {
            wrong.Add(new Refusal(nameof(Text), "Schrijf uw vraag op."));
        }

        if (text.Problem is { } problem)
        {
            wrong.Add(new Refusal(nameof(Text), problem, text.Arguments));
        }

        return Outcome.Of(wrong);
    }

    private async Task<IActionResult?> StopAsync(long id)
    {
        if (await Db.ExpertAsync(id, Aborted) is not { Visibility: Visibility.Public } found)
        {
            return NotFound();
        }

        Expert = found;
        // One doesn't ask oneself.
        return Viewer.May(ExpertAct.Keep, found.Standing) ? LocalRedirect(found.Address) : null;
    }
}
