using Brink.Features.Accounts;

namespace Brink.Features.Places;

public enum VillageAct
{
    /// <summary>The village's own words, photo, meeting place and website.</summary>
    EditPage,

    /// <summary>What the village has, and whether it stays.</summary>
    EditFacilities,

    /// <summary>All that goes on, over all departments (P10): officials, and the village itself.</summary>
    ReadFile,

    /// <summary>What suits the village: topics, level, channel and how often (P7).</summary>
    RecordWhatSuits,
}

/// <summary>Who may do what with a village's page. Pages, views and API ask here and nowhere else.</summary>
public static class VillageAccess
{
    public static bool May(this Viewer viewer, VillageAct act, long villageId) =>
        act switch
        {
            VillageAct.EditPage => viewer.SpeaksForVillage(villageId) || viewer.Is(Role.Administrator),
            VillageAct.EditFacilities => viewer.SpeaksForVillage(villageId)
                || viewer.Is(Role.Administrator)
                || viewer.Is(Role.Liaison),
            VillageAct.ReadFile => viewer.IsOfficial || viewer.SpeaksForVillage(villageId),
            VillageAct.RecordWhatSuits => viewer.SpeaksForVillage(villageId) || viewer.Is(Role.Liaison),
            _ => false,
        };
}
