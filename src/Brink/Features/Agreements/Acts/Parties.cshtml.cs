using Brink.Features.Places;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agreements.Acts;

/// <summary>With whom the agreement is made.</summary>
public class PartiesModel() : AgreementActPage(AgreementAct.Keep)
{
    private const int MostOrganisations = 500;
    private long[] known = [];

    [BindProperty]
    public List<long> Organisations { get; set; } = [];

    /// <summary>All that could be a party, but for the keeper, which is one.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public override Task OnGetAsync()
    {
        Organisations = [.. Agreement.Open?.Parties.Select(p => p.OrganisationId) ?? []];
        return Task.CompletedTask;
    }

    public Task<IActionResult> OnPostAsync() =>
        KeepAsync(
            (agreement, actor) => agreement.BringTogether([.. Organisations.Intersect(known)], actor),
            () => AgreementLinks.Write(Agreement.Id)
        );

    protected override async Task ReadAsync(long id)
    {
        await base.ReadAsync(id);
        var found = await Db
            .Organisations.AsNoTracking()
            .Where(o => o.EndedAt == null && o.Id != Agreement.KeeperId)
            .Where(o =>
                o.Kind == OrganisationKind.Association
                || o.Kind == OrganisationKind.Umbrella
                || o.Kind == OrganisationKind.Welfare
                || o.Kind == OrganisationKind.Municipality
            )
            .OrderBy(o => o.Kind == OrganisationKind.Association)
            .ThenBy(o => o.Name)
            .Take(MostOrganisations)
            .Select(o => new { o.Id, o.Name })
            .ToArrayAsync(Aborted);
        known = [.. found.Select(o => o.Id)];
        Choices = [.. found.Select(o => new Choice(o.Id, o.Name))];
    }
}
