using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Opening;

/// <summary>One question of opening a dossier. What is answered is kept at every step, so back and forth lose nothing.</summary>
[Authorize]
public abstract class OpeningPage : BrinkPage
{
    public abstract OpeningStep Step { get; }

    public OpeningAnswers Answers { get; private set; } = new();

    /// <summary>Something was answered before, now or on another day.</summary>
    public bool HasDraft { get; private set; }

    /// <summary>'controle' when somebody came from the check to change one answer.</summary>
    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? ComesFrom { get; set; }

    /// <summary>'vorige' when the button for the previous question was pressed.</summary>
    [BindProperty(Name = "naar")]
    public string? Towards { get; set; }

    public bool IsChange => ComesFrom == "controle";

    public bool GoesBack => Towards == "vorige";

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        Response.Headers.CacheControl = "no-store";
        if (!Viewer.MayOpenDossiers())
        {
            context.Result = Forbid();
            return;
        }

        var draft = await DraftAsync(tracked: false);
        (HasDraft, Answers) = (draft is not null, draft?.Read() ?? new());
        if (!HasDraft && Step != OpeningStep.What && HttpMethods.IsGet(Request.Method))
        {
            context.Result = Redirect(OpeningSteps.Address(OpeningStep.What));
            return;
        }

        await next();
    }

    /// <summary>Keeps what was answered and goes on, or shows what is wrong with it.</summary>
    protected async Task<IActionResult> GoOnAsync(Outcome outcome)
    {
        if (!GoesBack && (!ModelState.IsValid || !outcome.Succeeded))
        {
            await LoadAsync();
            return Refused(outcome);
        }

        await KeepAsync();
        return Redirect(
            OpeningSteps.Address(
                IsChange ? OpeningStep.Check
                : GoesBack ? Step - 1
                : Step + 1
            )
        );
    }

    /// <summary>What the page shows beside the answers.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    protected Task<DossierDraft?> DraftAsync(bool tracked)
    {
        var me = Viewer.PersonId;
        return (tracked ? Db.DossierDrafts : Db.DossierDrafts.AsNoTracking()).FirstOrDefaultAsync(
            d => d.PersonId == me,
            Aborted
        );
    }

    private async Task KeepAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var draft = await DraftAsync(tracked: true);
            if (draft is null)
            {
                draft = new DossierDraft { PersonId = Viewer.PersonId!.Value };
                Db.Add(draft);
            }

            draft.Write(Answers, Time.GetUtcNow());
            try
            {
                await Db.SaveChangesAsync(Aborted);
                return;
            }
            catch (Exception problem) when (Conflict.Is(problem) && attempt == 1)
            {
                // Begun or published from another window at this moment.
                Db.ChangeTracker.Clear();
            }
        }
    }
}
