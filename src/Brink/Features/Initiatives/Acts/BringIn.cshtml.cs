using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Acts;

/// <summary>The liaison brings a colleague in, who may then ask and say what is needed (I7).</summary>
public class BringInModel() : InitiativeActPage(InitiativeAct.BringColleagueIn)
{
    [BindProperty]
    public long? PersonId { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<Choice> Officials { get; private set; } = [];
    public IReadOnlyList<(string Name, string Why)> Present { get; private set; } = [];

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                if (PersonId is not { } person || !await Employed().AnyAsync(h => h.PersonId == person, Aborted))
                {
                    return Outcome.Refuse(nameof(PersonId), "Kies een collega uit de lijst.");
                }

                var fits = Outcome.Of(Typed.Fits(nameof(Why), Why, 200, 300));
                return fits.Succeeded
                    ? (await LoadAsync(q => q.Include(i => i.Colleagues))).BringIn(person, Why ?? "", ActsAsOfficial())
                    : fits;
            },
            () => Head.Address,
            ReadAsync
        );

    protected override async Task ReadAsync()
    {
        var colleagues = await Db
            .Colleagues.AsNoTracking()
            .Where(c => c.InitiativeId == Head.Id)
            .OrderBy(c => c.At)
            .Select(c => new
            {
                c.PersonId,
                c.Person!.Name,
                c.Why,
            })
            .ToArrayAsync(Aborted);
        var present = colleagues.Select(c => c.PersonId).ToHashSet();
        Present = [.. colleagues.Select(c => (c.Name, c.Why))];
        var officials = await Employed()
            .AsNoTracking()
            .Where(h => h.PersonId != Viewer.PersonId)
            .Select(h => new
            {
                h.PersonId,
                h.Person!.Name,
                h.Topics,
            })
            .ToArrayAsync(Aborted);
        Officials =
        [
            .. officials
                .Where(o => !present.Contains(o.PersonId))
                .GroupBy(o => o.PersonId)
                .Select(g => new Choice(
                    g.Key,
                    g.Select(o => o.Topics).FirstOrDefault(topics => topics.Length > 0) is { } topics
                        ? $"{g.First().Name} ({topics})"
                        : g.First().Name
                ))
                .OrderBy(c => c.Text, StringComparer.CurrentCulture),
        ];
    }

    private IQueryable<RoleHolding> Employed() =>
        Db.RoleHoldings.Where(h =>
            h.Organisation!.Kind == OrganisationKind.Municipality
            && h.Role != Role.Councillor
            && h.From <= Today
            && (h.To == null || h.To >= Today)
        );
}
