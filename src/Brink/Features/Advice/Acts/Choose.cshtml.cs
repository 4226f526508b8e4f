using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice.Acts;

/// <summary>Whom an official asks for advice; what is asked of it already comes next.</summary>
[Authorize]
public class ChooseModel : BrinkPage
{
    [BindProperty(SupportsGet = true, Name = "dossier")]
    public long? DossierId { get; set; }

    [BindProperty]
    public long? AdviserId { get; set; }

    public IReadOnlyList<Choice> Advisers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await ReadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is { } problem)
        {
            return problem;
        }

        return AdviserId is { } chosen && Advisers.Any(one => one.Value == new Choice(chosen, "").Value)
            ? LocalRedirect(AdviceLinks.Ask(chosen, DossierId))
            : Refused(Outcome.Refuse(nameof(AdviserId), "Kies wie u advies vraagt."));
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken cancellation)
    {
        if (!Viewer.MayAskAdvice())
        {
            return Forbid();
        }

        var plan = await AskedPlan.OfAsync(Db, Viewer, DossierId, cancellation);
        if (plan.IsAbsent)
        {
            return NotFound();
        }

        var advisers = await Db.AdvisersToAsk(Today)
            .AsNoTracking()
            .Select(o => new
            {
                o.Id,
                o.Name,
                o.Kind,
            })
            .ToArrayAsync(cancellation);
        Advisers =
        [
            .. advisers
                .Where(o => plan.Readers is not { } readers || readers.Contains(o.Id))
                .OrderBy(o => o.Kind != OrganisationKind.Umbrella)
                .ThenBy(o => o.Name, StringComparer.CurrentCulture)
                .Select(o => new Choice(o.Id, o.Name)),
        ];
        return null;
    }
}

/// <summary>The plan on which advice is asked, and who may then be asked.</summary>
/// <param name="IsAbsent">A plan was named that isn't there for the viewer.</param>
/// <param name="Readers">Organisations whose people read it in confidence; null where it isn't in confidence.</param>
internal sealed record AskedPlan(bool IsAbsent, Dossier? Dossier, IReadOnlyList<long>? Readers)
{
    public static readonly AskedPlan None = new(false, null, null);

    /// <summary>Two queries. What is in confidence is only for who works in it; what is over asks nothing any more.</summary>
    public static async Task<AskedPlan> OfAsync(
        Platform.Database.BrinkDb db,
        Accounts.Viewer viewer,
        long? dossierId,
        CancellationToken cancellation
    )
    {
        if (dossierId is not { } id)
        {
            return None;
        }

        if (
            await db.DossierStandingAsync(id, cancellation) is not { } standing
            || !viewer.May(DossierAct.See, standing)
            || (standing.Visibility != Subjects.Visibility.Public && !viewer.May(DossierAct.Work, standing))
        )
        {
            return new AskedPlan(true, null, null);
        }

        var dossier = await db.Dossiers.Include(d => d.Subject).SingleAsync(d => d.Id == id, cancellation);
        return new AskedPlan(
            dossier.IsOver,
            dossier,
            dossier.State == DossierState.InConfidence
                ?
                [
                    .. (standing.Readers ?? [])
                        .Where(r => r.PersonId is not null)
                        .Select(r => r.OrganisationId)
                        .Distinct(),
                ]
                : null
        );
    }
}
