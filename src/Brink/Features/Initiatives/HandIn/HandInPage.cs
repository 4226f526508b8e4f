using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>One question of the hand-in. What is answered is kept at every step, so back and forth lose nothing.</summary>
public abstract class HandInPage : BrinkPage
{
    private Drafts? drafts;

    public abstract Step Step { get; }

    public Answers Answers { get; private set; } = new();

    /// <summary>False at the first answer, and after handing in.</summary>
    protected bool HasDraft { get; private set; }

    /// <summary>'controle' when somebody came from the check to change one answer.</summary>
    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? ComesFrom { get; set; }

    /// <summary>'vorige' when the button for the previous question was pressed.</summary>
    [BindProperty(Name = "naar")]
    public string? Towards { get; set; }

    public bool IsChange => ComesFrom == "controle";

    public bool GoesBack => Towards == "vorige";

    protected Drafts Drafts => drafts ??= HttpContext.RequestServices.GetRequiredService<Drafts>();

    /// <summary>Whoever is known need not say how to be reached.</summary>
    public bool IsKnown => Viewer.IsSignedIn && Answers.Assistance is null;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        Response.Headers.CacheControl = "no-store";
        if (await Drafts.FindAsync() is { } known)
        {
            (Answers, HasDraft) = (known, true);
        }
        else
        {
            Answers.StartedAt = Time.GetUtcNow();
            if (Step != Step.Idea && HttpMethods.IsGet(Request.Method))
            {
                context.Result = Redirect(Steps.Address(Step.Idea));
                return;
            }
        }

        await next();
    }

    /// <summary>Keeps what was answered and goes on, or shows what is wrong with it.</summary>
    protected async Task<IActionResult> GoOnAsync(Outcome outcome)
    {
        if (GoesBack)
        {
            if (Size(Answers) <= MostKept && (HasDraft || MustWaitToBegin() is null))
            {
                await Drafts.KeepAsync(Answers);
            }

            return Redirect(Steps.Address(IsChange ? Step.Check : Step - 1));
        }

        if (!ModelState.IsValid || !outcome.Succeeded)
        {
            await LoadAsync();
            return Refused(outcome);
        }

        if (!HasDraft && MustWaitToBegin() is { } wait)
        {
            await LoadAsync();
            return TooMany(
                wait,
                Outcome.Refuse(
                    "",
                    "Er komen nu heel veel ideeën van uw aansluiting. Wacht een paar minuten en probeer het dan nog eens."
                )
            );
        }

        await Drafts.KeepAsync(Answers);
        return Redirect(Steps.Address(IsChange ? Step.Check : Step + 1));
    }

    /// <summary>The page again, with how long to wait.</summary>
    protected PageResult TooMany(TimeSpan wait, Outcome outcome)
    {
        var page = Refused(outcome);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        RetryAfter(wait);
        return page;
    }

    protected void RetryAfter(TimeSpan wait) =>
        Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    private TimeSpan? MustWaitToBegin() =>
        HttpContext.RequestServices.GetRequiredService<HandInLimit>().Begun.MustWait(HttpContext);

    /// <summary>What the page shows beside the answers.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>More than any complete idea; nobody fills the disk by going back.</summary>
    private const int MostKept = 60_000;

    private static int Size(Answers answers) =>
        answers.Title.Length
        + answers.What.Length
        + answers.Why.Length
        + answers.PlaceNote.Length
        + answers.GroupName.Length
        + answers.Companions.Length
        + answers.Name.Length
        + answers.Mail.Length
        + answers.Telephone.Length;
}
