using Brink.Features.Subjects.Photos;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>Another person counts a list on paper; where two differ it is counted again (I5).</summary>
[Authorize]
public sealed class TallyModel(UnusedPhotos unused) : SupportPage(SupportAct.CountPaper)
{
    [FromRoute(Name = "tally")]
    public long TallyId { get; set; }

    [BindProperty]
    public int? FromVillage { get; set; }

    [BindProperty]
    public int? FromElsewhere { get; set; }

    public PaperTally List { get; private set; } = null!;
    public bool CountedByMe => List.Counts.Exists(c => c.PersonId == Viewer.PersonId);
    public bool MaySeeScan => Viewer.MaySeeScan(Standing, OfTally);
    public bool MayWithdraw => Viewer.MayWithdraw(Standing, OfTally);

    private TallyStanding OfTally =>
        new(List.State, List.Contribution!.ByPersonId, [.. List.Counts.Select(c => c.PersonId)]);

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        var typed = Outcome.Of(SignaturesTyped.Check(FromVillage, FromElsewhere));
        return typed.Succeeded
            ? await DoAsync(
                async () =>
                {
                    var tally = await LoadAsync();
                    var actor = Acts();
                    var counted = tally.Count(new CountedSignatures(FromVillage!.Value, FromElsewhere!.Value), actor);
                    Note(
                        tally.State == TallyState.Counted ? PaperVerbs.Counted : PaperVerbs.Differs,
                        actor,
                        ("tally", tally.Id)
                    );
                    return counted;
                },
                () => SupportLinks.Tally(Head.Id, TallyId),
                FindAsync
            )
            : Refused(typed);
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (!MayWithdraw)
        {
            return Forbid();
        }

        var scan = List.ScanHash;
        var result = await DoAsync(
            async () =>
            {
                var withdrawn = (await LoadAsync()).Withdraw(Acts());
                Note(PaperVerbs.Withdrawn, Acts(), ("tally", TallyId));
                return withdrawn;
            },
            () => SupportLinks.Tallies(Head.Id),
            FindAsync
        );
        if (result is LocalRedirectResult)
        {
            await unused.DeleteAsync(Db, [scan], Aborted);
        }

        return result;
    }

    protected override Task ReadAsync() => FindAsync();

    private Task<PaperTally> LoadAsync() =>
        Db.PaperTallies.Include(t => t.Counts).SingleAsync(t => t.Id == TallyId && t.InitiativeId == Head.Id, Aborted);

    private async Task<bool> FindAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var found = await Db
            .PaperTallies.AsNoTracking()
            .Include(t => t.Counts)
            .Include(t => t.Contribution)
            .FirstOrDefaultAsync(
                t => t.Id == TallyId && t.InitiativeId == Head.Id && t.State != TallyState.Withdrawn,
                Aborted
            );
        List = found!;
        return found is not null;
    }
}
