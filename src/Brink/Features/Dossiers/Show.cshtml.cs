using Brink.Features.Dossiers.EarlyOn;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Rounds;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Links;
using Brink.Platform.Cache;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

/// <summary>The page of one dossier: what is open, what is fixed, which step comes when, who was invited (C1–C3, C10).</summary>
[AllowAnonymous]
[PublicPage]
public class ShowModel : BrinkPage
{
    public DossierView View { get; private set; } = null!;
    public DossierAround Around { get; private set; } = null!;
    public EarlyRow? Early { get; private set; }
    public PhasePath Path { get; private set; } = null!;
    public IReadOnlyList<ContactCard> Contacts { get; private set; } = [];
    public IReadOnlyList<FilterLink> Doable { get; private set; } = [];
    public IReadOnlyList<JournalLine> Happened { get; private set; } = [];
    public LinkList Links { get; private set; } = null!;
    public bool Follows { get; private set; }

    /// <summary>Its documents, and the rounds in which people react.</summary>
    public DossierRounds Rounds { get; private set; } = null!;

    /// <summary>What associations advise on it; what is in confidence only for who reads that.</summary>
    public Advice.AdviceOnDossier Advice { get; private set; } = null!;

    /// <summary>A policy officer, who also sees whether an invited association opened it.</summary>
    public bool MayWork { get; private set; }

    public bool MaySeeOpenings { get; private set; }

    /// <summary>Who contributed on paper and has no mail address; counted for officers only.</summary>
    public int LettersDue { get; private set; }

    public bool IsPublic => View.Visibility == Visibility.Public;

    private bool IsOver => View.State is DossierState.Decided or DossierState.Stopped or DossierState.Withdrawn;

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (
            NumberedSlug.Read(address) is not (var id, var slug)
            || await Db.DossierStandingAsync(id, cancellation) is not { } standing
            || !Viewer.May(DossierAct.See, standing)
            || await Db.DossierViewAsync(id, cancellation) is not { } view
        )
        {
            return NotFound();
        }

        if (slug != view.Slug)
        {
            return RedirectPermanent(DossierLinks.Show(id, view.Slug));
        }

        View = view;
        if (!IsPublic)
        {
            Response.Headers.CacheControl = "no-store";
        }

        if (!HttpMethods.IsHead(Request.Method))
        {
            await NoteOpeningAsync(standing, cancellation);
        }

        Around = await Db.DossierAroundAsync(id, cancellation);
        Path = T.Path(view, Around.Stages, Today);
        Early = EarlyRow.Of(view, Around.Stages);
        var happened = await Db.TimelineAsync(T, id, 1, cancellation);
        Happened = [.. happened.Take(TimelineQueries.PageSize)];
        Links = IsPublic
            ? await LinkList.OfAsync(Db, Viewer, id, cancellation)
            : new LinkList(id, MayLink: false, Rows: []);
        Contacts = await ContactsAsync(cancellation);
        MayWork = Viewer.May(DossierAct.Work, standing);
        Rounds = await DossierRounds.ReadAsync(Db, id, MayWork, Time.GetUtcNow(), cancellation);
        Advice = await Brink.Features.Advice.AdviceOnDossier.LoadAsync(
            Db,
            T,
            Viewer,
            id,
            !IsPublic,
            MayWork,
            IsOver,
            Today,
            cancellation
        );
        LettersDue = MayWork ? await Db.ByLetterAsync(id, cancellation) : 0;
        MaySeeOpenings = !IsPublic && Viewer.May(DossierAct.SeeOpenings, standing);
        Doable = ActsOf(standing);
        Follows =
            Viewer.PersonId is { } me
            && await Db.Follows.AnyAsync(
                f => f.PersonId == me && f.SubjectId == id && f.Frequency != Frequency.None,
                cancellation
            );
        return Page();
    }

    /// <summary>In confidence each opening is a row; of an invitation only the first is kept.</summary>
    private async Task NoteOpeningAsync(DossierStanding standing, CancellationToken cancellation)
    {
        await Db.NoteOpeningAsync(Viewer, standing, View.Id, Time.GetUtcNow(), cancellation);
        var speaksFor = Viewer.Roles.Select(r => r.OrganisationId).Where(Viewer.SpeaksFor).Distinct().ToArray();
        if (speaksFor.Length > 0)
        {
            var (id, now) = (View.Id, Time.GetUtcNow());
            await Db
                .DossierInvitations.Where(i => i.DossierId == id && i.FirstOpenedAt == null)
                .Where(i => speaksFor.Contains(i.OrganisationId))
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.FirstOpenedAt, now), cancellation);
        }
    }

    /// <summary>The officer whose dossier it is; the municipality's own number where the officer's isn't shared.</summary>
    private async Task<IReadOnlyList<ContactCard>> ContactsAsync(CancellationToken cancellation)
    {
        var contact = Tenant.Info;
        if (View.Owner is { } owner)
        {
            return
            [
                new ContactCard(
                    owner.Name,
                    T["beleidsambtenaar bij {0}", View.Municipality],
                    owner.Phone ?? Filled(contact.ContactTelephone),
                    owner.Mail ?? Filled(contact.ContactMail)
                ),
            ];
        }

        if (Around.Villages.Count == 1)
        {
            var known = await KnownAsync(() => VillageContacts.LoadAsync(Db, Today, null, cancellation));
            return known.Cards(T, Around.Villages[0].Id);
        }

        return
        [
            new ContactCard(
                contact.ContactName,
                View.Municipality,
                Filled(contact.ContactTelephone),
                Filled(contact.ContactMail)
            ),
        ];
    }

    private static string? Filled(string text) => text.Length > 0 ? text : null;

    private List<FilterLink> ActsOf(DossierStanding standing)
    {
        var acts = new List<FilterLink>();
        void Add(bool may, string text, string href)
        {
            if (may)
            {
                acts.Add(new FilterLink(text, href, 0));
            }
        }

        Add(
            Viewer.May(DossierAct.SayBack, standing),
            T["Zeg iets terug aan de gemeente"],
            DossierLinks.SayBack(View.Id)
        );
        Add(
            Viewer.May(DossierAct.SeeOpenings, standing) && Around.Confidence is not null,
            T["Wie het in vertrouwen leest"],
            DossierLinks.Confidence(View.Id)
        );
        if (!MayWork)
        {
            return acts;
        }

        Add(
            !IsOver || (View.State == DossierState.Decided && View.Stage != Stage.CarryingOut),
            T["Naar een andere stap"],
            DossierLinks.Move(View.Id)
        );
        Add(!IsOver, T["Tekst aanpassen"], DossierLinks.Edit(View.Id));
        Add(!IsOver, T["Datums veranderen"], DossierLinks.Replan(View.Id));
        Add(!IsOver, T["Dorpen en onderwerpen veranderen"], DossierLinks.Touch(View.Id));
        Add(
            IsPublic && LettersDue > 0,
            T.Count(LettersDue, "1 brief afdrukken", "{0} brieven afdrukken"),
            DossierLinks.Letters(View.Id)
        );
        Add(true, T["Overdragen aan een collega"], DossierLinks.HandOver(View.Id));
        Add(View.State == DossierState.Open, T["Afronden"], DossierLinks.End(View.Id));
        return acts;
    }
}
