using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters.Making;

/// <summary>What goes out and to how many; what was seen here is what is sent.</summary>
public sealed class SendModel : NewsletterPage
{
    /// <summary>What the sender saw.</summary>
    [BindProperty]
    public string? Read { get; set; }

    public NewsletterContent Told { get; private set; } = null!;
    public IReadOnlyList<string> Places { get; private set; } = [];
    public int Receivers { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var newsletter = await LoadAsync();
                var content = await NewsletterContent.LoadAsync(Db, T, newsletter, Aborted);
                return newsletter.Send(content, Read, ActsInOffice());
            },
            () => NewsletterLinks.Sending(Id) + "?verstuurd=ja",
            ReadAsync
        );

    private async Task ReadAsync()
    {
        var newsletter = await ReadNewsletterAsync();
        Told = await NewsletterContent.LoadAsync(Db, T, newsletter, Aborted);
        Places = await Issue.NamesAsync(this, newsletter, Aborted);
        Receivers = await Db
            .NewsletterSubscriptions.Wanting(NewsletterQueries.PlacesOf(newsletter))
            .CountAsync(Aborted);
    }
}
