using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.About;

/// <summary>The way of an idea, with this municipality's own terms.</summary>
[AllowAnonymous]
[PublicPage]
public class HowItWorksModel : BrinkPage
{
    public int TakeInTerm { get; private set; }
    public int AnswerTerm { get; private set; }

    public async Task OnGetAsync() =>
        (TakeInTerm, AnswerTerm) = await Db
            .Municipalities.Where(m => m.Id == Tenant.Id)
            .Select(m => new ValueTuple<int, int>(m.TakeInTerm, m.AnswerTerm))
            .SingleAsync(HttpContext.RequestAborted);
}
