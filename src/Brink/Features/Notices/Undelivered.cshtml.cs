using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>For the administrator: mails that were tried for days, or whose address was refused.</summary>
[Authorize]
public sealed class UndeliveredModel : BrinkPage
{
    private const int Most = 100;

    public IReadOnlyList<UndeliveredMail> Mails { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Viewer.Is(Role.Administrator))
        {
            return Forbid();
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!Viewer.Is(Role.Administrator))
        {
            return Forbid();
        }

        return await DoAsync(
            async () =>
            {
                var mail = await Db.MailMessages.FirstOrDefaultAsync(m => m.Id == id && m.State == MailState.GaveUp);
                mail?.TryAgain(Time.GetUtcNow());
                return Outcome.Done;
            },
            () => NoticeLinks.Undelivered,
            LoadAsync
        );
    }

    private async Task LoadAsync() =>
        Mails = await Db
            .MailMessages.AsNoTracking()
            // Of newsletters a number stands with each; a list of who they are would be long and of no use.
            .Where(m => m.State == MailState.GaveUp && m.Kind != MailKind.Newsletter)
            .OrderByDescending(m => m.NotBefore)
            .Take(Most)
            .Select(m => new UndeliveredMail(m.Id, m.Person!.Name, m.Kind, m.NotBefore))
            .ToArrayAsync();
}

public sealed record UndeliveredMail(long Id, string Name, MailKind Kind, DateTimeOffset At)
{
    public string What(Platform.Localisation.Texts T) =>
        Kind switch
        {
            MailKind.SignInLink => T["Link om in te loggen"],
            MailKind.Receipt => T["Ontvangstbewijs van een idee"],
            MailKind.Digest => T["Overzicht van wat iemand volgt"],
            MailKind.Reminder => T["Herinnering aan een toezegging"],
            MailKind.Invitation => T["Uitnodiging"],
            MailKind.KeyChanged => T["Bericht over inloggen"],
            MailKind.Safeguard => T["Bericht over een belangrijke verandering"],
            MailKind.ConfirmAddress => T["Link om een nieuw mailadres te bevestigen"],
            MailKind.AddressLeft => T["Bericht over een ander mailadres"],
            MailKind.EraseAnnounced => T["Waarschuwing dat een account weggaat"],
            MailKind.ConfirmFollow => T["Link om iets te volgen"],
            MailKind.ConfirmNewsletter => T["Link om een nieuwsbrief te krijgen"],
            MailKind.Newsletter => T["Nieuwsbrief"],
            MailKind.NewsletterTest => T["Proef van een nieuwsbrief"],
            MailKind.Defect => T["Melding van iets dat kapot is"],
            _ => T["Bericht over een onderwerp"],
        };
}
