using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agreements.Acts;

/// <summary>The page of one act on one agreement: absent for who may not see it, forbidden for who may not act.</summary>
[Authorize]
public abstract class AgreementActPage(AgreementAct act) : BrinkPage
{
    public AgreementStanding Standing { get; private set; } = null!;

    /// <summary>As it is when the page is shown; for reading only.</summary>
    public Agreement Agreement { get; private set; } = null!;

    public string Address => AgreementLinks.Show(Agreement.Id, Agreement.Subject.Slug);

    /// <summary>The text in the making is a draft, so that it can be changed.</summary>
    public bool IsDraft => Agreement.Open is { State: VersionState.Draft };

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var standing = await Db.AgreementStandingAsync(id, Aborted);
        if (standing is null || !Viewer.May(AgreementAct.See, standing))
        {
            context.Result = NotFound();
            return;
        }

        if (!Viewer.May(act, standing))
        {
            context.Result = Forbid();
            return;
        }

        Standing = standing;
        await ReadAsync(id);
        if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid)
        {
            // What can't be read, such as a date in words: the form again, with what was typed.
            Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Result = Page();
            return;
        }

        await next();
    }

    public virtual Task OnGetAsync() => Task.CompletedTask;

    /// <summary>What the page shows beside what was typed; asked again after a refusal.</summary>
    protected virtual async Task ReadAsync(long id) =>
        Agreement = await Db
            .Agreements.AsNoTrackingWithIdentityResolution()
            .Whole()
            .SingleAsync(a => a.Id == id, Aborted);

    protected Task ReadAgainAsync() => ReadAsync(Agreement.Id);

    /// <summary>Acts for the keeper, in a role that is still held at that moment.</summary>
    protected Task<IActionResult> KeepAsync(
        Func<Agreement, Actor, Outcome> does,
        Func<string> address,
        Func<IEnumerable<Refusal>>? check = null
    ) =>
        DoAsync(
            async () =>
            {
                var refused = Outcome.Of(check?.Invoke() ?? []);
                if (!refused.Succeeded)
                {
                    return refused;
                }

                var viewer = await HoldAsync(Standing.KeeperId);
                return viewer.May(act, Standing)
                    ? does(await LoadAsync(), Acts(Standing.KeeperId))
                    : Outcome.Refuse("", "Uw rol is intussen beëindigd. Wie na u komt, doet dit nu.");
            },
            address,
            ReadAgainAsync
        );

    /// <summary>The viewer with the roles as they are at this moment.</summary>
    protected Task<Viewer> HoldAsync(long organisationId) =>
        RoleAtHand.HoldAsync(Db, Viewer, organisationId, Today, Aborted);

    /// <summary>The agreement to act on, as it is now.</summary>
    protected Task<Agreement> LoadAsync() => Db.Agreements.Whole().SingleAsync(a => a.Id == Agreement.Id, Aborted);
}
