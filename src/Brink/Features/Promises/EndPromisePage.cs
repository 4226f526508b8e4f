using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>A page on which a promise ends.</summary>
public abstract class EndPromisePage : BrinkPage
{
    private const int LongestText = 2000;

    public string What { get; private set; } = "";

    public long Id { get; private set; }

    protected abstract PromiseAct Act { get; }

    protected async Task<IActionResult> AskAsync(long id)
    {
        var promise = await LoadAsync(id);
        if (promise is null)
        {
            return NotFound();
        }

        return Viewer.May(Act, PromiseStanding.Of(promise)) ? Page() : Forbid();
    }

    protected async Task<IActionResult> EndAsync(long id, string text, string field, Func<Promise, Outcome> end)
    {
        var promise = await LoadAsync(id);
        if (promise is null)
        {
            return NotFound();
        }

        // Somebody who was a moment too late reads that it has ended, not that it is forbidden.
        if (!Viewer.May(Act, PromiseStanding.Of(promise) with { State = PromiseState.Open }))
        {
            return Forbid();
        }

        Db.ChangeTracker.Clear();
        return await DoAsync(
            async () =>
            {
                if (
                    new System.Globalization.StringInfo(text).LengthInTextElements > LongestText
                    || text.Length > LongestText
                )
                {
                    return Outcome.Refuse(field, "Dit is te lang. Gebruik hoogstens {0} tekens.", LongestText);
                }

                return end((await LoadAsync(id))!);
            },
            () => PromiseLinks.Show(id),
            () => LoadAsync(id)
        );
    }

    private async Task<Promise?> LoadAsync(long id)
    {
        var promise = await Db.Promises.Public().Include(p => p.Subject!.Villages).FirstOrDefaultAsync(p => p.Id == id);
        Id = id;
        What = promise is null ? "" : T.What(promise.Kind, promise.What, promise.Subject!.Title);
        return promise;
    }
}
