using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Acts;

/// <summary>
/// The page of one act on one initiative: absent for who may not see the initiative, forbidden for who may not act.
/// </summary>
[Authorize]
public abstract class InitiativeActPage(params InitiativeAct[] acts) : BrinkPage
{
    public InitiativeHead Head { get; private set; } = null!;
    public InitiativeStanding Standing { get; private set; } = null!;

    /// <summary>The road along which the words came, when the viewer enters them for the sender.</summary>
    [BindProperty]
    public Channel? Road { get; set; }

    /// <summary>What suits the village, for officials who are about to write to it; null where nobody writes.</summary>
    public WhatSuitsView? Suits { get; private set; }

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public bool May(InitiativeAct act) => Viewer.May(act, Standing);

    /// <summary>The viewer speaks for the initiators only as the one who entered it for them.</summary>
    public Voice Voice =>
        Viewer.PersonId is { } person && Standing.InitiatorIds.Contains(person) ? Voice.Own
        : Standing.OnBehalfOfId is { } association && Viewer.SpeaksFor(association) ? Voice.Association
        : Voice.Entered;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var standing = await Db.StandingAsync(id, Aborted);
        if (
            standing is null
            || !Viewer.May(InitiativeAct.See, standing)
            || await InitiativeHead.OfAsync(Db, id, Aborted) is not { } head
        )
        {
            context.Result = NotFound();
            return;
        }

        if (!acts.Any(act => Viewer.May(act, standing)))
        {
            context.Result = Forbid();
            return;
        }

        (Head, Standing) = (head, standing);
        if (acts.Any(act => act is InitiativeAct.Ask or InitiativeAct.Answer or InitiativeAct.BringColleagueIn))
        {
            Suits = (await Db.TailorMadeOfAsync([head.VillageId], Aborted))[0];
        }

        if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid)
        {
            // What can't be read, such as a date in words: the form again, with what was typed.
            await ReadAsync();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Result = Page();
            return;
        }

        await next();
    }

    public virtual Task OnGetAsync() => ReadAsync();

    /// <summary>What the form shows beside what was typed.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;

    /// <summary>The initiative to act on, as it is now.</summary>
    protected Task<Initiative> LoadAsync(Func<IQueryable<Initiative>, IQueryable<Initiative>>? with = null)
    {
        var query = Db.Initiatives.Include(i => i.Subject).ThenInclude(s => s.Promises).AsQueryable();
        return (with?.Invoke(query) ?? query).SingleAsync(i => i.Id == Head.Id, Aborted);
    }

    /// <summary>The viewer, for the municipality.</summary>
    protected Actor ActsAsOfficial() =>
        Acts(Viewer.Roles.FirstOrDefault(r => r.OrganisationKind == OrganisationKind.Municipality)?.OrganisationId);

    /// <summary>The viewer, for the initiators: in person, for the association, or entered for the sender.</summary>
    protected Actor ActsAsInitiator() =>
        Voice switch
        {
            Voice.Own => Acts(),
            Voice.Association => Acts(Standing.OnBehalfOfId),
            _ => Acts() with
            {
                PersonId = Head.SenderId,
                EnteredById = Viewer.PersonId,
                Channel = Road ?? Channel.Telephone,
            },
        };

    /// <summary>Provenance of words of the initiators.</summary>
    protected Contribution ByInitiator(Actor actor) =>
        new()
        {
            ByPersonId = actor.PersonId,
            OnBehalfOfId = actor.OnBehalfOfId,
            EnteredById = actor.EnteredById,
            EnteredForId = Voice == Voice.Entered ? Standing.EnteredForId : null,
            Channel = actor.Channel,
            At = actor.At,
        };

    /// <summary>Provenance of words of the municipality: officials act by name.</summary>
    protected static Contribution ByOfficial(Actor actor) =>
        new()
        {
            ByPersonId = actor.PersonId,
            OnBehalfOfId = actor.OnBehalfOfId,
            Channel = actor.Channel,
            At = actor.At,
            NameIsPublic = true,
        };
}
