using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Experts;

/// <summary>One question and its answer, for the two whom it concerns.</summary>
[Authorize]
public sealed class QuestionModel : BrinkPage
{
    [BindProperty]
    public string? Answer { get; set; }

    public ExpertQuestion Question { get; private set; } = null!;
    public ExpertView Expert { get; private set; } = null!;
    public bool MayAnswer { get; private set; }

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await StopAsync(id) is { } stop)
        {
            return stop;
        }

        if (Request.Query.ContainsKey("verstuurd"))
        {
            ViewData[LayoutData.Done] = T["Uw vraag is verstuurd. Het antwoord krijgt u per mail."];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (await StopAsync(id) is { } stop)
        {
            return stop;
        }

        if (!MayAnswer)
        {
            return Forbid();
        }

        return await DoAsync(
            async () =>
            {
                var text = TextRules.Paragraphs(Answer, ExpertQuestion.LongestAnswer);
                if (text.Problem is { } problem)
                {
                    return Outcome.Of([new Refusal(nameof(Answer), problem, text.Arguments)]);
                }

                var question = await Db
                    .ExpertQuestions.Include(q => q.Expert!.Subject)
                    .SingleAsync(q => q.Id == id, Aborted);
                return question.Reply(Db, question.Expert!.Subject, text.Text, Acts(Expert.OnBehalfOfId));
            },
            () => ExchangeLinks.Question(id),
            () => StopAsync(id)
        );
    }

    private async Task<IActionResult?> StopAsync(long id)
    {
        Response.Headers.CacheControl = "no-store";
        var found = await Db.ExpertQuestions.AsNoTracking().FirstOrDefaultAsync(q => q.Id == id, Aborted);
        if (found is null || await Db.ExpertAsync(found.ExpertId, Aborted) is not { } expert)
        {
            return NotFound();
        }

        (Question, Expert) = (found, expert);
        MayAnswer = Viewer.May(ExpertAct.Keep, expert.Standing);
        return
            found.State is QuestionState.Waiting or QuestionState.Answered
            && Viewer.MayReadQuestion(expert.Standing, found.PersonId)
            ? null
            : Forbid();
    }
}
