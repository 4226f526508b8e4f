using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters.Making;

/// <summary>The receipt of sending, and how many mails left, wait and failed. Never to whom.</summary>
public sealed class SendingModel : NewsletterPage
{
    [BindProperty(SupportsGet = true, Name = "verstuurd")]
    public string? JustSent { get; set; }

    public string Title { get; private set; } = "";

    /// <summary>Its page.</summary>
    public string Shown { get; private set; } = "";
    public SendingProgress Progress { get; private set; } = null!;

    public Receipt Receipt =>
        new(
            T["De nieuwsbrief is verstuurd"],
            null,
            Title,
            [
                T["De mails gaan nu een voor een weg. Bij veel ontvangers duurt dat een paar uur."],
                T["Op deze pagina ziet u hoe ver het is."],
                T["Iedereen leest de nieuwsbrief nu ook op Brink."],
            ]
        );

    protected override bool IsForDrafts => false;

    public async Task OnGetAsync()
    {
        var head = await Db.Subjects.Where(s => s.Id == Id).Select(s => new { s.Title, s.Slug }).SingleAsync(Aborted);
        (Title, Shown) = (head.Title, NewsletterLinks.Show(Id, head.Slug));
        Progress = await Db.ProgressAsync(Id, Aborted);
    }
}
