using Brink.Features.Shared;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Documents;

/// <summary>
/// What changed between two versions, by section and word, with the reactions that caused it: those to that section that
/// were taken over, wholly or partly (C8).
/// </summary>
[AllowAnonymous]
public sealed class DifferencesModel() : DossierPage(RoundAct.See)
{
    private const int PageSize = 25;
    private const int MostCauses = 20;

    [BindProperty(SupportsGet = true, Name = "van")]
    public int From { get; set; }

    [BindProperty(SupportsGet = true, Name = "naar")]
    public int To { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public DocumentView Before { get; private set; } = null!;
    public DocumentView After { get; private set; } = null!;
    public IReadOnlyList<ChangedSection> Changes { get; private set; } = [];
    public IReadOnlyList<ChangedSection> Shown { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;

    private ILookup<int, Cause> causes = Array.Empty<Cause>().ToLookup(c => c.Anchor);

    public IReadOnlyList<Cause> CausesOf(int anchor) => [.. causes[anchor].Take(MostCauses)];

    public async Task OnGetAsync()
    {
        Changes = SectionDifference.Of(Before.Sections, After.Sections);
        var pages = Math.Max(1, (Changes.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(PageNumber, 1, pages);
        // Only what is shown is held side by side word for word: a long plan costs no more than a page of it.
        Shown = [.. Changes.Skip((page - 1) * PageSize).Take(PageSize).Select(change => change.WithWords())];
        Pagination = new Pagination(
            page,
            pages,
            to =>
                RoundLinks.Differences(Head.Id, After.Id, Before.Number, After.Number)
                + string.Create(System.Globalization.CultureInfo.InvariantCulture, $"&pagina={to}")
        );
        var anchors = Shown.Select(change => change.Anchor).ToArray();
        var taken = Db
            .Reactions.AsNoTracking()
            .Where(r => r.Round!.DocumentId == After.Id && anchors.Contains(r.Anchor))
            .Where(r => r.State == ReactionState.Answered && r.Section!.Version!.Number < After.Number)
            .Where(r => r.Answer!.Verdict == AnswerOutcome.TakenOver || r.Answer.Verdict == AnswerOutcome.Partly);
        causes = (
            // The first of each section: many reactions to one leave room for those to another.
            await taken
                .Select(r => r.Anchor)
                .Distinct()
                .SelectMany(anchor =>
                    taken.Where(r => r.Anchor == anchor).OrderBy(r => r.At).ThenBy(r => r.Id).Take(MostCauses)
                )
                .Select(r => new Cause(
                    r.Id,
                    r.RoundId,
                    r.Anchor,
                    r.Text,
                    r.Organisation!.Name,
                    r.Contribution!.NameIsPublic ? r.Person!.Name : null,
                    r.Answer!.Verdict!.Value
                ))
                .ToArrayAsync(Aborted)
        ).ToLookup(c => c.Anchor);
    }

    protected override async Task<bool> FindAsync()
    {
        if (await Db.DocumentAsync(Head.Id, Number("document"), To, Aborted) is not { Number: > 1 } after)
        {
            return false;
        }

        After = after;
        var from = From > 0 && From < after.Number ? From : after.Number - 1;
        Before = (await Db.DocumentAsync(Head.Id, after.Id, from, Aborted))!;
        return true;
    }
}

/// <param name="Organisation">Null for a person's own.</param>
/// <param name="Name">Null for who didn't choose to show it.</param>
public sealed record Cause(
    long Id,
    long RoundId,
    int Anchor,
    string Text,
    string? Organisation,
    string? Name,
    AnswerOutcome Verdict
);
