using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Exchange;
using Brink.Features.Initiatives.Budget;
using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Initiatives.Support;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Places.Spots;
using Brink.Features.Promises;
using Brink.Features.Reach;
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

namespace Brink.Features.Initiatives;

/// <summary>The page of one initiative: what a village shows with pride.</summary>
[AllowAnonymous]
[PublicPage]
public class ShowModel : BrinkPage
{
    /// <summary>Older news stands on the page of all news.</summary>
    private const int MostUpdates = 5;

    public InitiativeView View { get; private set; } = null!;
    public PhasePath Path { get; private set; } = null!;
    public IReadOnlyList<PromiseRow> Promises { get; private set; } = [];
    public IReadOnlyList<ThemeView> Themes { get; private set; } = [];
    public IReadOnlyList<QuestionView> Questions { get; private set; } = [];
    public IReadOnlyList<Requirement> Requirements { get; private set; } = [];
    public IReadOnlyList<UpdateView> Updates { get; private set; } = [];
    public RulesShort? Rules { get; private set; }
    public BudgetShort? Budget { get; private set; }
    public LinkList Links { get; private set; } = null!;
    public IReadOnlyList<FileView> Files { get; private set; } = [];
    public IReadOnlyList<ContactCard> Contacts { get; private set; } = [];

    /// <summary>With the spot; null when none is pointed out.</summary>
    public IHtmlContent? Map { get; private set; }
    public IReadOnlyList<FilterLink> Doable { get; private set; } = [];
    public IReadOnlyList<JournalLine> Happened { get; private set; } = [];
    public bool HasMoreHappened { get; private set; }
    public int TimelinePage { get; private set; } = 1;
    public bool MayReply { get; private set; }
    public IReadOnlyList<HelpRow> StillNeeded { get; private set; } = [];
    public GroupsView Groups { get; private set; } = null!;
    public bool MayAskForHelp { get; private set; }

    /// <summary>The viewer follows this very initiative.</summary>
    public bool Follows { get; private set; }
    public bool HasMoreUpdates { get; private set; }
    public SupportPart Support { get; private set; } = null!;
    public bool ShowsAll => Request.Query["berichten"] == "alle";

    public string Picture =>
        Files.FirstOrDefault(f => f.PartId is null) is { } photo
            ? InitiativeLinks.Photo(View.Id, photo.Id)
            : ThemePictures.For(View.Drawing);

    public IEnumerable<PromiseRow> Open => Promises.Where(p => p.State == PromiseState.Open);

    /// <summary>What has been promised and came late, or was set free: it stays to be read.</summary>
    public IEnumerable<PromiseRow> Ended => Promises.Where(p => p.State != PromiseState.Open);

    public IReadOnlyList<Photo> PhotosOf(long? partId) =>
        [
            .. Files
                .Where(f => f.PartId == partId)
                .Select(f => new Photo(
                    InitiativeLinks.Photo(View.Id, f.Id),
                    InitiativeLinks.Photo(View.Id, f.Id) + "?breedte=640",
                    f.Description
                )),
        ];

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (
            NumberedSlug.Read(address) is not (var id, var slug)
            || await Db.ViewAsync(id, cancellation) is not { } view
        )
        {
            return NotFound();
        }

        var standing =
            Viewer.IsSignedIn || view.Visibility != Visibility.Public ? await Db.StandingAsync(id, cancellation) : null;
        if (standing is not null && !Viewer.May(InitiativeAct.See, standing))
        {
            return StatusCode(
                view.Visibility == Visibility.Withdrawn ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound
            );
        }

        if (slug != view.Slug)
        {
            return RedirectPermanent(InitiativeLinks.Show(id, view.Slug));
        }

