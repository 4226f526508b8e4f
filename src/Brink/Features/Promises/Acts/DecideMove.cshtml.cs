using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Promises.Acts;

/// <summary>The other side agrees to another day, or not; who proposed it can take it back.</summary>
public sealed class DecideMoveModel : PromiseActPage
{
    /// <summary>Which proposal the form was about: it may be another by now.</summary>
    [BindProperty]
    public long MoveId { get; set; }

    public async Task<IActionResult> OnGetAsync(long id)
    {
        var answer = await AskAsync(id, PromiseAct.DecideMove, PromiseAct.TakeMoveBack);
        MoveId = Promise?.OpenMove?.Id ?? 0;
        return answer;
    }

    public Task<IActionResult> OnPostAsync(long id) =>
        DecideAsync(id, (promise, side, actor) => promise.AgreeToMove(side, actor));

    public Task<IActionResult> OnPostRefuseAsync(long id) =>
        DecideAsync(id, (promise, side, actor) => promise.RefuseMove(side, actor));

    public Task<IActionResult> OnPostTakeBackAsync(long id) =>
        ActAsync(
            id,
            PromiseAct.TakeMoveBack,
            AsProposed,
            was => was.OpenMove!.Value,
            (promise, side, actor) =>
                IsAboutThis(promise) is { Succeeded: false } refused ? refused : promise.TakeMoveBack(side, actor)
        );

    private Task<IActionResult> DecideAsync(long id, Func<Promise, PromiseSide, Subjects.Actor, Outcome> decide) =>
        ActAsync(
            id,
            PromiseAct.DecideMove,
            AsProposed,
            was => PromiseAccess.Other(was.OpenMove!.Value),
            (promise, side, actor) =>
                IsAboutThis(promise) is { Succeeded: false } refused ? refused : decide(promise, side, actor)
        );

    /// <summary>As it stood when the form was made.</summary>
    private PromiseStanding AsProposed(PromiseStanding was) =>
        was with
        {
            State = PromiseState.Open,
            OpenMove = was.OpenMove ?? Promise.Moves.FirstOrDefault(m => m.Id == MoveId)?.ProposedBy ?? PromiseSide.By,
        };

    private Outcome IsAboutThis(Promise promise) =>
        promise.OpenMove?.Id == MoveId ? Outcome.Done : Outcome.Refuse("", "Over dit voorstel is al besloten.");
}
