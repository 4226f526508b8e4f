using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Requests;

public enum AskStep
{
    Preview,
    Change,
    Send,
}

/// <summary>What is asked already comes first, then the question, then a check, and only then it is sent.</summary>
[Authorize]
public class AskModel : BrinkPage
{
    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Department { get; set; }

    [BindProperty]
    public DateOnly? Happens { get; set; }

    [BindProperty]
    public decimal? Hours { get; set; }

    [BindProperty]
    public DateOnly? AnswerBy { get; set; }

    [BindProperty]
    public long? ToCallId { get; set; }

    [BindProperty]
    public AskStep Step { get; set; }

    public Organisation Association { get; private set; } = null!;
    public Load Load { get; private set; } = null!;

    /// <summary>What its villages want to be involved in, how and how often (P7).</summary>
    public IReadOnlyList<WhatSuitsView> Suits { get; private set; } = [];
    public IReadOnlyList<Choice> Officials { get; private set; } = [];
    public ContactCard Contact { get; private set; } = null!;
    public bool IsPreview { get; private set; }

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (!Viewer.MayAsk())
        {
            context.Result = Forbid();
            return;
        }

        var id = long.Parse((string)RouteData.Values["id"]!, System.Globalization.CultureInfo.InvariantCulture);
        if (
            await Db.Organisations.AsNoTracking().Askable(Today).FirstOrDefaultAsync(o => o.Id == id, Aborted)
            is not { } found
        )
        {
            context.Result = NotFound();
            return;
        }

        Association = found;
        await ReadAsync();
        if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid)
        {
            // What can't be read, such as a date in words: the form again, with what was typed.
            Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Result = Page();
            return;
        }

        await next();
    }

    public void OnGet() => ToCallId = Viewer.PersonId;

    public async Task<IActionResult> OnPostAsync()
    {
        if (Step == AskStep.Send)
        {
            return await SendAsync();
        }

        if (Step == AskStep.Change)
        {
            return Page();
        }

        var check = Check();
        IsPreview = check.Succeeded;
        return check.Succeeded ? Page() : Refused(check);
    }

    private Task<long[]> VillagesAsync() =>
        Db
            .Representations.Where(r => r.OrganisationId == Association.Id)
            .Where(r => (r.From == null || r.From <= Today) && (r.To == null || r.To >= Today))
            .Select(r => r.VillageId)
            .ToArrayAsync(Aborted);

    private Task<IActionResult> SendAsync()
    {
        VillageRequest? made = null;
        return DoAsync(
            async () =>
            {
                var check = Check();
                if (!check.Succeeded)
                {
                    return check;
                }

                var by = Viewer.Roles.First(r => r.OrganisationKind == OrganisationKind.Municipality).OrganisationId;
                var villages = await VillagesAsync();
                var actor = Acts(by);
                made = VillageRequest.Ask(
                    new Asking(
                        TextRules.Line(NewTitle),
                        TextRules.Clean(Why),
                        TextRules.Line(Department),
                        AnswerBy!.Value,
                        Happens!.Value,
                        Hours!.Value,
                        ToCallId!.Value
                    ),
                    Association.Id,
                    villages,
                    by,
                    new Contribution
                    {
                        ByPersonId = actor.PersonId,
                        OnBehalfOfId = actor.OnBehalfOfId,
                        Channel = actor.Channel,
                        At = actor.At,
                        NameIsPublic = true,
                    },
                    actor
                );
                Db.VillageRequests.Add(made);
                return Outcome.Done;
            },
            () => RequestLinks.Show(made!.Id, made.Subject.Slug) + "?verstuurd=ja",
            ReadAsync
        );
    }

    private async Task ReadAsync()
    {
        Load = await Db.LoadOfAsync(Association.Id, Today, Aborted);
        Suits = await Db.TailorMadeOfAsync(await VillagesAsync(), Aborted);
        var officials = await Db
            .RoleHoldings.AsNoTracking()
            .Where(h => h.Organisation!.Kind == OrganisationKind.Municipality)
            .Where(h => h.Role != Role.Councillor && h.From <= Today && (h.To == null || h.To >= Today))
            .Select(h => new { h.PersonId, h.Person!.Name })
            .Distinct()
            .OrderBy(p => p.Name)
            .ToArrayAsync(Aborted);
        Officials = [.. officials.Select(official => new Choice(official.PersonId, official.Name))];
        var contact = await Db
            .RoleHoldings.AsNoTracking()
            .Where(h => h.OrganisationId == Association.Id && h.Role == Role.ContactPerson)
            .Where(h => h.From <= Today && (h.To == null || h.To >= Today))
            .OrderBy(h => h.Id)
            .Select(h => new
            {
                h.Person!.Name,
                // Only with consent (P8).
                Phone = h.Person.ContactIsShared ? h.Person.PhoneNumber : null,
                Mail = h.Person.ContactIsShared ? h.Person.Email : null,
            })
            .FirstOrDefaultAsync(Aborted);
        Contact = new ContactCard(
            contact?.Name ?? Association.Name,
            contact is null ? T["Dorpsvereniging"] : T["Contactpersoon van {0}", Association.Name],
            contact?.Phone ?? (Association.Telephone.Length > 0 ? Association.Telephone : null),
            contact?.Mail ?? (Association.Mail.Length > 0 ? Association.Mail : null),
            PlacesLinks.Organisation(Association.Id, Association.Name)
        );
    }

    private Outcome Check() =>
        Outcome.Of([
            .. Missing(nameof(NewTitle), NewTitle, Texts.Mark("Schrijf wat u vraagt.")),
            .. Missing(nameof(Why), Why, Texts.Mark("Schrijf waarom u dit vraagt.")),
            .. Missing(nameof(Department), Department, Texts.Mark("Vul de afdeling in.")),
            .. Typed.Fits(nameof(NewTitle), NewTitle, 120, 180),
            .. Typed.Fits(nameof(Why), Why, 3000, 20000),
            .. Typed.Fits(nameof(Department), Department, 80, 120),
            .. CheckDays(),
            .. Hours is not { } hours || hours < 0 || hours > VillageRequest.MostHours
                ? [new Refusal(nameof(Hours), "Vul een aantal uren in, van 0 tot 1000.")]
                : Array.Empty<Refusal>(),
            .. Officials.Any(official => official.Value == new Choice(ToCallId ?? 0, "").Value)
                ? Array.Empty<Refusal>()
                : [new Refusal(nameof(ToCallId), "Kies wie men kan bellen.")],
        ]);

    private IEnumerable<Refusal> CheckDays()
    {
        if (Happens is not { } happens || happens <= Today)
        {
            yield return new Refusal(nameof(Happens), "Kies een dag na vandaag.");
        }

        if (AnswerBy is not { } answerBy || answerBy <= Today)
        {
            yield return new Refusal(nameof(AnswerBy), "Kies een dag na vandaag.");
        }
        else if (answerBy > Happens)
        {
            yield return new Refusal(nameof(AnswerBy), "De antwoorddag ligt na de dag waarop het zou zijn.");
        }
    }

    private static Refusal[] Missing(string field, string? text, string message) =>
        string.IsNullOrWhiteSpace(text) ? [new Refusal(field, message)] : [];
}
