using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Initiatives.Acts;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>
/// A page about the support for one initiative that everybody can see: absent for anything else, forbidden for who may
/// not act.
/// </summary>
/// <param name="act">Null where one only reads.</param>
public abstract class SupportPage(SupportAct? act = null) : BrinkPage
{
    public InitiativeHead Head { get; private set; } = null!;
    public InitiativeStanding Standing { get; private set; } = null!;

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        var standing = await Db.StandingAsync(id, Aborted);
        if (
            standing is not { Visibility: Visibility.Public }
            || await InitiativeHead.OfAsync(Db, id, Aborted) is not { } head
        )
        {
            context.Result = NotFound();
            return;
        }

        if (act is { } wanted && !Viewer.May(wanted, standing))
        {
            context.Result = Viewer.IsSignedIn ? Forbid() : Challenge();
            return;
        }

        (Head, Standing) = (head, standing);
        if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid)
        {
            // What can't be read, such as a number in words: the form again, with what was typed.
            await ReadAsync();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Result = Page();
            return;
        }

        await next();
    }

    /// <summary>What the form shows beside what was typed.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;

    /// <summary>A line in the journal that leaves the initiative where it stands in the lists.</summary>
    protected void Note(string verb, Actor actor, params (string Name, object Value)[] about) =>
        Db.Journal.Add(JournalEntry.Beside(Head.Id, verb, actor, about));

    /// <summary>Provenance of the words of somebody with an account, in person or for an organisation.</summary>
    protected Contribution By(Actor actor, bool nameIsPublic) =>
        new()
        {
            MunicipalityId = Db.TenantId,
            SubjectId = Head.Id,
            ByPersonId = actor.PersonId,
            OnBehalfOfId = actor.OnBehalfOfId,
            EnteredById = actor.EnteredById,
            Channel = actor.Channel,
            At = actor.At,
            NameIsPublic = nameIsPublic,
        };
}

/// <summary>Where somebody lives and whether the name may be shown: asked of whoever backs or worries.</summary>
public sealed class Whereabouts
{
    /// <summary>A village; <see cref="SupportWords.Outside"/> for elsewhere.</summary>
    public long? VillageId { get; set; }
    public bool NameIsPublic { get; set; }

    /// <summary>Asked only of who has none here yet.</summary>
    public string Name { get; set; } = "";

    public IReadOnlyList<Choice> Homes { get; private set; } = [];

    /// <summary>The name that would be shown; empty when it must be asked.</summary>
    [BindNever]
    public string KnownName { get; set; } = "";

    public bool AsksName => KnownName.Length == 0;

    public BackingChoice Choice => new(VillageId == SupportWords.Outside ? null : VillageId, NameIsPublic);

    public async Task ReadAsync(BrinkPage page, long own)
    {
        var villages = await page
            .Db.Villages.OrderBy(v => v.Subject!.Title)
            .Select(v => new { v.Id, v.Subject!.Title })
            .ToArrayAsync();
        Homes = page.T.Homes(villages.Select(v => (v.Id, v.Title)), own, page.Tenant.Name);
    }

    /// <summary>After <see cref="ReadAsync"/>.</summary>
    public IEnumerable<Refusal> Check()
    {
        if (
            VillageId is not { } village
            || Homes.All(home => home.Value != village.ToString(CultureInfo.InvariantCulture))
        )
        {
            yield return new Refusal("Where.VillageId", "Kies waar u woont.");
        }

        foreach (var refusal in Typed.Fits("Where.Name", Name, 120, 200))
        {
            yield return refusal;
        }

        if (NameIsPublic && AsksName && string.IsNullOrWhiteSpace(Name))
        {
            yield return new Refusal("Where.Name", "Vul uw naam in, of haal het vinkje weg.");
        }
    }

    /// <summary>Somebody without a name gets the one that was typed.</summary>
    /// <returns>The line for the journal; null when nothing changed.</returns>
    public JournalEntry? TakeName(Person person, Actor actor)
    {
        if (person.Name.Length > 0 || string.IsNullOrWhiteSpace(Name) || !NameIsPublic)
        {
            return null;
        }

        person.Name = Platform.Text.TextRules.Line(Name);
        return JournalEntry.General(
            PlacesVerbs.PersonChanged,
            actor with
            {
                PersonId = person.Id,
            },
            ("person", person.Id)
        );
    }
}
