using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Signals.Concerns;

public class EditModel() : ConcernPage(ConcernAct.Edit)
{
    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public async Task OnGetAsync()
    {
        var concern = await LoadAsync();
        (NewTitle, Text) = (concern.Subject.Title, concern.Text);
    }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var check = NewModel.Check(NewTitle, Text);
                if (!check.Succeeded)
                {
                    return check;
                }

                var concern = await LoadAsync();
                var outcome = concern.Edit(TextRules.Line(NewTitle), Text ?? "", ActsAsKeeper());
                Address = SignalLinks.Concern(concern.Id, concern.Subject.Slug);
                return outcome;
            },
            () => Address
        );
}
