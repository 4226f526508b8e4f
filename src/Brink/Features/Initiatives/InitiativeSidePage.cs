using Brink.Features.Initiatives.Acts;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives;

/// <summary>A page for everybody that tells one thing of an initiative, such as its budget.</summary>
public abstract class InitiativeSidePage : BrinkPage
{
    public InitiativeHead Head { get; private set; } = null!;
    public InitiativeStanding Standing { get; private set; } = null!;

    public bool WasSaved => Request.Query["bewaard"] == "ja";

    /// <summary>True where the viewer may do this and the initiative is neither unconfirmed nor withdrawn.</summary>
    public bool MayNow(InitiativeAct act) =>
        Head.Intake is not (IntakeState.AwaitingConfirmation or IntakeState.Withdrawn) && Viewer.May(act, Standing);

    /// <returns>Null when the viewer may see it; else the answer: gone, or never there.</returns>
    protected async Task<IActionResult?> FindAsync(long id, CancellationToken cancellation)
    {
        if (
            await Db.StandingAsync(id, cancellation) is not { } standing
            || await InitiativeHead.OfAsync(Db, id, cancellation) is not { } head
        )
        {
            return NotFound();
        }

        (Head, Standing) = (head, standing);
        return Viewer.May(InitiativeAct.See, standing)
            ? null
            : StatusCode(
                standing.Visibility == Visibility.Withdrawn ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound
            );
    }
}
