using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Brink.Features.Developments;

/// <summary>The umbrella's board puts something on the list (S5).</summary>
[Authorize]
public class NewModel : BrinkPage, IDevelopmentForm
{
    [BindProperty]
    public DevelopmentForm Input { get; set; } = new();

    private long umbrella;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (DevelopmentAccess.UmbrellasOf(Viewer).FirstOrDefault() is not { } role)
        {
            context.Result = Forbid();
            return;
        }

        umbrella = role.OrganisationId;
        await Input.LoadAsync(Db, T, umbrella, Today, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => Input.FollowerId = Viewer.PersonId;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Refused(Input.Check());
        }

        var made = "";
        return await DoAsync(
            async () =>
            {
                var check = Input.Check();
                if (check.Succeeded)
                {
                    var development = Development.Watch(Input.Words(), umbrella, Acts(umbrella));
                    await Db.AddAsync(development, HttpContext.RequestAborted);
                    made = DevelopmentLinks.Show(development.Id, development.Subject.Slug);
                }

                return check;
            },
            () => made
        );
    }
}
