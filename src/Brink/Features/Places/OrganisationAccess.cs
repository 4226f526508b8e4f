using Brink.Features.Accounts;

namespace Brink.Features.Places;

public enum OrganisationAct
{
    SeeBankAccount,
    SetBankAccount,
}

/// <summary>Who may do what with an organisation. Pages, views and API ask here and nowhere else.</summary>
public static class OrganisationAccess
{
    public static bool May(this Viewer viewer, OrganisationAct act, long organisationId) =>
        act switch
        {
            OrganisationAct.SeeBankAccount => IsTreasurer(viewer, organisationId) || viewer.Is(Role.BudgetHolder),
            // An administrator enters it for a treasurer and doesn't see what stands there.
            OrganisationAct.SetBankAccount => IsTreasurer(viewer, organisationId) || viewer.Is(Role.Administrator),
            _ => false,
        };

    private static bool IsTreasurer(Viewer viewer, long organisationId) =>
        viewer.Roles.Any(r => r.Role == Role.Treasurer && r.OrganisationId == organisationId);
}
