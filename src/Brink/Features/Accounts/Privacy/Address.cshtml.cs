using Brink.Features.Notices;
using Brink.Platform;
using Brink.Platform.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts.Privacy;

/// <summary>
/// Asks for another mail address. It counts only when the link in the mail to it is pressed; whether the address is of
/// somebody else is said to nobody before that.
/// </summary>
public class AddressModel : OwnDataPage
{
    private const int MostPerHour = 5;

    [BindProperty]
    public string? Mail { get; set; }

    [BindProperty(SupportsGet = true, Name = "verstuurd")]
    public string? Sent { get; set; }

    public string Current { get; private set; } = "";
    public string NewAddress { get; private set; } = "";

    protected override bool AsksFreshSignIn => true;

    public Task OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(AskAsync, () => AccountLinks.OwnAddress + "?verstuurd=ja", ShowAsync);

    private async Task<Outcome> AskAsync()
    {
        var mail = (Mail ?? "").Trim();
        if (!TypedMailAddress.IsOne(mail))
        {
            return Outcome.Refuse(nameof(Mail), "Vul een mailadres in. Een goed voorbeeld: naam@voorbeeld.nl.");
        }

        var me = await MeAsync();
        var now = Time.GetUtcNow();
        var hourAgo = now.AddHours(-1);
        if (
            await Db.MailMessages.CountAsync(m =>
                m.PersonId == me.Id && m.Kind == MailKind.ConfirmAddress && m.NotBefore > hourAgo
            ) >= MostPerHour
        )
        {
            return Outcome.Refuse(nameof(Mail), "U vroeg dit al een paar keer. Probeer het over een uur nog eens.");
        }

        var outcome = me.AskForAddress(mail);
        if (outcome.Succeeded)
        {
            var message = MailMessage.ConfirmAddress(me.Id, mail, now);
            if (await Db.MailMessages.FirstOrDefaultAsync(m => m.Key == message.Key) is { } earlier)
            {
                // Within the same minute: the address typed last is the one that is meant.
                Db.MailMessages.Remove(earlier);
            }

            Db.MailMessages.Add(message);
            // The link to an address typed before must not confirm this one.
            Db.AccessLinks.RemoveRange(
                await Db
                    .AccessLinks.Where(l => l.PersonId == me.Id && l.Purpose == LinkPurpose.ConfirmAddress)
                    .ToArrayAsync()
            );
            Note(AccountVerbs.AddressAsked);
        }

        return outcome;
    }

    private async Task ShowAsync()
    {
        var me = await Db.People.AsNoTracking().FirstAsync(p => p.Id == Viewer.PersonId);
        (Current, NewAddress) = (me.Email ?? "", me.NewEmail ?? "");
    }
}
