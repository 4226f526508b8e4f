using Brink.Features.Subjects;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Experts;

/// <summary>Changes what stands on the list, or says that it still holds.</summary>
public sealed class EditModel : ExpertFormPage
{
    public ExpertView Expert { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await StopAsync(id) is { } stop)
        {
            return stop;
        }

        Input = new ExpertForm
        {
            Name = Expert.Name,
            Topics = Expert.Topics,
            CanAsk = Expert.CanAsk,
            Road = Expert.Road,
            Villages = await Db
                .SubjectVillages.Where(v => v.SubjectId == id)
                .Select(v => v.VillageId)
                .ToListAsync(Aborted),
        };
        Version = await Db.Experts.Where(e => e.Id == id).Select(e => e.Version).SingleAsync(Aborted);
        await ReadVillagesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (await StopAsync(id) is { } stop)
        {
            return stop;
        }

        return await SaveAsync(
            async () =>
            {
                var check = Input.Check();
                if (!check.Succeeded)
                {
                    return check;
                }

                var expert = await Db.Experts.Include(e => e.Subject.Villages).SingleAsync(e => e.Id == id, Aborted);
                return Overtaken(expert.Version)
                    ?? expert.Change(Input.Words(), await ChosenVillagesAsync(), Acts(Expert.OnBehalfOfId));
            },
            () => ExchangeLinks.Expert(id, Brink.Platform.Text.Slug.From(Input.Words().Name)),
            ReadVillagesAsync
        );
    }

    private async Task<IActionResult?> StopAsync(long id)
    {
        if (await Db.ExpertAsync(id, Aborted) is not { Visibility: Visibility.Public } found)
        {
            return NotFound();
        }

        Expert = found;
        return Viewer.May(ExpertAct.Keep, found.Standing) ? null : Forbid();
    }
}
