using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>
/// Chooses how soon one hears of a subject: at once for whoever is signed in, else after pressing a link in a mail.
/// Says the same whether the address is known or not.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(SignInRate.Policy)]
public sealed class FollowModel(FollowLimit limit) : BrinkPage
{
    [BindProperty]
    public string Mail { get; set; } = "";

    [BindProperty]
    public Frequency Frequency { get; set; } = Frequency.AtOnce;

    [BindProperty(SupportsGet = true, Name = "klaar")]
    public bool IsDone { get; set; }
    public string Title { get; private set; } = "";
    public string Back { get; private set; } = "/";

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var chosen = await Db
            .Follows.Where(f => f.PersonId == Viewer.PersonId && f.SubjectId == id)
            .Select(f => (Frequency?)f.Frequency)
            .FirstOrDefaultAsync();
        Frequency = chosen ?? Frequency.AtOnce;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        return await DoAsync(
            async () =>
            {
                if (Viewer.PersonId is not { } me)
                {
                    return await AskToConfirmAsync(id);
                }

                await Following.ChooseAsync(Db, me, id, Frequency, Time.GetUtcNow(), HttpContext.RequestAborted);
                return Outcome.Done;
            },
            () => NoticeLinks.Follow(id) + "?klaar=true",
            () => LoadAsync(id)
        );
    }

    private async Task<Outcome> AskToConfirmAsync(long id) =>
        (
            await MailToConfirm.OrderAsync(
                Db,
                limit,
                HttpContext,
                Mail,
                Acts(),
                person => MailMessage.ConfirmFollow(person, id, Time.GetUtcNow())
            )
        ).Outcome;

    private async Task<bool> LoadAsync(long id)
    {
        var subject = await Db
            .Subjects.AsNoTracking()
            .Where(s => s.Id == id && s.Visibility == Visibility.Public)
            .Select(s => new
            {
                s.Title,
                s.Kind,
                s.Slug,
            })
            .FirstOrDefaultAsync();
        (Title, Back) = subject is null ? ("", "/") : (subject.Title, SubjectLinks.Of(subject.Kind, id, subject.Slug));
        return subject is not null;
    }
}

/// <summary>The choices, as every form that asks for them shows them.</summary>
public static class FrequencyChoices
{
    public static IReadOnlyList<Choice> Frequencies(this Platform.Localisation.Texts T) =>
        [
            new(nameof(Frequency.AtOnce), T["Meteen"], T["U krijgt een mail zodra er iets gebeurt."]),
            new(
                nameof(Frequency.Daily),
                T["Eén keer per dag"],
                T["U krijgt ’s ochtends één mail, alleen als er iets gebeurde."]
            ),
            new(
                nameof(Frequency.Weekly),
                T["Eén keer per week"],
                T["U krijgt op maandagochtend één mail, alleen als er iets gebeurde."]
            ),
            new(nameof(Frequency.None), T["Niet"], T["U krijgt geen mail."]),
        ];

    /// <summary>In the middle of a sentence: 'één keer per dag'.</summary>
    public static string HowOften(this Platform.Localisation.Texts T, Frequency frequency) =>
        frequency switch
        {
            Frequency.Daily => T["één keer per dag"],
            Frequency.Weekly => T["één keer per week"],
            Frequency.None => T["niet"],
            _ => T["meteen"],
        };
}
