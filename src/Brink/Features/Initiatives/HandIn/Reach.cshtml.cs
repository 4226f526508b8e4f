using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>The last question: how can we reach you, and may your name be shown?</summary>
[AllowAnonymous]
public class ReachModel : HandInPage
{
    public override Step Step => Step.Reach;

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public ReachBy ReachBy { get; set; }

    [BindProperty]
    public string Mail { get; set; } = "";

    [BindProperty]
    public string Telephone { get; set; } = "";

    [BindProperty]
    public bool NameIsPublic { get; set; }

    public bool AsksNothingButName => IsKnown || Answers.Assistance is not null;

    public IReadOnlyList<Choice> Ways =>
        [
            new Choice(
                ReachBy.Mail,
                T["Mail mij"],
                T["U krijgt meteen een mail. Met de link daarin bevestigt u uw idee."]
            ),
            new Choice(
                ReachBy.Telephone,
                T["Bel mij"],
                T[
                    "De contactpersoon van uw dorp of de gemeente krijgt uw nummer en belt u. Daarna staat uw idee online."
                ]
            ),
        ];

    public void OnGet() =>
        (Name, ReachBy, Mail, Telephone, NameIsPublic) = (
            Answers.Name,
            Answers.ReachBy,
            Answers.Mail,
            Answers.Telephone,
            Answers.NameIsPublic
        );

    public async Task<IActionResult> OnPostAsync()
    {
        Answers.NameIsPublic = NameIsPublic;
        if (AsksNothingButName)
        {
            return await GoOnAsync(Outcome.Done);
        }

        (Answers.Name, Answers.ReachBy, Answers.Mail, Answers.Telephone) = (Name, ReachBy, Mail, Telephone);
        return await GoOnAsync(IdeaRules.OfReach(Answers));
    }
}
