using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Concerns;

/// <summary>The umbrella or a liaison names what plays in more villages (S3).</summary>
[Authorize]
public class NewModel : BrinkPage
{
    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public long? KeeperId { get; set; }

    public IReadOnlyList<Choice> Keepers =>
        [.. ConcernAccess.KeepersOf(Viewer).Select(r => new Choice(r.OrganisationId, r.OrganisationName))];

    public IActionResult OnGet() => Viewer.May(ConcernAct.Name) ? Page() : Forbid();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Viewer.May(ConcernAct.Name))
        {
            return Forbid();
        }

        var made = "";
        return await DoAsync(
            async () =>
            {
                var check = Check(NewTitle, Text);
                if (!check.Succeeded)
                {
                    return check;
                }

                var keepers = ConcernAccess.KeepersOf(Viewer).ToArray();
                var keeper = keepers.FirstOrDefault(k => k.OrganisationId == KeeperId) ?? keepers[0];
                var concern = SharedConcern.Name(
                    TextRules.Line(NewTitle),
                    Text ?? "",
                    keeper.OrganisationId,
                    Acts(keeper.OrganisationId)
                );
                await Db.AddAsync(concern, HttpContext.RequestAborted);
                made = SignalLinks.GatherInto(concern.Id);
                return Outcome.Done;
            },
            () => made
        );
    }

    internal static Outcome Check(string? title, string? text) =>
        Outcome.Of([
            .. string.IsNullOrWhiteSpace(title)
                ? [new Refusal(nameof(NewTitle), "Geef het een naam.")]
                : Array.Empty<Refusal>(),
            .. Typed.Fits(nameof(NewTitle), title, 100, 180),
            .. Typed.Fits(nameof(Text), text, 3000, 20000),
        ]);
}
