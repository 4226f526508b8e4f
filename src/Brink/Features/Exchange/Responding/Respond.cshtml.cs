using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Responding;

/// <summary>'Ik help mee': a message that reaches the asker through Brink, without either address.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInRate.Policy)]
public sealed class RespondModel(FollowLimit limit) : BrinkPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Mail { get; set; }

    [BindProperty]
    public string? Message { get; set; }

    [BindProperty]
    public Road? Road { get; set; }

    [BindProperty]
    public string? Telephone { get; set; }

    /// <summary>The responder agrees that the chosen road is given when the asker accepts; without it nothing is kept.</summary>
    [BindProperty]
    public bool MayPassOn { get; set; }

    public HelpHead Head { get; private set; } = null!;

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await FindAsync(id) is { } stop)
        {
            return stop;
        }

        Name = Viewer.Name;
        Road = Exchange.Road.Mail;
        return Head.TakesAnswersOn(Today) ? Page() : LocalRedirect(Head.Address);
    }

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (await FindAsync(id) is { } stop)
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

        HelpResponse? made = null;
        return await DoAsync(
            async () =>
            {
                made = null;
                return isTrapped ? Outcome.Done : await RespondAsync(response => made = response);
            },
            () =>
                made is { State: ResponseState.Waiting }
                    ? ExchangeLinks.Response(Head.Id, made.Id) + "?verstuurd=ja"
                    : ExchangeLinks.Received
        );
    }

    private async Task<Outcome> RespondAsync(Action<HelpResponse> keep)
    {
        var help = await Db.Helps.Include(h => h.Subject).SingleAsync(h => h.Id == Head.Id, Aborted);
        var can = help.CanRespond(Today);
        if (!can.Succeeded)
        {
            return can;
        }

        var words = new ResponseWords(
            TextRules.Line(Name),
            TextRules.Paragraphs(Message, HelpResponse.LongestMessage).Text,
            Road!.Value,
            TextRules.Line(Telephone)
        );
        var now = Acts();
        var person = Viewer.PersonId ?? await Senders.ByMailAsync(Db, words.Name, Mail!.Trim(), now, Aborted);
        var standing = await Db.HelpResponses.AnyAsync(
            r =>
                r.HelpId == help.Id
                && r.PersonId == person
                && (
                    r.State == ResponseState.Unconfirmed
                    || r.State == ResponseState.Waiting
                    || r.State == ResponseState.Accepted
                ),
            Aborted
        );
        if (Viewer.IsSignedIn && standing)
        {
            return Outcome.Refuse("", "U hebt hier al op gereageerd.");
        }

        if (
            !Viewer.IsSignedIn
            && (standing || person == Head.AskerId || await Senders.HasTooMuchWaitingAsync(Db, person, now.At, Aborted))
        )
        {
            // The same to everybody: another answer would tell whose address is known here.
            Db.ChangeTracker.Clear();
            return Outcome.Done;
        }

        var actor = now with { PersonId = person };
        var contribution = new Contribution
        {
            SubjectId = help.Id,
            ByPersonId = person,
            Channel = Channel.Web,
            At = actor.At,
        };
        var response = HelpResponse.To(help, words, person, contribution, actor);
        await Db.AddAsync(response, Aborted);
        keep(response);
        if (Viewer.IsSignedIn)
        {
            return response.Confirm(Db, help.Subject, actor);
        }

        Db.Journal.Add(
            JournalEntry.Of(help.Subject, new Happening(HelpVerbs.ResponseHandedIn, actor, [("response", response.Id)]))
        );
        return Outcome.Done;
    }

    private Outcome Check()
    {
        var wrong = new List<Refusal>(Senders.Wrong(Viewer, Name, Mail));
        var message = TextRules.Paragraphs(Message, HelpResponse.LongestMessage);
        if (message.IsEmpty)
        {
            wrong.Add(new Refusal(nameof(Message), "Schrijf een paar woorden."));
        }

        if (message.Problem is { } problem)
        {
            wrong.Add(new Refusal(nameof(Message), problem, message.Arguments));
        }

        if (Road is null)
        {
            wrong.Add(new Refusal(nameof(Road), "Kies hoe de ander u mag bereiken."));
        }

        if (Road == Exchange.Road.Telephone && !TelephoneNumber.IsOne(TextRules.Line(Telephone)))
        {
            wrong.Add(new Refusal(nameof(Telephone), "Vul uw telefoonnummer in, zoals 0593 12 34 56."));
        }

        if (!MayPassOn)
        {
            wrong.Add(
                new Refusal(
                    nameof(MayPassOn),
                    "Zet hier een vinkje. Zonder uw toestemming kunnen we u niet aan elkaar voorstellen."
                )
            );
        }

        return Outcome.Of(wrong);
    }

    private async Task<IActionResult?> FindAsync(long id)
    {
        if (await Db.HeadAsync(id, Aborted) is not { Visibility: Visibility.Public } head)
        {
            return NotFound();
        }

        Head = head;
        // Whoever asked reads the answers instead.
        return Viewer.May(HelpAct.Handle, head.Standing) ? LocalRedirect(ExchangeLinks.Responses(id)) : null;
    }
}
