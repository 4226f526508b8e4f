using Brink.Features.Agenda;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Organisations;

/// <summary>One organisation: for whom it speaks, with whom, and how to reach it.</summary>
[AllowAnonymous]
[PublicPage]
public class ShowModel : BrinkPage
{
    public Organisation Organisation { get; private set; } = null!;
    public IReadOnlyList<(string Name, string Href)> Villages { get; private set; } = [];
    public IReadOnlyList<(string Name, string Href)> MemberOf { get; private set; } = [];
    public IReadOnlyList<(string Name, string Href)> Members { get; private set; } = [];
    public IReadOnlyList<(Role Role, string Name)> People { get; private set; } = [];

    /// <summary>Null for who doesn't speak for it.</summary>
    public string? AgendaHref => Viewer.MayKeepAgenda(Organisation.Id) ? AgendaLinks.Of(Organisation.Id) : null;

    public bool MayOpenBankAccount =>
        Viewer.May(OrganisationAct.SeeBankAccount, Organisation.Id)
        || Viewer.May(OrganisationAct.SetBankAccount, Organisation.Id);

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (NumberedSlug.Read(address) is not (var id, var slug))
        {
            return NotFound();
        }

        var found = await Db
            .Organisations.AsNoTracking()
            .FirstOrDefaultAsync(o => o.Id == id && o.EndedAt == null, cancellation);
        if (found is null)
        {
            return NotFound();
        }

        if (slug != Slug.From(found.Name))
        {
            return RedirectPermanent(PlacesLinks.Organisation(found.Id, found.Name));
        }

        Organisation = found;
        Villages =
        [
            .. (
                await Db
                    .Representations.AsNoTracking()
                    .Where(r => r.OrganisationId == id)
                    .Where(r => (r.From == null || r.From <= Today) && (r.To == null || r.To >= Today))
                    .OrderBy(r => r.Village!.Subject!.Title)
                    .Select(r => new
                    {
                        r.Village!.Id,
                        r.Village.Subject!.Title,
                        r.Village.Subject.Slug,
                    })
                    .ToArrayAsync(cancellation)
            ).Select(v => (v.Title, PlacesLinks.Village(v.Id, v.Slug))),
        ];
        var memberships = await Db
            .Memberships.AsNoTracking()
            .Where(m => m.OrganisationId == id || m.UmbrellaId == id)
            .Where(m => (m.From == null || m.From <= Today) && (m.To == null || m.To >= Today))
            .Join(
                Db.Organisations,
                m => m.OrganisationId == id ? m.UmbrellaId : m.OrganisationId,
                o => o.Id,
                (m, o) =>
                    new
                    {
                        IsMember = m.OrganisationId == id,
                        o.Id,
                        o.Name,
                    }
            )
            .OrderBy(o => o.Name)
            .ToArrayAsync(cancellation);
        MemberOf =
        [
            .. memberships.Where(m => m.IsMember).Select(m => (m.Name, PlacesLinks.Organisation(m.Id, m.Name))),
        ];
        Members =
        [
            .. memberships.Where(m => !m.IsMember).Select(m => (m.Name, PlacesLinks.Organisation(m.Id, m.Name))),
        ];
        People = [.. (
                await Db
                    .RoleHoldings.AsNoTracking()
                    .Where(h => h.OrganisationId == id && h.From <= Today && (h.To == null || h.To >= Today))
                    // Who is there for the public; an administrator or councillor is not whom one calls about a village.
                    .Where(h => PublicRoles.Contains(h.Role))
                    .OrderBy(h => h.Id)
                    .Select(h => new
                    {
                        h.Role,
                        h.PersonId,
                        h.Person!.Name,
                    })
                    .ToArrayAsync(cancellation)
            ).DistinctBy(h => (h.Role, h.PersonId)).OrderBy(h => Array.IndexOf(PublicRoles, h.Role)).Select(h => (h.Role, h.Name))];
        return Page();
    }

    private static readonly Role[] PublicRoles =
    [
        Role.ContactPerson,
        Role.Liaison,
        Role.CommunityWorker,
        Role.YouthWorker,
        Role.RuralDevelopmentWorker,
        Role.Chair,
        Role.Secretary,
        Role.Treasurer,
        Role.ExecutiveMember,
    ];
}
