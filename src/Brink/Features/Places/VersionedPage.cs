using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Places;

/// <summary>
/// A form that knows which version of the thing it began with: whoever saves over another's change is told so first and
/// loses nothing typed.
/// </summary>
public abstract class VersionedPage : BrinkPage
{
    [BindProperty]
    public uint Version { get; set; }

    public CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>Null when the form began with what stands there now.</summary>
    protected Outcome? Overtaken(uint current)
    {
        if (Version == current)
        {
            return null;
        }

        // A second press means that this is what it must become.
        Version = current;
        ModelState.Remove(nameof(Version));
        return Outcome.Refuse(
            "",
            "Iemand anders heeft dit net gewijzigd. Kijk eerst wat er nu staat. Slaat u nog een keer op, dan geldt wat u hieronder invulde."
        );
    }

    /// <summary>
    /// Does the act. When the form holds what can't be read as what it should be, nothing is saved, and the act only tells
    /// what else is wrong.
    /// </summary>
    protected async Task<IActionResult> SaveAsync(
        Func<Task<Outcome>> act,
        Func<string> address,
        Func<Task>? whenRefused = null
    )
    {
        if (ModelState.IsValid)
        {
            return await DoAsync(act, address, whenRefused);
        }

        var outcome = await act();
        Db.ChangeTracker.Clear();
        if (whenRefused is not null)
        {
            await whenRefused();
        }

        // A field that can't be read is empty to the act, which would say so of it.
        return Refused(Outcome.Of(outcome.Refusals.Where(refusal => !IsUnreadable(refusal.Field))));
    }

    private bool IsUnreadable(string field) =>
        field.Length > 0 && ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0;
}
