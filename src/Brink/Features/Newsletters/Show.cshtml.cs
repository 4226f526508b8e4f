using Brink.Features.Shared;
using Brink.Platform.Cache;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>One newsletter as a page; a draft for who makes it.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class ShowModel : BrinkPage
{
    public Newsletter Newsletter { get; private set; } = null!;
    public NewsletterContent Told { get; private set; } = null!;
    public IReadOnlyList<string> Places { get; private set; } = [];
    public bool IsDraft => Newsletter.State == NewsletterState.Draft;

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (
            NumberedSlug.Read(address) is not (var id, var slug)
            || await Issue.ReadAsync(this, id, cancellation) is not { } issue
        )
        {
            return NotFound();
        }

        if (slug != issue.Newsletter.Subject.Slug)
        {
            return RedirectPermanent(NewsletterLinks.Show(id, issue.Newsletter.Subject.Slug));
        }

        (Newsletter, Told, Places) = (issue.Newsletter, issue.Content, issue.Places);
        return Page();
    }
}

/// <summary>A newsletter to read, on the screen or on paper.</summary>
public sealed record Issue(Newsletter Newsletter, NewsletterContent Content, IReadOnlyList<string> Places)
{
    /// <summary>Null when there is none that the viewer may see.</summary>
    public static async Task<Issue?> ReadAsync(BrinkPage page, long id, CancellationToken cancellation)
    {
        var (db, T) = (page.Db, page.T);
        if (
            await db.NewsletterStandingAsync(id, cancellation) is not { } standing
            || !page.Viewer.May(NewsletterAct.See, standing)
        )
        {
            return null;
        }

        var newsletter = await db
            .Newsletters.AsNoTrackingWithIdentityResolution()
            .Whole()
            .SingleAsync(n => n.Id == id, cancellation);
        return new(
            newsletter,
            await NewsletterContent.LoadAsync(db, T, newsletter, cancellation),
            await NamesAsync(page, newsletter, cancellation)
        );
    }

    /// <summary>Of the villages and themes it is for.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(
        BrinkPage page,
        Newsletter newsletter,
        CancellationToken cancellation
    )
    {
        var places = NewsletterQueries.PlacesOf(newsletter);
        return await page
            .Db.Subjects.Where(s => places.Contains(s.Id))
            .OrderBy(s => s.Title)
            .Select(s => s.Title)
            .ToArrayAsync(cancellation);
    }
}
