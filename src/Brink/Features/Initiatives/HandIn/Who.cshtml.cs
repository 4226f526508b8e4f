using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>Question 4: alone, as a group without legal form, or as an association?</summary>
[AllowAnonymous]
public class WhoModel : HandInPage
{
    public override Step Step => Step.Who;

    /// <summary>Alone, Group, or the number of an association.</summary>
    [BindProperty]
    public string With { get; set; } = nameof(InitiatorKind.Alone);

    [BindProperty]
    public string GroupName { get; set; } = "";

    [BindProperty]
    public string Companions { get; set; } = "";

    public IReadOnlyList<Choice> Choices =>
        [
            new Choice(InitiatorKind.Alone, Answers.Assistance is null ? T["Ik doe dit alleen"] : T["Alleen"]),
            new Choice(
                InitiatorKind.Group,
                T["Met een groep"],
                T["Buren, vrienden of een werkgroep. Een stichting of vereniging hoeft niet."]
            ),
            .. Associations()
                .Select(a => new Choice(
                    a.OrganisationId,
                    T["Namens {0}", a.OrganisationName],
                    T["Het idee komt dan op naam van de vereniging te staan."]
                )),
        ];

    public void OnGet()
    {
        With = Answers is { InitiatorKind: InitiatorKind.Association, AssociationId: { } id }
            ? id.ToString(CultureInfo.InvariantCulture)
            : Answers.InitiatorKind.ToString();
        (GroupName, Companions) = (Answers.GroupName, Answers.Companions);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var association = Associations()
            .FirstOrDefault(a => a.OrganisationId.ToString(CultureInfo.InvariantCulture) == With);
        (Answers.InitiatorKind, Answers.AssociationId) =
            association is not null ? (InitiatorKind.Association, association.OrganisationId)
            : With == nameof(InitiatorKind.Group) ? (InitiatorKind.Group, null)
            : (InitiatorKind.Alone, (long?)null);
        (Answers.GroupName, Answers.Companions) = (GroupName, Companions);
        return await GoOnAsync(IdeaRules.OfWho(Answers));
    }

    /// <summary>Those the viewer may speak for; what somebody enters for another is that person's.</summary>
    private IEnumerable<Accounts.HeldRole> Associations() =>
        Answers.Assistance is not null
            ? []
            : Viewer
                .Roles.Where(r =>
                    r.OrganisationKind == OrganisationKind.Association && Viewer.SpeaksFor(r.OrganisationId)
                )
                .DistinctBy(r => r.OrganisationId);
}
