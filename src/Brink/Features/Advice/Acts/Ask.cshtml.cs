using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Features.Requests;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice.Acts;

public enum AskAdviceStep
{
    Preview,
    Change,
    Send,
}

/// <summary>What is asked of it already comes first, then the question, then a check, and only then it is sent.</summary>
[Authorize]
public class AskModel : BrinkPage
{
    [BindProperty(SupportsGet = true, Name = "dossier")]
    public long? DossierId { get; set; }

    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public string? Background { get; set; }

    [BindProperty]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public AskAdviceStep Step { get; set; }

    public Organisation Adviser { get; private set; } = null!;
    public Load Load { get; private set; } = null!;

    /// <summary>What its villages want to be involved in, how and how often (P7).</summary>
    public IReadOnlyList<WhatSuitsView> Suits { get; private set; } = [];

    /// <summary>The title of the plan it is about; null for none.</summary>
    public string? Plan { get; private set; }
    public bool InConfidence { get; private set; }
    public bool IsPreview { get; private set; }

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (!Viewer.MayAskAdvice())
        {
            context.Result = Forbid();
            return;
        }

        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var adviser = await Db.AdvisersToAsk(Today).AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, Aborted);
        var plan = await AskedPlan.OfAsync(Db, Viewer, DossierId, Aborted);
        if (adviser is null || plan.IsAbsent || plan.Readers?.Contains(id) == false)
        {
            context.Result = NotFound();
            return;
        }

        (Adviser, Plan, InConfidence) = (adviser, plan.Dossier?.Subject.Title, plan.Readers is not null);
        Db.ChangeTracker.Clear();
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

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Step == AskAdviceStep.Send)
        {
            return await SendAsync();
        }

        if (Step == AskAdviceStep.Change)
        {
            return Page();
        }

        var check = Check();
        IsPreview = check.Succeeded;
        return check.Succeeded ? Page() : Refused(check);
    }

    private Task<IActionResult> SendAsync()
    {
        AdviceCase? made = null;
        return DoAsync(
            async () =>
            {
                var check = Check();
                if (!check.Succeeded)
                {
                    return check;
                }

                // The plan may have been opened, ended or withdrawn since.
                var plan = await AskedPlan.OfAsync(Db, Viewer, DossierId, Aborted);
                if (plan.IsAbsent || plan.Readers?.Contains(Adviser.Id) == false)
                {
                    return Outcome.Refuse("", "Over dit plan kunt u nu geen advies meer vragen.");
                }

                var actor = Acts(
                    Viewer.Roles.First(r => r.OrganisationKind == OrganisationKind.Municipality).OrganisationId
                );
                made = AdviceCase.Ask(
                    new AdviceAsking(
                        TextRules.Line(NewTitle),
                        TextRules.Clean(Question),
                        TextRules.Clean(Background),
                        Due!.Value
                    ),
                    Adviser.Id,
                    await Db.VillagesOfAdviceAsync(Adviser.Id, DossierId, Today, Aborted),
                    plan.Dossier,
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
                Db.Advices.Add(made);
                return Outcome.Done;
            },
            () => AdviceLinks.Show(made!.Id, made.Subject.Slug),
            ReadAsync
        );
    }

    private async Task ReadAsync()
    {
        Load = await Db.LoadOfAsync(Adviser.Id, Today, Aborted);
        Suits = await Db.TailorMadeOfAsync(await Db.VillagesOfAdviceAsync(Adviser.Id, null, Today, Aborted), Aborted);
    }

    private Outcome Check() =>
        Outcome.Of([
            .. AdviceTexts.Missing(nameof(NewTitle), NewTitle, Texts.Mark("Schrijf waar het over gaat.")),
            .. AdviceTexts.Missing(nameof(Question), Question, Texts.Mark("Schrijf wat u wilt weten.")),
            .. Typed.Fits(nameof(NewTitle), NewTitle, AdviceCase.LongestTitle, 180),
            .. Typed.Fits(nameof(Question), Question, AdviceCase.LongestText, AdviceCase.LongestText * 3),
            .. Typed.Fits(nameof(Background), Background, AdviceCase.LongestText, AdviceCase.LongestText * 3),
            .. Due is not { } due || due <= Today ? [new Refusal(nameof(Due), "Kies een dag na vandaag.")]
            : due > Today.AddDays(AdviceCase.LongestTerm) ? [new Refusal(nameof(Due), "Kies een dag binnen een jaar.")]
            : Array.Empty<Refusal>(),
        ]);
}
