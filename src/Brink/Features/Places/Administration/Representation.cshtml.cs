using Brink.Features.Shared;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>For which villages an association speaks, from when to when.</summary>
public class RepresentationModel : OneOrganisationPage
{
    [BindProperty]
    public long? VillageId { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>The one that somebody tries to end.</summary>
    public long? Ending { get; private set; }

    public IReadOnlyList<Choice> Villages { get; private set; } = [];

    protected override string Here => AdministrationLinks.Representation(Id);

    public Task<IActionResult> OnPostAsync() =>
        ActAsync(organisation => organisation.SpeakFor(VillageId, From, Acts()));

    public Task<IActionResult> OnPostEndAsync(long representation)
    {
        Ending = representation;
        return ActAsync(organisation => organisation.StopSpeakingFor(representation, Until, Today));
    }

    /// <summary>'vanaf 1 januari 2020 tot en met 31 december 2024', as far as it is known.</summary>
    public static string Period(Texts T, DateOnly? from, DateOnly? to) =>
        (from, to) switch
        {
            ({ } first, { } last) => T["van {0} tot en met {1}", Formats.Date(first), Formats.Date(last)],
            ({ } first, null) => T["vanaf {0}", Formats.Date(first)],
            (null, { } last) => T["tot en met {0}", Formats.Date(last)],
            _ => T["begin niet bekend"],
        };

    protected override async Task<bool> ReadAsync()
    {
        var found = await base.ReadAsync();
        Version = found && Request.Method == HttpMethods.Get ? Organisation.Version : Version;
        Villages =
        [
            .. (
                await Db
                    .Villages.AsNoTracking()
                    .OrderBy(v => v.Subject!.Title)
                    .Select(v => new { v.Id, v.Subject!.Title })
                    .ToArrayAsync(Aborted)
            ).Select(v => new Choice(v.Id, v.Title)),
        ];
        return found;
    }
}
