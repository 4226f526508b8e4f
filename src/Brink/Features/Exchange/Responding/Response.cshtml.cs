using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Responding;

/// <summary>One answer: the asker accepts, or thanks and declines; who answered reads how it stands and may step back.</summary>
public sealed class ResponseModel() : HelpActPage(HelpAct.See)
{
    [BindProperty]
    public string? Reply { get; set; }

    [BindProperty]
    public Road? Road { get; set; }

    [BindProperty]
    public string? Telephone { get; set; }

    public ResponseView View { get; private set; } = null!;
    public bool MayDecide { get; private set; }
    public bool MayStepBack { get; private set; }

    private long ResponseId => long.Parse((string)RouteData.Values["response"]!, CultureInfo.InvariantCulture);

    public Task<IActionResult> OnPostAcceptAsync() => DecideAsync(AcceptAsync);

    public Task<IActionResult> OnPostDeclineAsync() => DecideAsync(DeclineAsync);

    public async Task<IActionResult> OnPostStepBackAsync() =>
        MayStepBack
            ? await DoInTurnAsync(
                async () => (await LoadAsync()).StepBack(await ResponseAsync(), Acts()),
                () => ExchangeLinks.Response(Head.Id, ResponseId),
                ReadAsync
            )
            : Forbid();

    protected override async Task<IActionResult?> StopAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var found = await ViewAsync();
        if (found is null)
        {
            return NotFound();
        }

        MayDecide = Viewer.May(HelpAct.Handle, Head.Standing);
        MayStepBack = Viewer.MayStepBack(found.PersonId);
        if (
            !Viewer.MayReadResponse(Head.Standing, found.PersonId)
            || (found.State == ResponseState.Unconfirmed && !MayStepBack)
        )
        {
            return Forbid();
        }

        View = found;
        if (Request.Query.ContainsKey("verstuurd"))
        {
            ViewData[LayoutData.Done] = T["Uw reactie is verstuurd. Het antwoord krijgt u per mail."];
        }

        return null;
    }

    protected override async Task ReadAsync()
    {
        View = (await ViewAsync())!;
        Road ??= Exchange.Road.Mail;
    }

    private async Task<IActionResult> DecideAsync(Func<Task<Outcome>> act) =>
        MayDecide ? await DoInTurnAsync(act, () => ExchangeLinks.Response(Head.Id, ResponseId), ReadAsync) : Forbid();

    private async Task<Outcome> AcceptAsync()
    {
        var wrong = new List<Refusal>(
            Typed.Fits(nameof(Reply), Reply, HelpResponse.LongestMessage, HelpResponse.LongestMessage * 2)
        );
        if (Road is null)
        {
            wrong.Add(new Refusal(nameof(Road), "Kies hoe de ander u mag bereiken."));
        }

        if (Road == Exchange.Road.Telephone && !TelephoneNumber.IsOne(TextRules.Line(Telephone)))
        {
            wrong.Add(new Refusal(nameof(Telephone), "Vul het telefoonnummer in, zoals 0593 12 34 56."));
        }

        return wrong.Count > 0
            ? Outcome.Of(wrong)
            : (await LoadAsync()).Accept(
                await ResponseAsync(),
                new Decision(
                    TextRules.Paragraphs(Reply, HelpResponse.LongestMessage).Text,
                    Road!.Value,
                    TextRules.Line(Telephone)
                ),
                ActsAsAsker()
            );
    }

    private async Task<Outcome> DeclineAsync()
    {
        var fits = Outcome.Of(
            Typed.Fits(nameof(Reply), Reply, HelpResponse.LongestMessage, HelpResponse.LongestMessage * 2)
        );
        return fits.Succeeded
            ? (await LoadAsync()).Decline(
                await ResponseAsync(),
                TextRules.Paragraphs(Reply, HelpResponse.LongestMessage).Text,
                ActsAsAsker()
            )
            : fits;
    }

    private Task<HelpResponse> ResponseAsync()
    {
        var id = ResponseId;
        return Db.HelpResponses.SingleAsync(r => r.Id == id && r.HelpId == Head.Id, Aborted);
    }

    private Task<ResponseView?> ViewAsync()
    {
        var id = ResponseId;
        return Db
            .HelpResponses.AsNoTracking()
            .Where(r => r.Id == id && r.HelpId == Head.Id)
            .Select(r => new ResponseView(
                r.Id,
                r.PersonId,
                r.Name,
                r.Message,
                r.State,
                r.At,
                r.Reply,
                r.Road,
                r.Telephone,
                r.Person!.Email,
                r.AskerRoad,
                r.AskerTelephone,
                r.DecidedBy!.Email
            ))
            .FirstOrDefaultAsync(Aborted);
    }
}

/// <summary>An answer as its page and mails show it. Addresses are told only when it is accepted.</summary>
public sealed record ResponseView(
    long Id,
    long PersonId,
    string Name,
    string Message,
    ResponseState State,
    DateTimeOffset At,
    string Reply,
    Road Road,
    string Telephone,
    string? Mail,
    Road? AskerRoad,
    string AskerTelephone,
    string? AskerMail
)
{
    /// <summary>How the asker reaches who answered; null before the acceptance.</summary>
    public string? ReachOfResponder =>
        State != ResponseState.Accepted ? null
        : Road == Road.Telephone ? Telephone
        : Mail;

    /// <summary>How who answered reaches the asker; null before the acceptance.</summary>
    public string? ReachOfAsker =>
        State != ResponseState.Accepted ? null
        : AskerRoad == Road.Telephone ? AskerTelephone
        : AskerMail;
}
