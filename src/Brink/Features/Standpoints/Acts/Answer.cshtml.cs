using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Standpoints.Acts;

public enum AnswerStep
{
    Preview,
    Change,
    Send,
}

/// <summary>The municipality answers: first as the associations will read it, then sent, once.</summary>
public class AnswerModel() : StandpointActPage(StandpointAct.Answer)
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public AnswerStep Step { get; set; }

    public bool IsPreview { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Step == AnswerStep.Send)
        {
            return await DoAsync(SendAsync, () => Address + "#antwoord", ReadAgainAsync);
        }

        if (Step == AnswerStep.Change)
        {
            return Page();
        }

        var check = Check(Standpoint);
        IsPreview = check.Succeeded;
        return check.Succeeded ? Page() : Refused(check);
    }

    private async Task<Outcome> SendAsync()
    {
        var standpoint = await LoadAsync();
        var check = Check(standpoint);
        if (!check.Succeeded)
        {
            return check;
        }

        var actor = Acts(
            Viewer.Roles.FirstOrDefault(r => r.OrganisationKind == OrganisationKind.Municipality)?.OrganisationId
        );
        var provenance = By(actor);
        // Officials act by name.
        provenance.NameIsPublic = true;
        return standpoint.Answer(Text!, provenance, actor);
    }

    private Outcome Check(Standpoint standpoint) =>
        Outcome.Of([.. standpoint.CanAnswer(Text ?? "").Refusals, .. Typed.Fits(nameof(Text), Text, 6000, 20000)]);
}
