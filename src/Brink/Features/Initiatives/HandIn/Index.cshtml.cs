using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>Question 1: what is the idea?</summary>
[AllowAnonymous]
public class IndexModel : HandInPage
{
    public override Step Step => Step.Idea;

    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string What { get; set; } = "";

    [BindProperty]
    public string Why { get; set; } = "";

    /// <summary>The village somebody came from.</summary>
    [BindProperty(SupportsGet = true, Name = "dorp")]
    public long? FromVillage { get; set; }

    public void OnGet() => (Title, What, Why) = (Answers.Title, Answers.What, Answers.Why);

    public async Task<IActionResult> OnPostAsync()
    {
        (Answers.Title, Answers.What, Answers.Why) = (TextRules.Line(Title), What, Why);
        if (FromVillage is { } village && await Db.Villages.AnyAsync(v => v.Id == village))
        {
            Answers.VillageId = village;
        }

        return await GoOnAsync(IdeaRules.OfIdea(Answers));
    }

    /// <summary>On a computer that others use too: away with what was typed.</summary>
    public async Task<IActionResult> OnPostForgetAsync()
    {
        Drafts.Forget();
        await Db.SaveChangesAsync();
        Drafts.Discard(Answers.Photos);
        return Redirect(InitiativeLinks.HandIn());
    }
}
