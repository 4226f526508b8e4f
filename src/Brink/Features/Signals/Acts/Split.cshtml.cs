using Brink.Features.Initiatives;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Acts;

/// <summary>Two things in one signal become two signals; the followers follow both.</summary>
public class SplitModel() : SignalActPage(SignalAct.Split)
{
    [BindProperty]
    public string? Passage { get; set; }

    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public SignalKind Kind { get; set; } = SignalKind.Bottleneck;

    private string made = "";

    public Task<IActionResult> OnPostAsync() => DoAsync(SplitAsync, () => made, ReadAsync);

    private async Task<Outcome> SplitAsync()
    {
        var fits = Outcome.Of(Typed.Fits(nameof(NewTitle), NewTitle, 100, 180));
        if (!fits.Succeeded)
        {
            return fits;
        }

        var signal = await LoadAsync();
        var village = await Db.Villages.SingleAsync(v => v.Id == signal.VillageId, Aborted);
        var terms = await ServiceTermsOf.VillageAsync(Db, village.Id, Today, Aborted);
        var actor = ActsAsOfficial();
        var (second, outcome) = signal.Split(TextRules.Line(NewTitle), Passage ?? "", Kind, village, terms, actor);
        if (second is not null)
        {
            await Db.AddAsync(second, Aborted);
            await SignalFollowers.AlsoFollowAsync(Db, signal.Id, second.Id, actor.At, Aborted);
            made = SignalLinks.Show(second.Id, second.Subject.Slug);
        }

        return outcome;
    }
}
