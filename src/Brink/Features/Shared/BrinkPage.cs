using System.Globalization;
using System.Security.Cryptography;
using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Cache;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Shared;

/// <summary>What every page has at hand.</summary>
public abstract class BrinkPage : PageModel
{
    private const int MostAttempts = 12;

    /// <summary>In milliseconds.</summary>
    private const int MostWaitPerAttempt = 30;

    private BrinkDb? db;
    private CurrentViewer? current;
    private Texts? texts;
    private Tenant? tenant;
    private TimeProvider? time;

    public BrinkDb Db => db ??= Service<BrinkDb>();
    public Viewer Viewer => (current ??= Service<CurrentViewer>()).Viewer;
    public Texts T => texts ??= Service<Texts>();
    public Tenant Tenant => tenant ??= Service<Tenant>();
    public TimeProvider Time => time ??= Service<TimeProvider>();
    public DateOnly Today => DutchTime.Today(Time);

    /// <summary>See <see cref="FreshSignIn"/>.</summary>
    public bool SignedInJustNow => FreshSignIn.Is(HttpContext, Tenant.Id, Time.GetUtcNow());

    /// <summary>The random key of this form; comes back with the post, so that sending twice makes one thing.</summary>
    [BindProperty(Name = FormKey.Field)]
    public string? Key { get; set; }

    /// <summary>The viewer's act, now, through the web.</summary>
    protected Actor Acts(long? onBehalfOf = null) => (current ??= Service<CurrentViewer>()).Acts(onBehalfOf);

    /// <summary>What many pages share, kept until something changes; whoever may have changed it reads it anew.</summary>
    /// <param name="read">Reads all of it, for the whole municipality.</param>
    protected ValueTask<T> KnownAsync<T>(Func<Task<T>> read)
        where T : class =>
        Service<Known>().OfAsync(Db, Today, Viewer.IsSignedIn || Request.Cookies.ContainsKey(OwnChange.Cookie), read);

    /// <summary>The pages of a list, standing at the one that the address asks for, or the nearest there is.</summary>
    /// <param name="total">How many there are in the list.</param>
    /// <param name="size">How many stand on a page.</param>
    /// <param name="href">The address of a page.</param>
    protected Pagination PagesOf(int total, int size, Func<int, string> href)
    {
        var pages = Math.Max(1, (total + size - 1) / size);
        var asked = int.TryParse(
            Request.Query["pagina"],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : 1;
        return new Pagination(Math.Clamp(asked, 1, pages), pages, href);
    }

    /// <summary>The form again, with what was wrong at each field, status 400 and nothing typed lost.</summary>
    protected PageResult Refused(Outcome outcome)
    {
        foreach (var refusal in outcome.Refusals)
        {
            ModelState.AddModelError(refusal.Field, T[refusal.Message, refusal.Arguments]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>
    /// Does one act of the domain and saves it: loads anew and tries again when somebody else was first, and leads to
    /// the result of the first when the same form comes twice.
    /// </summary>
    /// <param name="act">Loads what it needs from <see cref="Db"/> and acts on it; may be called more than once.</param>
    /// <param name="address">Where to go after it; asked after the act.</param>
    /// <param name="whenRefused">Shows the form again; the standard loads nothing.</param>
    protected async Task<IActionResult> DoAsync(
        Func<Task<Outcome>> act,
        Func<string> address,
        Func<Task>? whenRefused = null
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await act();
            if (!outcome.Succeeded)
            {
                Db.ChangeTracker.Clear();
                if (await ResultOfFirstAsync() is { } result)
                {
                    return LocalRedirect(result);
                }

                if (whenRefused is not null)
                {
                    await whenRefused();
                }

                return Refused(outcome);
            }

            var form = FormKey.Row(Key, address(), Time.GetUtcNow());
            if (form is not null)
            {
                Db.SubmittedForms.Add(form);
            }

            try
            {
                await Db.SaveChangesAsync(HttpContext.RequestAborted);
                OwnChange.Mark(HttpContext);
                return LocalRedirect(address());
            }
            catch (DbUpdateException problem) when (FormKey.WasSentBefore(problem))
            {
                Db.ChangeTracker.Clear();
                return LocalRedirect((await ResultOfFirstAsync())!);
            }
            catch (DbUpdateException problem) when (Conflict.IsErasedPerson(problem))
            {
                Db.ChangeTracker.Clear();
                return await TooLateAsync(whenRefused);
            }
            catch (Exception problem) when (Conflict.Is(problem))
            {
                Db.ChangeTracker.Clear();
                if (attempt == MostAttempts)
                {
                    return await TooBusyAsync(whenRefused);
                }

                // Each waits another moment, or all of them would meet again.
                await Task.Delay(
                    RandomNumberGenerator.GetInt32(attempt * MostWaitPerAttempt),
                    HttpContext.RequestAborted
                );
            }
        }
    }

    /// <summary>So many do something here at once that this one never had its turn.</summary>
    private async Task<IActionResult> TooBusyAsync(Func<Task>? whenRefused)
    {
        if (whenRefused is not null)
        {
            await whenRefused();
        }

        return Refused(Outcome.Refuse("", "Heel veel mensen doen hier nu iets tegelijk. Druk nog eens op de knop."));
    }

    /// <summary>The viewer, or somebody it is about, was erased while this was being done.</summary>
    private async Task<IActionResult> TooLateAsync(Func<Task>? whenRefused)
    {
        if (await Db.People.AnyAsync(p => p.Id == Viewer.PersonId && p.ErasedAt != null))
        {
            await Session.EndAsync(HttpContext);
            return LocalRedirect(AccountLinks.SignedOut);
        }

        if (whenRefused is not null)
        {
            await whenRefused();
        }

        return Refused(
            Outcome.Refuse("", "Iemand om wie dit gaat, heeft zijn gegevens net laten verwijderen. Dit kan niet meer.")
        );
    }

    /// <summary>Where the same form led when it was sent before; a second click must not read 'somebody was first'.</summary>
    private async Task<string?> ResultOfFirstAsync() =>
        FormKey.Row(Key, "", default) is { } form
            ? await Db
                .SubmittedForms.Where(f => f.KeyHash == form.KeyHash)
                .Select(f => f.ResultAddress)
                .FirstOrDefaultAsync()
            : null;

    private TService Service<TService>()
        where TService : notnull => HttpContext.RequestServices.GetRequiredService<TService>();
}
