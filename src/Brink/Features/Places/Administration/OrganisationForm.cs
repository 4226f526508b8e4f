using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>The questions about one organisation.</summary>
public abstract class OrganisationForm : AdministrationPage
{
    [BindProperty]
    public OrganisationKind? Kind { get; set; }

    [BindProperty]
    public string? OrganisationName { get; set; }

    [BindProperty]
    public string? Mail { get; set; }

    [BindProperty]
    public string? Telephone { get; set; }

    [BindProperty]
    public string? Website { get; set; }

    [BindProperty]
    public string? PostalAddress { get; set; }

    public IEnumerable<Choice> Kinds =>
        Enum.GetValues<OrganisationKind>().Select(kind => new Choice(kind, T.NameOf(kind)));

    protected OrganisationWords Words => new(Kind, OrganisationName, Mail, Telephone, Website, PostalAddress);

    protected Task<bool> IsTakenAsync(long? except) =>
        Db.Organisations.AnyAsync(
            o => o.Id != except && o.Name.ToLower() == (OrganisationName ?? "").ToLower(),
            Aborted
        );
}
