using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Acts;

/// <summary>The liaison gives another day for the answer than was said, with the reason (S2).</summary>
public class MoveAnswerModel() : SignalActPage(SignalAct.MoveAnswer)
{
    [BindProperty]
    public DateOnly? AnswerBy { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The day that was given; null when the municipality owes no answer.</summary>
    public DateOnly? Now { get; private set; }

    public override Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var check = Outcome.Of(
                    Typed.Fits(nameof(Reason), Reason, Promise.LongestText, Promise.LongestText * 4)
                );
                if (!check.Succeeded)
                {
                    return check;
                }

                var signal = await LoadAsync();
                await Db.Entry(signal.Subject)
                    .Collection(s => s.Promises)
                    .Query()
                    .Include(p => p.Moves)
                    .LoadAsync(Aborted);
                return signal.MoveAnswer(AnswerBy, Reason ?? "", ActsAsOfficial());
            },
            () => Address,
            ReadAsync
        );

    protected override async Task ReadAsync()
    {
        await base.ReadAsync();
        Now = await Db
            .Promises.Where(p => p.SubjectId == Head.Id)
            .Where(p => p.Kind == PromiseKind.Answer && p.State == PromiseState.Open)
            .OrderBy(p => p.Due)
            .Select(p => (DateOnly?)p.Due)
            .FirstOrDefaultAsync(Aborted);
    }
}
