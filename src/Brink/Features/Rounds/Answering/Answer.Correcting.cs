using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Answering;

/// <summary>An answer that was given is corrected with a reason, after a colleague read it (C6).</summary>
public sealed partial class AnswerModel
{
    [BindProperty]
    public string Reason { get; set; } = "";

    /// <summary>The correction that the form showed.</summary>
    [BindProperty]
    public long CorrectionId { get; set; }

    public bool MayCorrect => Works && Answer.State == AnswerState.Published && Answer.Waiting is null;

    /// <summary>A colleague's correction was first: what was typed is shown to copy.</summary>
    public bool KeepsTyped =>
        HttpMethods.IsPost(Request.Method) && Answer.Waiting is not null && !string.IsNullOrWhiteSpace(Reason);

    /// <summary>What was corrected, the newest first.</summary>
    public IReadOnlyList<AnswerCorrection> Corrected =>
        [.. Answer.Corrections.Where(c => c.GivenAt is not null).OrderByDescending(c => c.Number)];

    public async Task<IActionResult> OnPostCorrectAsync()
    {
        if (!Works)
        {
            return Forbid();
        }

        var typed = Outcome.Of([
            .. Typed.Fits(nameof(Because), Because, RoundAnswer.LongestBecause, RoundAnswer.LongestBecause * 3),
            .. Typed.Fits(nameof(Reason), Reason, RoundAnswer.LongestReason, RoundAnswer.LongestReason * 3),
        ]);
        if (!typed.Succeeded)
        {
            await ReadAsync();
            return Refused(typed);
        }

        return await DoAsync(
            async () =>
            {
                var answer = await LoadCorrectedAsync();
                if (Read != RoundAnswer.VersionOf(answer))
                {
                    return Outcome.Refuse(
                        "",
                        "Een collega schreef dit antwoord intussen. Lees dat eerst; uw tekst staat nog in het veld."
                    );
                }

                Noted(AnswerVerbs.CorrectionOffered);
                return answer.Correct(Verdict, TextRules.Clean(Because), TextRules.Clean(Reason), Acts());
            },
            Saving,
            ReadAsync
        );
    }

    public Task<IActionResult> OnPostGiveCorrectionAsync() =>
        DoAsync(
            async () =>
            {
                Noted(AnswerVerbs.Corrected);
                return (await LoadCorrectedAsync()).GiveCorrection(CorrectionId, Acts());
            },
            Saving,
            ShowSavedAsync
        );

    public Task<IActionResult> OnPostDropCorrectionAsync() =>
        DoAsync(
            async () =>
            {
                Noted(AnswerVerbs.CorrectionDropped);
                return (await LoadCorrectedAsync()).DropCorrection(CorrectionId);
            },
            Saving,
            ShowSavedAsync
        );

    private Task<RoundAnswer> LoadCorrectedAsync() =>
        Db.RoundAnswers.Include(a => a.Corrections).SingleAsync(a => a.Id == AnswerId, Aborted);
}
