using Brink.Features.Notices;
using Brink.Features.Notices.Mails;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters.Making;

/// <summary>The words of the mail as its readers get them, and a trial of it to oneself.</summary>
public sealed class AsMailModel(SiteAddress address) : NewsletterPage
{
    [BindProperty(SupportsGet = true, Name = "verstuurd")]
    public string? Sent { get; set; }

    public string Name { get; private set; } = "";
    public Letter Letter { get; private set; } = null!;

    public Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var me = await Db.People.SingleAsync(p => p.Id == Viewer.PersonId, Aborted);
                if (me.Email is null)
                {
                    return Outcome.Refuse("", "U hebt nog geen mailadres. Vul dat eerst in bij uw gegevens.");
                }

                var mail = NewsletterMailing.Trial(me.Id, Id, Time.GetUtcNow());
                if (!await Db.MailMessages.AnyAsync(m => m.Key == mail.Key, Aborted))
                {
                    Db.MailMessages.Add(mail);
                }

                return Outcome.Done;
            },
            () => NewsletterLinks.AsMail(Id) + "?verstuurd=ja",
            ReadAsync
        );

    private async Task ReadAsync()
    {
        var newsletter = await ReadNewsletterAsync();
        Name = newsletter.Subject.Title;
        var me = await Db.People.AsNoTracking().SingleAsync(p => p.Id == Viewer.PersonId, Aborted);
        var desk = new MailDesk(
            Db,
            T,
            Tenant.Info,
            NewsletterMailing.Trial(me.Id, Id, Time.GetUtcNow()),
            me,
            address.Of(Tenant.Info),
            Time.GetUtcNow(),
            Today,
            default
        );
        var content = await NewsletterContent.LoadAsync(Db, T, newsletter, Aborted);
        Letter = await NewsletterMails.DraftAsync(desk, newsletter, content, content.Title, Aborted);
    }
}
