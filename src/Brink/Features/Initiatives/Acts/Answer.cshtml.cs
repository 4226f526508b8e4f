using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Acts;

public enum AnswerStep
{
    Preview,
    Change,
    Send,
}

/// <summary>'Ja', 'ja, mits' or 'nee, want': first as the sender will read it, then sent, once (I7).</summary>
public class AnswerModel() : InitiativeActPage(InitiativeAct.Answer)
{
    private const int Most = 4000;

    [BindProperty]
    public AnswerKind? Kind { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public AnswerStep Step { get; set; }

    public bool IsPreview { get; private set; }

    /// <summary>What a colleague answered in the meantime.</summary>
    public (AnswerKind Kind, string Text)? Given { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Step == AnswerStep.Send)
        {
            return await DoAsync(SendAsync, () => Head.Address + "#antwoord", ReadAsync);
        }

        if (Step == AnswerStep.Change)
        {
            return Page();
        }

        var check = Check(await LoadAsync());
        await ReadAsync();
        IsPreview = check.Succeeded;
        return check.Succeeded ? Page() : Refused(check);
    }

    protected override async Task ReadAsync()
    {
        var given = await Db
            .Initiatives.AsNoTracking()
            .Where(i => i.Id == Head.Id && i.Answer != null)
            .Select(i => new { Kind = i.Answer!.Value, i.AnswerText })
            .FirstOrDefaultAsync(Aborted);
        Given = given is null ? null : (given.Kind, given.AnswerText);
    }

    private async Task<Outcome> SendAsync()
    {
        var initiative = await LoadAsync();
        var check = Check(initiative);
        return check.Succeeded ? initiative.AnswerWith(Kind!.Value, Text ?? "", ActsAsOfficial()) : check;
    }

    private Outcome Check(Initiative initiative) =>
        Outcome.Of([
            .. (Kind is null ? Outcome.Refuse(nameof(Kind), "Kies ja, ja mits, of nee want.") : Outcome.Done).Refusals,
            .. initiative.CanAnswer(Kind ?? AnswerKind.Yes, Text ?? "").Refusals,
            .. Typed.Fits(nameof(Text), Text, Most, 20000),
        ]);
}
