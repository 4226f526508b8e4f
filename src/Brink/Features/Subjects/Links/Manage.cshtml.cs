using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Subjects.Links;

/// <summary>Relates a subject to another, found by words or by its address, and takes relations away again (I11).</summary>
[Authorize]
public class ManageModel : BrinkPage
{
    /// <summary>Words, or a pasted address.</summary>
    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Sought { get; set; }

    [BindProperty]
    public long? To { get; set; }

    /// <summary>One of <see cref="LinkWords.Relations"/>.</summary>
    [BindProperty]
    public string? Way { get; set; }

    /// <summary>The relation that is taken away; null when one is made.</summary>
    [BindProperty]
    public long? Remove { get; set; }

    public long Id { get; private set; }
    public string Title { get; private set; } = "";
    public string Address { get; private set; } = "";
    public IReadOnlyList<LinkRow> Rows { get; private set; } = [];
    public IReadOnlyList<LinkTarget> Found { get; private set; } = [];
    public bool HasSought => !string.IsNullOrWhiteSpace(Sought);
    public bool WasSaved => Request.Query["bewaard"] == "ja";

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(long id) => await FindAsync(id) ?? await ShowAsync();

    public async Task<IActionResult> OnPostAsync(long id) =>
        await FindAsync(id)
        ?? await DoAsync(Remove is null ? AddAsync : RemoveAsync, () => LinkList.Manage(Id) + "?bewaard=ja", ReadAsync);

    /// <returns>Null when the viewer may relate this subject.</returns>
    private async Task<IActionResult?> FindAsync(long id)
    {
        var subject = await Db
            .Subjects.AsNoTracking()
            .Where(s => s.Id == id)
            .Select(s => new
            {
                s.Kind,
                s.Title,
                s.Slug,
                s.Visibility,
            })
            .FirstOrDefaultAsync(Aborted);
        // Who may not see it learns nothing of it.
        if (subject is not { Visibility: Visibility.Public })
        {
            return NotFound();
        }

        if (!await Db.MayLinkAsync(Viewer, id, Aborted))
        {
            return Forbid();
        }

        (Id, Title, Address) = (id, subject.Title, SubjectLinks.Of(subject.Kind, id, subject.Slug));
        return null;
    }

    private async Task<IActionResult> ShowAsync()
    {
        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync()
    {
        Rows = await LinkList.RowsAsync(Db, Id, Aborted);
        Found = HasSought
            ? [.. (await LinkFinder.FindAsync(Db, Sought!, Aborted)).Where(target => target.Id != Id)]
            : [];
    }

    private async Task<Outcome> AddAsync()
    {
        var way = LinkWords.Read(Way);
        var check = Outcome.Of([
            .. (To is null ? Outcome.Refuse(nameof(To), "Kies waarmee u dit verbindt.") : Outcome.Done).Refusals,
            .. (way is null ? Outcome.Refuse(nameof(Way), "Kies hoe ze bij elkaar horen.") : Outcome.Done).Refusals,
        ]);
        if (!check.Succeeded)
        {
            return check;
        }

        var subjects = await Db
            .Subjects.Where(s => s.Id == Id || (s.Id == To && s.Visibility == Visibility.Public))
            .ToDictionaryAsync(s => s.Id, Aborted);
        if (!subjects.TryGetValue(Id, out var own) || !subjects.TryGetValue(To!.Value, out var other))
        {
            return Outcome.Refuse(nameof(To), "Deze pagina is er niet meer.");
        }

        var already = await Db
            .Relations.Where(r => r.FromId == Id || r.ToId == Id)
            .Take(LinkList.Most + 1)
            .ToArrayAsync(Aborted);
        if (already.Length >= LinkList.Most)
        {
            return Outcome.Refuse("", "Deze pagina heeft al {0} verbindingen. Haal er eerst een weg.", LinkList.Most);
        }

        var (kind, isFrom) = way!.Value;
        var outcome = Relation.Between(
            isFrom ? own : other,
            isFrom ? other : own,
            kind,
            already,
            Acts(),
            out var relation
        );
        if (relation is not null)
        {
            Db.Relations.Add(relation);
        }

        return outcome;
    }

    private async Task<Outcome> RemoveAsync()
    {
        var relation = await Db
            .Relations.Include(r => r.From)
            .Include(r => r.To)
            .FirstOrDefaultAsync(r => r.Id == Remove && (r.FromId == Id || r.ToId == Id), Aborted);
        if (relation is null)
        {
            return Outcome.Refuse("", "Deze verbinding is al weggehaald.");
        }

        relation.End(Acts());
        Db.Relations.Remove(relation);
        return Outcome.Done;
    }
}
