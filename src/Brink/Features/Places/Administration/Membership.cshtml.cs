using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>Of which umbrella an association is a member, from when to when.</summary>
public class MembershipModel : OneOrganisationPage
{
    [BindProperty]
    public long? UmbrellaId { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>The one that somebody tries to end.</summary>
    public long? Ending { get; private set; }

    public IReadOnlyList<Choice> Umbrellas { get; private set; } = [];

    protected override string Here => AdministrationLinks.Membership(Id);

    public Task<IActionResult> OnPostAsync() => ActAsync(organisation => organisation.Join(UmbrellaId, From, Acts()));

    public Task<IActionResult> OnPostEndAsync(long membership)
    {
        Ending = membership;
        return ActAsync(organisation => organisation.Leave(membership, Until, Today));
    }

    protected override async Task<bool> ReadAsync()
    {
        var found = await base.ReadAsync();
        Version = found && Request.Method == HttpMethods.Get ? Organisation.Version : Version;
        Umbrellas =
        [
            .. (
                await Db
                    .Organisations.AsNoTracking()
                    .Where(o => o.Kind == OrganisationKind.Umbrella && o.Id != Id && o.EndedAt == null)
                    .OrderBy(o => o.Name)
                    .Select(o => new { o.Id, o.Name })
                    .ToArrayAsync(Aborted)
            ).Select(o => new Choice(o.Id, o.Name)),
        ];
        return found;
    }
}
