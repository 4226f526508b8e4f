using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Reach;

/// <summary>What a subject is about and for whom it is (P9).</summary>
[Authorize]
public sealed class GroupsModel : BrinkPage
{
    [BindProperty]
    public List<long> Themes { get; set; } = [];

    [BindProperty]
    public List<long> Groups { get; set; } = [];

    public string Title { get; private set; } = "";
    public string Back { get; private set; } = "/";
    public IReadOnlyList<Choice> ThemeChoices { get; private set; } = [];
    public IReadOnlyList<Choice> GroupChoices { get; private set; } = [];

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await StopAsync(id) is { } stop)
        {
            return stop;
        }

        Themes = await Db.SubjectThemes.Where(t => t.SubjectId == id).Select(t => t.ThemeId).ToListAsync(Aborted);
        Groups = await Db.SubjectGroups.Where(g => g.SubjectId == id).Select(g => g.GroupId).ToListAsync(Aborted);
        await ReadAsync(id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (await StopAsync(id) is { } stop)
        {
            return stop;
        }

        return await DoAsync(
            async () =>
            {
                var subject = await Db.Subjects.Include(s => s.Themes).SingleAsync(s => s.Id == id, Aborted);
                var themes = await Db.Themes.Where(t => Themes.Contains(t.Id)).Select(t => t.Id).ToArrayAsync(Aborted);
                var groups = await Db
                    .TargetGroups.Where(g => Groups.Contains(g.Id))
                    .Select(g => g.Id)
                    .ToArrayAsync(Aborted);
                var there = await Db.SubjectGroups.Where(g => g.SubjectId == id).ToArrayAsync(Aborted);
                subject.IsAbout(themes);
                Db.SubjectGroups.RemoveRange(there.Where(g => !groups.Contains(g.GroupId)));
                Db.SubjectGroups.AddRange(
                    groups
                        .Where(group => there.All(g => g.GroupId != group))
                        .Select(group => new SubjectGroup { SubjectId = id, GroupId = group })
                );
                subject.Happened(ReachVerbs.GroupsSet, Acts());
                return Outcome.Done;
            },
            () => Back,
            () => ReadAsync(id)
        );
    }

    private async Task<IActionResult?> StopAsync(long id)
    {
        if (await Db.GroupStandingAsync(id, Aborted) is not { } standing)
        {
            return NotFound();
        }

        if (!Viewer.MaySetGroups(standing))
        {
            return Forbid();
        }

        var subject = await Db
            .Subjects.Where(s => s.Id == id)
            .Select(s => new
            {
                s.Title,
                s.Kind,
                s.Slug,
            })
            .SingleAsync(Aborted);
        (Title, Back) = (subject.Title, SubjectLinks.Of(subject.Kind, id, subject.Slug));
        return null;
    }

    private async Task ReadAsync(long id)
    {
        ThemeChoices = await Reach.GroupChoices.ThemesAsync(Db, Aborted);
        GroupChoices = await Reach.GroupChoices.GroupsAsync(Db, Aborted, id);
    }
}
