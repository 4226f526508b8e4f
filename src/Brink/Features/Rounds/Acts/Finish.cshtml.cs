using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Acts;

/// <summary>Everybody has an answer: the round ends for good, and the promise is kept (C6).</summary>
[Authorize]
public sealed class FinishModel() : RoundPage(RoundAct.Work)
{
    public int Unanswered { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () => (await LoadRoundAsync()).Finish(await WaitingAsync(), Acts()),
            () => RoundLinks.Report(Head.Id, Round.Id),
            ReadAsync
        );

    protected override async Task ReadAsync()
    {
        await FindAsync();
        Unanswered = await WaitingAsync();
    }

    private Task<int> WaitingAsync() =>
        Db.Reactions.CountAsync(r => r.RoundId == Round.Id && r.State == ReactionState.Standing, Aborted);
}
