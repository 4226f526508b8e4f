using System.Security.Claims;
using Brink.Features.Places;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts;

/// <summary>
/// Reads who signed in, with the roles that count today, from the database at every request: a role that ended an hour
/// ago gives nothing any more.
/// </summary>
public sealed class ViewerMiddleware(RequestDelegate next)
{
    /// <summary>Claim with the municipality a session belongs to; a session of another one is no session here.</summary>
    public const string MunicipalityClaim = "municipality";

    public async Task InvokeAsync(HttpContext context, CurrentViewer current, Tenant tenant, TimeProvider time)
    {
        // The page that says that the database is away can't ask it who looks.
        var isFailing = context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (isFailing && context.User.Identity?.IsAuthenticated == true)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        else if (tenant.IsSet && context.User.Identity?.IsAuthenticated == true)
        {
            current.Viewer = await ViewerOfAsync(context, tenant.Id, DutchTime.Today(time));
            if (!current.Viewer.IsSignedIn)
            {
                // Whatever the cookie says, nobody is signed in here.
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        await next(context);
    }

    private static async Task<Viewer> ViewerOfAsync(HttpContext context, long municipalityId, DateOnly today)
    {
        if (SessionClaims.Of(context.User, municipalityId) is not { } session)
        {
            return Viewer.Anonymous;
        }

        var db = context.RequestServices.GetRequiredService<BrinkDb>();
        var viewer = await ViewerQueries.LoadAsync(db, session.PersonId, today, context.RequestAborted, session.Stamp);
        return viewer.IsOfficial && LastsTooLong(context) ? Viewer.Anonymous : viewer;
    }

    /// <summary>A long session that began before its person became an official.</summary>
    private static bool LastsTooLong(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties
            is { IssuedUtc: { } issued, ExpiresUtc: { } expires }
        && expires - issued > Session.LastsForOfficials;
}

public static class ViewerQueries
{
    /// <summary>Two queries, however many roles.</summary>
    /// <param name="stamp">That of the session: when the person's is another by now, nobody is signed in.</param>
    public static async Task<Viewer> LoadAsync(
        BrinkDb db,
        long personId,
        DateOnly today,
        CancellationToken cancellation,
        string? stamp = null
    )
    {
        var name = await db
            .People.Where(p => p.Id == personId && (stamp == null || p.SecurityStamp == stamp))
            .Select(p => p.Name)
            .FirstOrDefaultAsync(cancellation);
        if (name is null)
        {
            return Viewer.Anonymous;
        }

        var held = await db
            .RoleHoldings.Where(h => h.PersonId == personId && h.From <= today && (h.To == null || h.To >= today))
            .Select(h => new
            {
                h.Role,
                h.OrganisationId,
                h.Organisation!.Name,
                h.Organisation.Kind,
                h.VillageId,
                Represented = db
                    .Representations.Where(r =>
                        r.OrganisationId == h.OrganisationId
                        && (r.From == null || r.From <= today)
                        && (r.To == null || r.To >= today)
                    )
                    .Select(r => r.VillageId)
                    .ToArray(),
            })
            .ToArrayAsync(cancellation);
        return new Viewer(
            personId,
            name,
            [
                .. held.Select(h => new HeldRole(
                    h.Role,
                    h.OrganisationId,
                    h.Name,
                    h.Kind,
                    h.VillageId,
                    VillagesOf(h.Kind, h.VillageId, h.Represented)
                )),
            ]
        );
    }

    /// <summary>Of an association never more than it speaks for today, also when the role is for one village.</summary>
    private static long[] VillagesOf(OrganisationKind kind, long? villageId, long[] represented) =>
        villageId is not { } village ? represented
        : kind != OrganisationKind.Association || represented.Contains(village) ? [village]
        : [];
}
