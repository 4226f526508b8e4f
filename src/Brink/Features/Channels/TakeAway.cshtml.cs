using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Channels;

/// <summary>The writer takes the own words away; the liaison or the officers of a plan take away what can't stay, with a reason.</summary>
[Authorize]
public class TakeAwayModel : ChannelPage
{
    [FromRoute(Name = "post")]
    public long PostId { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public bool IsWriter { get; private set; }
    public string Text { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is { } refused)
        {
            return refused;
        }

        return await DoAsync(
            async () =>
            {
                var check = Outcome.Of([
                    .. Typed.Fits(nameof(Why), Why, ChannelPost.LongestReason, ChannelPost.LongestReason * 4),
                ]);
                if (!check.Succeeded)
                {
                    return check;
                }

                var post = await Db.ChannelPosts.Include(p => p.Subject).SingleAsync(p => p.Id == PostId, Aborted);
                return post.TakeAway(IsWriter, Why ?? "", Acts(Viewer.SpeaksHereFor(Standing)));
            },
            () => ChannelLinks.Show(SubjectId) + "?bewaard=ja"
        );
    }

    private async Task<IActionResult?> ReadAsync()
    {
        var found = await Db
            .ChannelPosts.AsNoTracking()
            .Where(p => p.Id == PostId && p.SubjectId == SubjectId)
            .Select(p => new { p.Text, p.Contribution!.ByPersonId })
            .FirstOrDefaultAsync(Aborted);
        if (found is null)
        {
            return NotFound();
        }

        IsWriter = found.ByPersonId is { } writer && writer == Viewer.PersonId;
        if (!IsWriter && !Viewer.May(ChannelAct.TakeAway, Standing))
        {
            return Forbid();
        }

        Text = found.Text;
        return null;
    }
}
