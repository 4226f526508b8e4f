using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Acts;

/// <summary>The initiators answer a question of the municipality.</summary>
public class ReplyModel() : InitiativeActPage(InitiativeAct.Reply)
{
    [FromRoute(Name = "question")]
    public long QuestionId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public string Question { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }
    public bool IsReplied { get; private set; }

    public override Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var fits = Outcome.Of(Typed.Fits(nameof(Text), Text, 1500, 4000));
                if (!fits.Succeeded)
                {
                    return fits;
                }

                var actor = ActsAsInitiator();
                var initiative = await LoadAsync(q => q.Include(i => i.Questions));
                return initiative.Reply(QuestionId, Text ?? "", ByInitiator(actor), actor);
            },
            () => Head.Address + "#vragen",
            ReadAsync
        );

    protected override async Task ReadAsync()
    {
        var question = await Db
            .Questions.AsNoTracking()
            .Where(q => q.InitiativeId == Head.Id && q.Id == QuestionId)
            .Select(q => new
            {
                q.Text,
                q.AskedAt,
                IsReplied = q.Reply != null,
            })
            .FirstOrDefaultAsync(Aborted);
        Question = question?.Text ?? "";
        AskedAt = question?.AskedAt ?? default;
        IsReplied = question?.IsReplied ?? false;
    }
}
