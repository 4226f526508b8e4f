using Brink.Features.Subjects.Links;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Agenda;

/// <summary>A point of one's own, or something in Brink found by words or by its address.</summary>
public sealed class NewModel : AgendaPage
{
    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Sought { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    public IReadOnlyList<LinkTarget> Found { get; private set; } = [];
    public bool HasSought => !string.IsNullOrWhiteSpace(Sought);

    public Task OnGetAsync() => FindAsync();

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            () => Db.PutOwnAsync(OrganisationId, Title, Remark, ActsForBoard(), Aborted),
            () => AgendaLinks.Saved(OrganisationId),
            FindAsync
        );

    private async Task FindAsync() => Found = HasSought ? await LinkFinder.FindAsync(Db, Sought!, Aborted) : [];
}
