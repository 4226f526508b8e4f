using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agenda;

/// <summary>Ticks a point off with the day of the meeting, or takes it off the agenda.</summary>
public sealed class PointModel : AgendaPage
{
    [BindProperty]
    public DateOnly? Day { get; set; }

    public AgendaPoint Point { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long pointId)
    {
        if (!await ReadAsync(pointId))
        {
            return NotFound();
        }

        Day = Today;
        return Page();
    }

    public Task<IActionResult> OnPostDealWithAsync(long pointId) =>
        EndAsync(
            pointId,
            AgendaVerbs.DealtWith,
            (point, actor) =>
                !ModelState.IsValid || Day is not { } day
                    ? Outcome.Refuse(nameof(Day), "Kies de dag van de vergadering.")
                    : point.DealWith(day, actor)
        );

    public Task<IActionResult> OnPostTakeOffAsync(long pointId) =>
        EndAsync(pointId, AgendaVerbs.TakenOff, (point, actor) => point.TakeOff(actor));

    private async Task<IActionResult> EndAsync(long pointId, string verb, Func<AgendaPoint, Actor, Outcome> end)
    {
        if (!await ReadAsync(pointId))
        {
            return NotFound();
        }

        return await DoAsync(
            async () =>
            {
                var (point, actor) = (await Points(pointId).SingleAsync(Aborted), ActsForBoard());
                var outcome = end(point, actor);
                if (outcome.Succeeded)
                {
                    Db.Tell(point, verb, actor);
                }

                return outcome;
            },
            () => AgendaLinks.Saved(OrganisationId),
            () => ReadAsync(pointId)
        );
    }

    private async Task<bool> ReadAsync(long pointId)
    {
        Point = (await Points(pointId).AsNoTracking().FirstOrDefaultAsync(Aborted))!;
        return Point is not null;
    }

    private IQueryable<AgendaPoint> Points(long pointId) =>
        Db.AgendaPoints.Where(p => p.Id == pointId && p.OrganisationId == OrganisationId);
}
