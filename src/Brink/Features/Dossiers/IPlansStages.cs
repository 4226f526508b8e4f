using Brink.Features.Dossiers.Opening;

namespace Brink.Features.Dossiers;

/// <summary>A page that asks when which stage is planned.</summary>
public interface IPlansStages
{
    PlannedDates Planned { get; }

    /// <summary>Those whose date can still be chosen, in their order.</summary>
    IReadOnlyList<Stage> StagesToPlan { get; }
}
