using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Signals.Acts;

public enum AnswerStep
{
    Preview,
    Change,
    Send,
}

/// <summary>What will happen with it: first as the sender will read it, then sent, once (S2).</summary>
public class AnswerModel() : SignalActPage(SignalAct.Answer)
{
    private const int Most = 4000;

    [BindProperty]
    public SignalAnswer? Kind { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public AnswerStep Step { get; set; }

    public bool IsPreview { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Step == AnswerStep.Send)
        {
            return await DoAsync(SendAsync, () => Address + "#antwoord", ReadAsync);
        }

        if (Step == AnswerStep.Change)
        {
            return Page();
        }

        var check = Check(await LoadAsync());
        Db.ChangeTracker.Clear();
        IsPreview = check.Succeeded;
        return check.Succeeded ? Page() : Refused(check);
    }

    private async Task<Outcome> SendAsync()
    {
        var signal = await LoadAsync();
        var check = Check(signal);
        return check.Succeeded ? signal.AnswerWith(Kind!.Value, Text ?? "", Answers()) : check;
    }

    /// <summary>For the organisation that took it over where the viewer works there, else for the municipality.</summary>
    private Actor Answers() =>
        Standing.TakenOverById is { } taker && Viewer.Roles.Any(r => r.OrganisationId == taker)
            ? Acts(taker)
            : ActsAsOfficial();

    private Outcome Check(Signal signal) =>
        Outcome.Of([
            .. (Kind is null ? Outcome.Refuse(nameof(Kind), "Kies wat het antwoord is.") : Outcome.Done).Refusals,
            .. signal.CanAnswer(Kind ?? SignalAnswer.TakenUp, Text ?? "").Refusals,
            .. Typed.Fits(nameof(Text), Text, Most, 20000),
        ]);
}
