using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Places.Spots;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Links;
using Brink.Platform.Cache;
using Brink.Platform.Localisation;
using Brink.Platform.Maps;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals;

/// <summary>The page of one signal: what plays, who is on, by when there is an answer, and the answer.</summary>
[AllowAnonymous]
[PublicPage]
public class ShowModel : BrinkPage
{
    public SignalView View { get; private set; } = null!;
    public SignalAround Around { get; private set; } = null!;

    /// <summary>What it belongs to and what belongs to it.</summary>
    public LinkList Links { get; private set; } = null!;
    public IReadOnlyList<ContactCard> Contacts { get; private set; } = [];
    public IHtmlContent? Map { get; private set; }
    public IReadOnlyList<FilterLink> Doable { get; private set; } = [];
    public IReadOnlyList<JournalLine> Happened { get; private set; } = [];
    public bool MayReadNotes { get; private set; }

    /// <summary>The last change of the day of the answer; null for none.</summary>
    public PromiseMove? Moved { get; private set; }
    public bool Follows { get; private set; }

    public IEnumerable<PromiseRow> Open => Around.Promises.Where(p => p.State == PromiseState.Open);

    /// <summary>An answer that came late stays to be read.</summary>
    public IEnumerable<PromiseRow> KeptLate =>
        Around.Promises.Where(p =>
            p.State == PromiseState.Kept && p.EndedAt is { } end && DutchTime.DateOf(end) > p.Due
        );

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (
            NumberedSlug.Read(address) is not (var id, var slug)
            || await Db.SignalViewAsync(id, cancellation) is not { } view
        )
        {
            return NotFound();
        }

        var standing =
            Viewer.IsSignedIn || view.Visibility != Visibility.Public
                ? await Db.SignalStandingAsync(id, cancellation)
                : null;
        if (standing is not null && !Viewer.May(SignalAct.See, standing))
        {
            return StatusCode(
                view.Visibility == Visibility.Withdrawn ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound
            );
        }

        if (slug != view.Slug)
        {
            return RedirectPermanent(SignalLinks.Show(id, view.Slug));
        }

        View = view;
        Around = await Db.SignalAroundAsync(id, cancellation);
        Links = await LinkList.OfAsync(Db, Viewer, id, cancellation);
        Moved = await Db
            .PromiseMoves.AsNoTracking()
            .Where(m => m.Promise!.SubjectId == id && m.Promise.Kind == PromiseKind.Answer)
            .OrderByDescending(m => m.Id)
            .FirstOrDefaultAsync(cancellation);
        var happened = await Db.TimelineAsync(T, id, 1, cancellation);
        Happened = [.. happened.Take(TimelineQueries.PageSize)];
        if (GeoPosition.Of(view.Longitude, view.Latitude) is { } spot)
        {
            var map = await SpotMap.LoadAsync(Db, view.VillageId, cancellation, own: true);
            Map = map?.Draw(new SpotChoice(spot, SpotPart.Whole), T["Kaart van {0} met de plek", view.Village]);
        }

        var contacts = await KnownAsync(() => VillageContacts.LoadAsync(Db, Today, null, cancellation));
        Contacts = contacts.Cards(T, view.VillageId);
        Doable = standing is null ? [] : ActsOf(standing);
        MayReadNotes = standing is not null && Viewer.May(SignalAct.ReadNotes, standing);
        Follows =
            Viewer.PersonId is { } me
            && await Db.Follows.AnyAsync(
                f => f.PersonId == me && f.SubjectId == id && f.Frequency != Frequency.None,
                cancellation
            );
        return Page();
    }

    /// <summary>Who brought it in, in one line.</summary>
    public string BroughtInBy
    {
        get
        {
            var on = Formats.Date(DutchTime.DateOf(View.At));
            return (View.OnBehalfOf ?? View.By) is { } name
                ? T["Verteld door {0} op {1}", name, on]
                : T["Verteld door een inwoner op {0}", on];
        }
    }

    /// <summary>'Doorgestuurd naar Politie op 3 november 2026.'</summary>
    public string Sentence(ForwardView forward)
    {
        var to = forward switch
        {
            { Organisation: { } organisation } => organisation,
            { Name.Length: > 0 } => forward.Name,
            _ => T["een collega bij de gemeente"],
        };
        var sent = T["Doorgestuurd naar {0} op {1}.", to, Formats.Date(DutchTime.DateOf(forward.At))];
        return forward.AcceptedAt is { } accepted
            ? sent + " " + T["{0} nam het antwoord over op {1}.", to, Formats.Date(DutchTime.DateOf(accepted))]
            : sent;
    }

    private List<FilterLink> ActsOf(SignalStanding standing)
    {
        var (id, state) = (View.Id, View.State);
        var takenOver = standing.TakenOverById is not null;
        var acts = new (SignalAct Act, bool Now, string Text, string Href)[]
        {
            (
                SignalAct.ConfirmForSender,
                state == SignalState.AwaitingConfirmation,
                T["Bevestigen voor de indiener"],
                SignalLinks.Confirm(id)
            ),
            (SignalAct.Triage, state == SignalState.Open, T["Een datum geven"], SignalLinks.Triage(id)),
            (
                SignalAct.MoveAnswer,
                state == SignalState.Triaged && !takenOver,
                T["Een andere dag geven"],
                SignalLinks.MoveAnswer(id)
            ),
            (SignalAct.Answer, View.IsOpen, T["Antwoorden"], SignalLinks.Answer(id)),
            (
                SignalAct.Accept,
                state == SignalState.Triaged && !takenOver,
                T["Het antwoord overnemen"],
                SignalLinks.Accept(id)
            ),
            (SignalAct.Forward, state == SignalState.Triaged, T["Doorsturen"], SignalLinks.Forward(id)),
            (SignalAct.Merge, View.IsOpen, T["Samenvoegen met een ander signaal"], SignalLinks.Merge(id)),
            (SignalAct.Split, View.IsOpen, T["Splitsen in twee signalen"], SignalLinks.Split(id)),
            (SignalAct.HideDetails, true, T["Iets dat privé is weghalen"], SignalLinks.Hide(id)),
            (
                SignalAct.Withdraw,
                state is not (SignalState.Merged or SignalState.Withdrawn),
                T["Intrekken"],
                SignalLinks.Withdraw(id)
            ),
        };
        return
        [
            .. acts.Where(a => a.Now && state != SignalState.Withdrawn && Viewer.May(a.Act, standing))
                .Select(a => new FilterLink(a.Text, a.Href, 0)),
        ];
    }
}
