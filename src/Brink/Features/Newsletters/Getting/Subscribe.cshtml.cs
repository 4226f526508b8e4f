using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters.Getting;

/// <summary>
/// Asks for newsletters: at once for whoever is signed in, else after pressing a link in a mail. Says the same whether the
/// address is known or not.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(SignInRate.Policy)]
public sealed class SubscribeModel(FollowLimit limit) : WishesPage
{
    [BindProperty]
    public string? Mail { get; set; }

    [BindProperty(SupportsGet = true, Name = "klaar")]
    public bool IsDone { get; set; }

    /// <summary>The viewer's own; null for who has none or is not signed in.</summary>
    public NewsletterSubscription? Own { get; private set; }

    public async Task OnGetAsync()
    {
        await ReadAsync();
        Show(Own?.Chosen ?? Wishes.None);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await ReadAsync();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return await DoAsync(
            async () =>
            {
                var wishes = await WishesAsync();
                var check = wishes.IsEmpty
                    ? Outcome.Refuse(nameof(Chosen), "Kies minstens één nieuwsbrief.")
                    : Outcome.Done;
                return Viewer.PersonId is { } me
                    ? check.Succeeded
                        ? await ChooseAsync(me, wishes)
                        : check
                    : await AskAsync(wishes, check);
            },
            Done,
            ReadAsync
        );
    }

    public Task<IActionResult> OnPostEveryoneAsync() =>
        ForOneselfAsync(async me =>
        {
            var own = (await Subscribing.FindAsync(Db, me, Aborted))?.Chosen ?? Wishes.None;
            return await ChooseAsync(me, own with { Everyone = true });
        });

    public Task<IActionResult> OnPostStopAsync() =>
        ForOneselfAsync(async me =>
        {
            await Subscribing.StopAsync(Db, me, Time.GetUtcNow(), Aborted);
            return Outcome.Done;
        });

    private async Task<IActionResult> ForOneselfAsync(Func<long, Task<Outcome>> act) =>
        Viewer.PersonId is { } me ? await DoAsync(() => act(me), Done, ReadAsync) : Challenge();

    private static string Done() => NewsletterLinks.Subscribe + "?klaar=true";

    private async Task<Outcome> ChooseAsync(long me, Wishes wishes) =>
        await Db.People.AnyAsync(p => p.Id == me && p.Email != null, Aborted)
            ? await Subscribing.ChooseAsync(Db, me, wishes, Time.GetUtcNow(), Aborted)
            : Outcome.Refuse("", "U hebt nog geen mailadres. Vul dat eerst in bij uw gegevens.");

    /// <summary>Whatever is known of the address, nothing of it shows.</summary>
    private async Task<Outcome> AskAsync(Wishes wishes, Outcome check)
    {
        if (!check.Succeeded)
        {
            return Outcome.Of([
                .. Platform.Mail.TypedMailAddress.IsOne(Mail ?? "")
                    ? Array.Empty<Refusal>()
                    : [new Refusal(nameof(Mail), "Vul uw mailadres in, zoals naam@voorbeeld.nl.")],
                .. check.Refusals,
            ]);
        }

        var now = Time.GetUtcNow();
        var (outcome, person) = await MailToConfirm.OrderAsync(
            Db,
            limit,
            HttpContext,
            Mail ?? "",
            Acts(),
            id => NewsletterMailing.Confirmation(id, now)
        );
        if (outcome.Succeeded && person is not null)
        {
            await Subscribing.AskAsync(Db, person, wishes, now, Aborted);
        }

        return outcome;
    }

    private async Task ReadAsync()
    {
        Response.Headers.CacheControl = "no-store";
        await ReadPlacesAsync();
        Own = Viewer.PersonId is { } me
            ? await Db
                .NewsletterSubscriptions.AsNoTracking()
                .Include(s => s.Wishes)
                .AsSingleQuery()
                .FirstOrDefaultAsync(s => s.PersonId == me, Aborted)
            : null;
    }
}
