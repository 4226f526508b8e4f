using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Channels;

/// <summary>A page of one channel: absent where there is none that everybody may see.</summary>
public abstract class ChannelPage : BrinkPage
{
    public ChannelStanding Standing { get; private set; } = null!;
    public long SubjectId { get; private set; }
    public string About { get; private set; } = "";

    /// <summary>The page of what it is about.</summary>
    public string Address { get; private set; } = "";

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        SubjectId = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var standing = await Db.ChannelStandingAsync(SubjectId, Aborted);
        if (standing is null || !Viewer.May(ChannelAct.Read, standing))
        {
            context.Result = NotFound();
            return;
        }

        Standing = standing;
        var subject = await Db
            .Subjects.Where(s => s.Id == SubjectId)
            .Select(s => new { s.Title, s.Slug })
            .SingleAsync(Aborted);
        (About, Address) = (subject.Title, SubjectLinks.Of(standing.Kind, SubjectId, subject.Slug));
        await next();
    }
}
