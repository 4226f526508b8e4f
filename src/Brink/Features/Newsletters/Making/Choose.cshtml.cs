using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters.Making;

/// <param name="Facts">What happened to it, in sentences.</param>
/// <param name="Last">When the last of it did.</param>
public sealed record ChoiceRow(
    long SubjectId,
    NewsGroup Group,
    string Title,
    string Href,
    string Facts,
    DateTimeOffset Last,
    bool IsChosen
);

/// <summary>Ticking what happened; a page at a time, and what was ticked on another page stays.</summary>
public sealed class ChooseModel : NewsletterPage
{
    private const int PageSize = 25;
    private const int MostSentences = 3;

    /// <summary>Those with a tick.</summary>
    [BindProperty]
    public List<long> Chosen { get; set; } = [];

    /// <summary>Those that had one when the page was made: only these can be taken out, and not what a colleague just added.</summary>
    [BindProperty]
    public List<long> Was { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "soort")]
    public NewsGroup? Group { get; set; }

    [BindProperty(SupportsGet = true, Name = "bewaard")]
    public string? Saved { get; set; }

    public string Name { get; private set; } = "";
    public DateTimeOffset Since { get; private set; }
    public IReadOnlyList<string> Places { get; private set; } = [];
    public IReadOnlyList<ChoiceRow> Rows { get; private set; } = [];
    public IReadOnlyList<FilterLink> Filters { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;
    public int ChosenInAll { get; private set; }

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await ReadAsync();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return await DoAsync(
            ChangeAsync,
            () => Address(Pages(), saved: true),
            async () =>
            {
                await ReadAsync();
                // As it was ticked.
                Rows = [.. Rows.Select(row => row with { IsChosen = Chosen.Contains(row.SubjectId) })];
            }
        );
    }

    private async Task<Outcome> ChangeAsync()
    {
        var newsletter = await LoadAsync();
        var actor = ActsInOffice();
        var removed = newsletter
            .Items.Where(item => item.SubjectId is { } id && Was.Contains(id) && !Chosen.Contains(id))
            .Select(item => item.Id)
            .ToArray();
        if (removed.Length > 0 && newsletter.Remove(removed, actor) is { Succeeded: false } refused)
        {
            return refused;
        }

        var added = Chosen.Except(Was).ToArray();
        // What became unseen meanwhile, or was never offered, falls out here.
        var found = await WhatHappened.AmongAsync(
            Db,
            newsletter.Since,
            NewsletterQueries.PlacesOf(newsletter),
            added,
            Aborted
        );
        using var dutch = T.Languages.Use(Languages.Default);
        return newsletter.Choose(
            [.. found.Select(h => (h.SubjectId, WhatHappened.GroupOf(h.Kind)))],
            group => T.NameOf(group),
            actor
        );
    }

    private async Task ReadAsync()
    {
        var newsletter = await ReadNewsletterAsync();
        (Name, Since) = (newsletter.Subject.Title, newsletter.Since);
        Places = await Issue.NamesAsync(this, newsletter, Aborted);
        var chosen = newsletter.Items.Select(item => item.SubjectId).OfType<long>().ToHashSet();
        ChosenInAll = chosen.Count;
        if (Group is { } asked && !Enum.IsDefined(asked))
        {
            Group = null;
        }

        var places = NewsletterQueries.PlacesOf(newsletter);
        var counts = await WhatHappened.CountsAsync(Db, Since, places, Aborted);
        Filters =
        [
            new(T["Alles"], Address(null, 1), counts.Values.Sum(), Group is null),
            .. counts
                .OrderBy(count => count.Key)
                .Select(count => new FilterLink(
                    T.NameOf(count.Key),
                    Address(count.Key, 1),
                    count.Value,
                    count.Key == Group
                )),
        ];
        Pagination = PagesOf(
            Group is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum(),
            PageSize,
            number => Address(Group, number)
        );
        await ReadRowsAsync(places, chosen);
    }

    private async Task ReadRowsAsync(long[] places, HashSet<long> chosen)
    {
        var happened = await WhatHappened.PageAsync(
            Db,
            Since,
            places,
            Group,
            (Pagination.Page - 1) * PageSize,
            PageSize,
            Aborted
        );
        var ids = happened.Select(h => h.SubjectId).ToArray();
        var subjects = await Db
            .Subjects.AsNoTracking()
            .Where(s => ids.Contains(s.Id))
            .Select(s => new
            {
                s.Id,
                s.Title,
                s.Slug,
            })
            .ToDictionaryAsync(s => s.Id, Aborted);
        var sentences = await WhatHappened.SentencesAsync(Db, T, ids, Since, Aborted);
        Rows =
        [
            .. happened.Select(h => new ChoiceRow(
                h.SubjectId,
                WhatHappened.GroupOf(h.Kind),
                subjects[h.SubjectId].Title,
                SubjectLinks.Of(h.Kind, h.SubjectId, subjects[h.SubjectId].Slug),
                string.Join(' ', sentences.GetValueOrDefault(h.SubjectId, []).TakeLast(MostSentences)),
                h.Last,
                chosen.Contains(h.SubjectId)
            )),
        ];
    }

    private int Pages() =>
        int.TryParse(Request.Query["pagina"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    private string Address(int page, bool saved) => Address(Group, page) + (saved ? "&bewaard=ja" : "");

    private string Address(NewsGroup? group, int page) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{NewsletterLinks.Choose(Id)}?pagina={page}{(group is null ? "" : "&soort=" + group)}"
        );
}
