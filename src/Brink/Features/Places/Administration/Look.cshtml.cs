using System.Text.RegularExpressions;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>Colours and logo.</summary>
[RequestSizeLimit(PlacePhoto.MostBytes + 1_000_000)]
[RequestFormLimits(MultipartBodyLengthLimit = PlacePhoto.MostBytes + 1_000_000)]
public partial class LookModel(IWebHostEnvironment files, IFileStore store) : AdministrationPage
{
    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty]
    public IFormFile? Logo { get; set; }

    [BindProperty]
    public bool WithoutLogo { get; set; }

    public bool HasLogo { get; private set; }

    /// <summary>The style sheets that are there; a municipality's own is one more file.</summary>
    public IReadOnlyList<Choice> Themes =>
        [
            .. files
                .WebRootFileProvider.GetDirectoryContents("css/themes")
                .Select(file => file.Name)
                .Where(name => ThemeFile().IsMatch(name))
                .Select(name => name[..^".css".Length])
                .Order()
                .Select(name => new Choice(name, name)),
        ];

    public async Task OnGetAsync()
    {
        var found = await ReadAsync();
        (Theme, Version) = (found.Theme, found.Version);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        PlacePhoto? taken = null;
        if (Logo is not null)
        {
            (taken, var problem) = await PlacePhoto.TakeAsync(store, nameof(Logo), Logo, Aborted);
            if (taken is null)
            {
                await ReadAsync();
                return Refused(problem);
            }
        }

        return await SaveAsync(
            async () =>
            {
                var found = await Db.Municipalities.SingleAsync(m => m.Id == Tenant.Id, Aborted);
                if (Overtaken(found.Version) is { } overtaken)
                {
                    return overtaken;
                }

                if (!Themes.Any(theme => theme.Value == Theme))
                {
                    return Outcome.Refuse(nameof(Theme), "Kies kleuren uit de lijst.");
                }

                found.Theme = Theme!;
                found.LogoHash = taken?.Hash ?? (WithoutLogo ? null : found.LogoHash);
                Happened(PlacesVerbs.MunicipalityChanged);
                return Outcome.Done;
            },
            () => Saved(AdministrationLinks.Index),
            ReadAsync
        );
    }

    private async Task<Municipality> ReadAsync()
    {
        var found = await Db.Municipalities.AsNoTracking().SingleAsync(m => m.Id == Tenant.Id, Aborted);
        HasLogo = found.LogoHash is not null;
        return found;
    }

    [GeneratedRegex("^[a-z0-9-]+\\.css$", RegexOptions.None, 1000)]
    private static partial Regex ThemeFile();
}
