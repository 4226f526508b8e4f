using Brink.Features.Journal;
using Brink.Features.Shared;
using Brink.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises.Calendar;

/// <summary>One's own calendar address: made, made anew when others got to know it, or taken back.</summary>
[Authorize]
public sealed class CalendarSettingsModel : BrinkPage
{
    private const int Attempts = 4;

    /// <summary>When the address that works now was made; null when there is none.</summary>
    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>Shown once, right after it was made.</summary>
    public string? Address { get; private set; }

    [BindProperty(SupportsGet = true, Name = "weg")]
    public string? Removed { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation) => MadeAt = (await OwnAsync(cancellation))?.MadeAt;

    /// <summary>Two presses at once give two addresses, of which the last works.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var key = await OwnAsync(cancellation);
            if (key is null)
            {
                key = CalendarKey.Of(Viewer.PersonId!.Value);
                Db.CalendarKeys.Add(key);
            }

            var secret = key.Renew(Time.GetUtcNow());
            Db.Journal.Add(JournalEntry.General(PromiseVerbs.CalendarOpened, Acts()));
            try
            {
                await Db.SaveChangesAsync(cancellation);
                MadeAt = key.MadeAt;
                Address = Request.Absolute(PromiseLinks.Calendar(secret));
                // Neither a cache nor the way back may show it once more.
                Response.Headers.CacheControl = "no-store";
                return Page();
            }
            catch (Exception problem) when (attempt < Attempts && Conflict.Is(problem))
            {
                Db.ChangeTracker.Clear();
            }
        }
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation) =>
        await DoAsync(
            async () =>
            {
                if (await OwnAsync(cancellation) is { } key)
                {
                    Db.CalendarKeys.Remove(key);
                    Db.Journal.Add(JournalEntry.General(PromiseVerbs.CalendarClosed, Acts()));
                }

                return Platform.Outcome.Done;
            },
            () => PromiseLinks.CalendarSettings + "?weg=ja"
        );

    private Task<CalendarKey?> OwnAsync(CancellationToken cancellation) =>
        Db.CalendarKeys.FirstOrDefaultAsync(k => k.PersonId == Viewer.PersonId, cancellation);
}
