using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Brink.Features.Rounds.Reacting;

public enum ReactStep
{
    Check,
    Change,
    Send,
}

/// <summary>
/// Somebody reacts to the whole, a section or chosen words (C4): in person, for an association, or after pressing a link
/// in a mail. What comes in after the closing is kept and marked by the server's clock.
/// </summary>
[AllowAnonymous]
public sealed class ReactModel(FollowLimit limit) : RoundPage(RoundAct.See)
{
    private const string Self = "self";

    [BindProperty]
    public ReactionForm Input { get; set; } = new();

    /// <summary>'self', or the number of the organisation spoken for.</summary>
    [BindProperty]
    public string As { get; set; } = Self;

    [BindProperty]
    public bool NameIsPublic { get; set; }

    [BindProperty]
    public string Mail { get; set; } = "";

    [BindProperty]
    public ReactStep Step { get; set; }

    public bool IsCheck { get; private set; }

    public IReadOnlyList<Choice> Speakers =>
        [
            new(Self, T["Mijzelf"]),
            .. Viewer.MaySpeakInRounds().Select(r => new Choice(r.OrganisationId, r.OrganisationName)),
        ];

    private long? made;

    public async Task<IActionResult> OnGetAsync(long? paragraaf, string? citaat, int? vanaf)
    {
        if (!Viewer.MayReact(Round.MailIsEnough))
        {
            return Challenge();
        }

        (Input.SectionId, Input.Quote, Input.QuoteAt) = (paragraaf ?? ReactionForm.Whole, citaat ?? "", vanaf);
        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Viewer.MayReact(Round.MailIsEnough))
        {
            return Challenge();
        }

        await ReadAsync();
        var can = Phase == RoundPhase.Open || Phase == RoundPhase.Processing;
        var typed = Outcome.Of(can ? Wrong() : []);
        if (!can || !typed.Succeeded)
        {
            // A round that is finished keeps what was typed on the page, to copy.
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return can ? Refused(typed) : Page();
        }

        if (Step != ReactStep.Send)
        {
            IsCheck = Step == ReactStep.Check;
            return Page();
        }

        return await DoAsync(
            Viewer.IsSignedIn ? GiveAsync : OrderMailAsync,
            () =>
                made is { } reaction
                    ? RoundLinks.Reaction(Head.Id, Round.Id, reaction) + "?ontvangen=ja"
                    : RoundLinks.Received(Head.Id, Round.Id),
            async () =>
            {
                await FindAsync();
                await ReadAsync();
            }
        );
    }

    public IReadOnlyList<Answer> Answers() =>
        [
            new(T["Waarover"], Input.Heading ?? T["Het geheel"]),
            .. Input.Quote.Length > 0 ? [new Answer(T["Over deze woorden"], Input.Quote)] : Array.Empty<Answer>(),
            new(T["Wat u doet"], T.NameOf(Input.Words.Kind)),
            new(T["Uw tekst"], Input.Text),
            .. Input.Words.Kind == ReactionKind.Suggestion
                ? [new Answer(T["De woorden die u voorstelt"], Input.Proposed)]
                : Array.Empty<Answer>(),
            new(T["Namens"], Speakers.First(s => s.Value == As).Text),
            new(
                T["Uw naam"],
                As != Self ? T["De naam van de vereniging staat erbij."]
                    : !Viewer.IsSignedIn ? T["Dat kiest u als u op de link drukt."]
                    : NameIsPublic && Viewer.Name.Length > 0 ? T["Iedereen ziet {0}.", Viewer.Name]
                    : T["Niemand ziet uw naam: er staat 'een inwoner'."]
            ),
        ];

    protected override Task ReadAsync() => Input.ReadAsync(Db, Round, T, Aborted);

    private IEnumerable<Refusal> Wrong()
    {
        foreach (var refusal in Input.Wrong("Input."))
        {
            yield return refusal;
        }

        if (Speakers.All(s => s.Value != As))
        {
            yield return new Refusal(nameof(As), "Kies namens wie u reageert.");
        }

        if (!Viewer.IsSignedIn && !Platform.Mail.TypedMailAddress.IsOne(Mail))
        {
            yield return new Refusal(nameof(Mail), "Vul uw mailadres in, zoals naam@voorbeeld.nl.");
        }
    }

    private async Task<Outcome> GiveAsync()
    {
        var organisation = As == Self ? (long?)null : long.Parse(As, CultureInfo.InvariantCulture);
        var actor = Acts(organisation);
        var (outcome, reaction) = await IncomingReactions.AddAsync(
            Db,
            await LoadRoundAsync(),
            Input,
            IncomingReactions.By(Db, Head.Id, actor, organisation is null && NameIsPublic && Viewer.Name.Length > 0),
            actor,
            isKnown: true,
            Aborted
        );
        made = reaction?.Id;
        return outcome;
    }

    private async Task<Outcome> OrderMailAsync()
    {
        var (outcome, person) = await MailToConfirm.OrderAsync(
            Db,
            limit,
            HttpContext,
            Mail,
            Acts(),
            to => MailMessage.ConfirmReaction(to, Head.Id, Time.GetUtcNow())
        );
        if (person is null)
        {
            return outcome;
        }

        var actor = Acts() with { PersonId = person.Id };
        Db.Journal.Add(JournalEntry.General(ReactionVerbs.LinkAsked, Acts(), ("subject", Head.Id)));
        // Whether this address did too much already is told to nobody who only typed it: the mail tells what waits.
        var (added, reaction) = await IncomingReactions.AddAsync(
            Db,
            await LoadRoundAsync(),
            Input,
            IncomingReactions.By(Db, Head.Id, actor, nameIsPublic: false),
            actor,
            isKnown: false,
            Aborted
        );
        return reaction is null && added.Refusals is [{ Field: "" }] ? added : Outcome.Done;
    }
}
