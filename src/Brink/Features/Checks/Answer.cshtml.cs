using Brink.Features.Journal;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Checks;

/// <summary>The five statements on one page; who answers for an association does so once for all its board.</summary>
[Authorize]
public class AnswerModel : BrinkPage
{
    [BindProperty(SupportsGet = true, Name = "namens")]
    public long? AssociationId { get; set; }

    [BindProperty]
    public int? Open { get; set; }

    [BindProperty]
    public int? Equal { get; set; }

    [BindProperty]
    public int? InTime { get; set; }

    [BindProperty]
    public int? Answered { get; set; }

    [BindProperty]
    public int? WorthTheEffort { get; set; }

    public Check Check { get; private set; } = null!;
    public IReadOnlyList<(CheckVoice Voice, string Name)> Voices => CheckAccess.VoicesOf(Viewer);

    /// <summary>For whom this answer is; null as long as the viewer has to choose.</summary>
    public (CheckVoice Voice, string Name)? Chosen
    {
        get
        {
            if (Voices.Count == 1)
            {
                return Voices[0];
            }

            // A liaison answers as a person, which the address calls 0.
            var wanted = AssociationId is 0 ? null : AssociationId;
            return AssociationId is null || Voices.All(v => v.Voice.OrganisationId != wanted)
                ? null
                : Voices.First(v => v.Voice.OrganisationId == wanted);
        }
    }

    public bool IsDone => Chosen is { } chosen && Check.Turnout.Exists(chosen.Voice.Is);
    public bool IsOpen => Check.Opens <= Today && Today <= Check.Closes;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation) =>
        await ReadAsync(id, cancellation) ? Allowed() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Chosen is not { } chosen || !Viewer.MayAnswer(chosen.Voice))
        {
            return Forbid();
        }

        return await DoAsync(
            async () =>
            {
                var check = await CheckAsync(id, tracked: true, cancellation);
                var outcome = check!.Answer(chosen.Voice, Scores(), Today);
                if (outcome.Succeeded)
                {
                    Db.Journal.Add(JournalEntry.Beside(id, CheckVerbs.Answered, Acts(chosen.Voice.OrganisationId)));
                }

                return outcome;
            },
            () => CheckLinks.Received(id),
            () => ReadAsync(id, cancellation)
        );
    }

    private IActionResult Allowed() => Voices.Count > 0 ? Page() : Forbid();

    private Dictionary<Statement, int> Scores() =>
        new Dictionary<Statement, int?>
        {
            [Statement.Open] = Open,
            [Statement.Equal] = Equal,
            [Statement.InTime] = InTime,
            [Statement.Answered] = Answered,
            [Statement.WorthTheEffort] = WorthTheEffort,
        }
            .Where(score => score.Value is not null)
            .ToDictionary(score => score.Key, score => score.Value!.Value);

    private async Task<bool> ReadAsync(long id, CancellationToken cancellation)
    {
        Check = (await CheckAsync(id, tracked: false, cancellation))!;
        return Check is not null;
    }

    private Task<Check?> CheckAsync(long id, bool tracked, CancellationToken cancellation) =>
        (tracked ? Db.Checks : Db.Checks.AsNoTracking())
            .Include(c => c.Tallies)
            .Include(c => c.Turnout)
            .AsSplitQuery()
            .FirstOrDefaultAsync(c => c.Id == id, cancellation);
}
