using System.Text.Encodings.Web;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Http;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Syndication;

/// <summary>How an association puts the block of its village on its own site, with what it looks like.</summary>
[AllowAnonymous]
[PublicPage]
public class HowToEmbedModel : BrinkPage
{
    public Subject Village { get; private set; } = null!;

    /// <summary>To be pasted into any page.</summary>
    public string Code =>
        $"""<iframe src="{Request.Absolute(FeedLinks.Block(Village.Id))}" title="{HtmlEncoder.Default.Encode(T["Wat er speelt in {0}", Village.Title])}" width="100%" height="420" loading="lazy"></iframe>""";

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (NumberedSlug.Read(address) is not (var id, var slug))
        {
            return NotFound();
        }

        var village = await Db
            .Subjects.AsNoTracking()
            .FirstOrDefaultAsync(
                s => s.Id == id && s.Kind == SubjectKind.Village && s.Visibility == Visibility.Public,
                cancellation
            );
        if (village is null)
        {
            return NotFound();
        }

        Village = village;
        return slug == village.Slug ? Page() : RedirectPermanent(PlacesLinks.Embed(id, village.Slug));
    }
}
