using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Editing;

/// <summary>The association writes its village's page itself.</summary>
public class EditModel() : VillageEditPage(VillageAct.EditPage)
{
    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? MeetingPlace { get; set; }

    [BindProperty]
    public string? Website { get; set; }

    public IHtmlContent? Preview { get; private set; }

    /// <summary>What stands on the page now, when somebody else was first.</summary>
    public string? Theirs { get; private set; }

    public async Task OnGetAsync()
    {
        var village = await Db.Villages.AsNoTracking().SingleAsync(v => v.Id == Id, Aborted);
        (About, MeetingPlace, Website, Version) = (
            village.About,
            village.MeetingPlace,
            village.Website,
            village.Version
        );
    }

    /// <summary>Shows how it will look; nothing is kept yet.</summary>
    public void OnPostPreview() => Preview = Markdown.Html(TextRules.Paragraphs(About, Village.LongestAbout).Text);

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(
            async () =>
            {
                var village = await Loaded().SingleAsync(Aborted);
                if (Overtaken(village.Version) is { } overtaken)
                {
                    Theirs = village.About;
                    return overtaken;
                }

                return village.Describe(new VillageWords(About, MeetingPlace, Website), ActsForVillage());
            },
            () => Address
        );
}
