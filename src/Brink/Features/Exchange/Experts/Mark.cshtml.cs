using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Experts;

/// <summary>An association picks its own specialist, and either side ends it (X1).</summary>
public sealed class MarkModel() : ExpertActPage(ExpertAct.Mark, ExpertAct.Keep)
{
    /// <summary>The association it is about.</summary>
    [BindProperty]
    public long? OrganisationId { get; set; }

    /// <summary>False ends it.</summary>
    [BindProperty]
    public bool IsSpecialist { get; set; }

    /// <summary>Those that chose it, which the viewer may end.</summary>
    public IReadOnlyList<Choice> Ending { get; private set; } = [];

    /// <summary>Those of the viewer that may still choose it.</summary>
    public IReadOnlyList<Choice> Choosing { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        var allowed = (IsSpecialist ? Choosing : Ending).Select(choice => choice.Value);
        if (OrganisationId is not { } organisation || !allowed.Contains(new Choice(organisation, "").Value))
        {
            return Refused(Outcome.Refuse("", "Kies een vereniging."));
        }

        return await DoAsync(
            async () => (await LoadAsync()).Mark(organisation, IsSpecialist, Acts(IsSpecialist ? organisation : null)),
            () => ExchangeLinks.MarkExpert(Expert.Id),
            ReadAsync
        );
    }

    private async Task ReadAsync()
    {
        var id = Expert.Id;
        var marked = await Db
            .ExpertMarks.Where(m => m.ExpertId == id)
            .Select(m => new { m.OrganisationId, m.Organisation!.Name })
            .OrderBy(m => m.Name)
            .ToArrayAsync(Aborted);
        var isKeeper = Viewer.May(ExpertAct.Keep, Expert.Standing);
        Ending =
        [
            .. marked
                .Where(m => isKeeper || Viewer.SpeaksFor(m.OrganisationId))
                .Select(m => new Choice(m.OrganisationId, m.Name)),
        ];
        Choosing =
        [
            .. ExpertAccess
                .AssociationsOf(Viewer)
                .Where(r => marked.All(m => m.OrganisationId != r.OrganisationId))
                .Select(r => new Choice(r.OrganisationId, r.OrganisationName)),
        ];
    }
}