        View = view;
        await ReadAsync(cancellation);
        Doable = standing is null ? [] : ActsOf(standing);
        Follows =
            Viewer.PersonId is { } me
            && await Db.Follows.AnyAsync(
                f => f.PersonId == me && f.SubjectId == id && f.Frequency != Frequency.None,
                cancellation
            );
        Links =
            view.HasLinks || Viewer.IsSignedIn
                ? await LinkList.OfAsync(Db, Viewer, view.Id, cancellation)
                : new LinkList(view.Id, false, []);
        Groups =
            view.HasGroups || Viewer.IsSignedIn
                ? await GroupsView.OfAsync(Db, Viewer, id, cancellation)
                : new GroupsView(id, [], false);
        StillNeeded = view.HasHelp ? await Db.StillNeededAsync(id, Today, cancellation) : [];
        MayAskForHelp = standing is { Visibility: Visibility.Public } && Viewer.May(InitiativeAct.PostUpdate, standing);
        MayReply = standing is not null && Viewer.May(InitiativeAct.Reply, standing);
        var support = await Db.SupportAsync(id, view.Village, cancellation);
        Support = SupportPart.Of(support, Viewer, standing, T, Today);
        Happened = Happened.WithSupport(T, support, TimelinePage == 1);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var id = View.Id;
        // Only what lies still or stopped needs its past to say how far it came.
        var phases = View.Phase > Phase.InUpkeep ? await Db.PhasesAsync(id, cancellation) : [];
        Path = T.PathOf(View.Phase, View.PhaseSince, [.. phases.Select(p => (p.Phase, p.On))]);
        Promises = await Db.PromisesAsync(id, cancellation);
        Themes = View.Drawing is null ? [] : await Db.ThemesAsync(id, cancellation);
        Questions = View.HasQuestions ? await Db.QuestionsAsync(id, cancellation) : [];
        Requirements = View.HasRequirements ? await Db.RequirementsAsync(id, cancellation) : [];
        Rules = View.HasGroundRules ? await Db.RulesShortAsync(id, View.Phase, cancellation) : null;
        Budget = View.HasBudget ? await Db.BudgetShortAsync(id, cancellation) : null;
        Files = View.HasFiles ? await Db.FilesAsync(id, cancellation) : [];
        TimelinePage = int.TryParse(
            Request.Query["tijdlijn"],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var page
        )
            ? Math.Clamp(page, 1, 1000)
            : 1;
        var happened = await Db.TimelineAsync(T, id, TimelinePage, cancellation);
        HasMoreHappened = happened.Count > TimelineQueries.PageSize;
        // Updates stand on the page in full.
        Happened = [.. happened.Take(TimelineQueries.PageSize).Where(line => line.Verb != InitiativeVerbs.Updated)];
        if (GeoPosition.Of(View.Longitude, View.Latitude) is { } spot)
        {
            var map = await SpotMap.LoadAsync(Db, View.VillageId, cancellation, own: true);
            Map = map?.Draw(new SpotChoice(spot, SpotPart.Whole), T["Kaart van {0} met de plek", View.Village]);
        }

        var contacts = await KnownAsync(() => VillageContacts.LoadAsync(Db, Today, null, cancellation));
        Contacts = contacts.Cards(T, View.VillageId);
        if (View.HasUpdates)
        {
            var most = ShowsAll ? 1000 : MostUpdates;
            var updates = await Db.UpdatesAsync(id, most + 1, cancellation);
            HasMoreUpdates = updates.Length > most;
            Updates = [.. updates.Take(most)];
        }
    }

    private List<FilterLink> ActsOf(InitiativeStanding standing)
    {
        var id = View.Id;
        var acts = new (InitiativeAct Act, bool Now, string Text, string Href)[]
        {
            (
                InitiativeAct.ConfirmForSender,
                View.Intake == IntakeState.AwaitingConfirmation,
                T["Bevestigen voor de indiener"],
                InitiativeLinks.Confirm(id)
            ),
            (InitiativeAct.TakeIn, View.Intake == IntakeState.HandedIn, T["Oppakken"], InitiativeLinks.TakeIn(id)),
            (
                InitiativeAct.Answer,
                View.Intake is IntakeState.HandedIn or IntakeState.TakenIn,
                T["Antwoorden"],
                InitiativeLinks.Answer(id)
            ),
            (InitiativeAct.Reach, true, T["De initiatiefnemer bereiken"], InitiativeLinks.Reach(id)),
            (InitiativeAct.Ask, true, T["Een vraag stellen"], InitiativeLinks.Ask(id)),
            (InitiativeAct.SayWhatIsNeeded, true, T["Zeggen wat nodig is"], InitiativeLinks.Need(id)),
            (InitiativeAct.BringColleagueIn, true, T["Een collega erbij halen"], InitiativeLinks.BringIn(id)),
            (InitiativeAct.PostUpdate, true, T["Vertellen hoe het gaat"], InitiativeLinks.Update(id)),
            (InitiativeAct.MovePhase, true, T["Naar een andere fase"], InitiativeLinks.Phase(id)),
            (InitiativeAct.Edit, true, T["Tekst en plek aanpassen"], InitiativeLinks.Edit(id)),
            (InitiativeAct.Edit, true, T["De plek op de kaart"], InitiativeLinks.Spot(id)),
            (InitiativeAct.Edit, true, T["Foto's"], InitiativeLinks.Photos(id)),
            (InitiativeAct.AgreeAsInitiators, true, T["Spelregels afspreken"], InitiativeLinks.GroundRules(id)),
            (InitiativeAct.AgreeAsMunicipality, true, T["Spelregels afspreken"], InitiativeLinks.GroundRules(id)),
            (InitiativeAct.AgreeAsPartner, true, T["Spelregels afspreken"], InitiativeLinks.GroundRules(id)),
            (InitiativeAct.KeepBudget, true, T["De begroting bijhouden"], InitiativeLinks.Budget(id)),
            (InitiativeAct.Withdraw, true, T["Intrekken"], InitiativeLinks.Withdraw(id)),
        };
        var confirmed = View.Intake is not (IntakeState.AwaitingConfirmation or IntakeState.Withdrawn);
        return
        [
            .. acts.Where(a =>
                    a.Now
                    && (
                        confirmed
                        || a.Act is InitiativeAct.ConfirmForSender or InitiativeAct.Withdraw or InitiativeAct.Edit
                    )
                    && View.Intake != IntakeState.Withdrawn
                    && Viewer.May(a.Act, standing)
                )
                .DistinctBy(a => a.Href, StringComparer.Ordinal)
                .Select(a => new FilterLink(a.Text, a.Href, 0)),
        ];
    }
}
