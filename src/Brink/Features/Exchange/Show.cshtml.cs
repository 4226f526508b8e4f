using Brink.Features.Places;
using Brink.Features.Reach;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Links;
using Brink.Platform.Cache;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange;

/// <summary>One need or offer.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class ShowModel : BrinkPage
{
    public HelpHead Head { get; private set; } = null!;
    public IReadOnlyList<Crumb> Villages { get; private set; } = [];
    public Crumb? Initiative { get; private set; }
    public IReadOnlyList<ContactCard> Contacts { get; private set; } = [];
    public bool MayHandle { get; private set; }
    public GroupsView Groups { get; private set; } = null!;

    /// <summary>What it belongs to and what belongs to it.</summary>
    public LinkList Links { get; private set; } = null!;
    public bool MayHandOver { get; private set; }

    /// <summary>Placed a moment ago.</summary>
    public bool IsPlaced { get; private set; }
    public int Waiting { get; private set; }

    /// <summary>The viewer's own answer, standing or not.</summary>
    public long? OwnResponse { get; private set; }
    public bool TakesAnswers => Head.TakesAnswersOn(Today);

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (
            NumberedSlug.Read(address) is not (var id, var slug)
            || await Db.HeadAsync(id, cancellation) is not { } head
        )
        {
            return NotFound();
        }

        if (!Viewer.May(HelpAct.See, head.Standing))
        {
            return StatusCode(
                head.Visibility == Visibility.Withdrawn ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound
            );
        }

        if (slug != head.Slug)
        {
            return RedirectPermanent(head.Address);
        }

        Head = head;
        var villages = await Db
            .SubjectVillages.Where(v => v.SubjectId == id)
            .Join(Db.Subjects, v => v.VillageId, s => s.Id, (_, s) => s)
            .OrderBy(s => s.Title)
            .Select(s => new
            {
                s.Id,
                s.Title,
                s.Slug,
            })
            .ToArrayAsync(cancellation);
        Villages = [.. villages.Select(v => new Crumb(v.Title, PlacesLinks.Village(v.Id, v.Slug)))];
        Initiative = await InitiativeAsync(cancellation);
        Groups = await GroupsView.OfAsync(Db, Viewer, id, cancellation);
        Links = await LinkList.OfAsync(Db, Viewer, id, cancellation);
        var contacts = await KnownAsync(() => VillageContacts.LoadAsync(Db, Today, null, cancellation));
        Contacts = villages.Length == 0 ? [] : contacts.Cards(T, villages[0].Id);
        MayHandle = Viewer.May(HelpAct.Handle, head.Standing);
        MayHandOver = head.Taken > 0 && Viewer.May(HelpAct.HandOver, head.Standing);
        if (Viewer.PersonId is { } me)
        {
            Waiting = MayHandle
                ? await Db.HelpResponses.CountAsync(
                    r => r.HelpId == id && r.State == ResponseState.Waiting,
                    cancellation
                )
                : 0;
            OwnResponse = await Db
                .HelpResponses.Where(r => r.HelpId == id && r.PersonId == me)
                .OrderByDescending(r => r.Id)
                .Select(r => (long?)r.Id)
                .FirstOrDefaultAsync(cancellation);
        }

        if (Request.Query.ContainsKey("geplaatst"))
        {
            IsPlaced = true;
        }

        return Page();
    }

    private async Task<Crumb?> InitiativeAsync(CancellationToken cancellation)
    {
        if (Head.InitiativeId is not { } id)
        {
            return null;
        }

        var found = await Db
            .Subjects.Where(s => s.Id == id && s.Visibility == Visibility.Public)
            .Select(s => new { s.Title, s.Slug })
            .FirstOrDefaultAsync(cancellation);
        return found is null ? null : new Crumb(found.Title, SubjectLinks.Of(SubjectKind.Initiative, id, found.Slug));
    }
}
