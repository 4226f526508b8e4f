using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>The questions about one village.</summary>
public abstract class VillageForm : AdministrationPage
{
    [BindProperty]
    public string? VillageName { get; set; }

    [BindProperty]
    public VillageKind? Kind { get; set; }

    [BindProperty]
    public VillageSize StatedSize { get; set; }

    [BindProperty]
    public double? Latitude { get; set; }

    [BindProperty]
    public double? Longitude { get; set; }

    [BindProperty]
    public string? CbsCodes { get; set; }

    public IEnumerable<Choice> Kinds => Enum.GetValues<VillageKind>().Select(kind => new Choice(kind, T.NameOf(kind)));

    public IEnumerable<Choice> Sizes => Enum.GetValues<VillageSize>().Select(size => new Choice(size, T.NameOf(size)));

    public string Back => AdministrationLinks.Villages;

    protected VillageFacts Facts => new(VillageName, Kind, StatedSize, Latitude, Longitude, CbsCodes);

    protected Task<bool> IsTakenAsync(long? except) =>
        Db.Villages.AnyAsync(
            v => v.Id != except && v.Subject!.Title.ToLower() == (VillageName ?? "").ToLower(),
            Aborted
        );
}
