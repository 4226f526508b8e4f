using Brink.Features.Initiatives;
using Brink.Features.Places.TailorMade;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Signals;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Links;
using Brink.Platform.Cache;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Villages;

/// <summary>A village's own page (P6).</summary>
[AllowAnonymous]
[PublicPage]
public class ShowModel : BrinkPage
{
    private const int ShownInitiatives = 6;
    private const int ShownPromises = 5;

    public VillageShow Village { get; private set; } = null!;
    public IReadOnlyList<ListRow> Initiatives { get; private set; } = [];
    public int InitiativeCount { get; private set; }
    public InVillage Signals { get; private set; } = null!;
    public Dossiers.InVillageDossiers Dossiers { get; private set; } = null!;
    public Advice.AdviceInVillage Advice { get; private set; } = null!;
    public IReadOnlyList<PromiseLine> Promises { get; private set; } = [];
    public IReadOnlyList<ContactCard> Contacts { get; private set; } = [];
    public IHtmlContent? Map { get; private set; }
    public LinkList Links { get; private set; } = null!;
    public WhatSuitsView Suits { get; private set; } = null!;
    public bool MayEditPage { get; private set; }
    public bool MayEditFacilities { get; private set; }
    public bool MayReadFile { get; private set; }

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (
            NumberedSlug.Read(address) is not (var id, var slug)
            || await Db.ShowAsync(id, Today, cancellation) is not { } village
        )
        {
            return NotFound();
        }

        if (slug != village.Slug)
        {
            return RedirectPermanent(PlacesLinks.Village(village.Id, village.Slug));
        }

        Village = village;
        await ReadWhatGoesOnAsync(id, cancellation);
        Signals = await InVillage.LoadAsync(Db, T, id, village.Name, Today, cancellation);
        Dossiers = await Brink.Features.Dossiers.InVillageDossiers.LoadAsync(Db, T, id, village.Name, cancellation);
        Advice = await Brink.Features.Advice.AdviceInVillage.LoadAsync(Db, T, id, village.Name, Today, cancellation);
        var map = await KnownAsync(() => VillageMap.LoadAsync(Db, cancellation));
        Map = map.Draw(
            T["Waar {0} ligt in {1}", village.Name, Tenant.Name],
            [new MappedVillage(village.Id, village.Name, village.Slug, village.Longitude, village.Latitude)],
            village.Id
        );
        var contacts = await KnownAsync(() => VillageContacts.LoadAsync(Db, Today, null, cancellation));
        Contacts = contacts.Cards(T, id);
        Links = await LinkList.OfAsync(Db, Viewer, id, cancellation);
        Suits = (await Db.TailorMadeOfAsync([id], cancellation))[0];
        MayEditPage = Viewer.May(VillageAct.EditPage, id);
        MayEditFacilities = Viewer.May(VillageAct.EditFacilities, id);
        MayReadFile = Viewer.May(VillageAct.ReadFile, id);
        return Page();
    }

    private async Task ReadWhatGoesOnAsync(long id, CancellationToken cancellation)
    {
        var initiatives = Db.Initiatives.Public().Where(i => i.VillageId == id);
        InitiativeCount = await initiatives.CountAsync(cancellation);
        var rows = await initiatives.NewestFirst().Take(ShownInitiatives).Rows(Db).ToArrayAsync(cancellation);
        // The village stands above the list already.
        Initiatives = [.. rows.Select(row => T.ListRow(row, Today) with { Place = null })];
        var promises = await Db
            .Promises.AsNoTracking()
            .Where(p => p.State == PromiseState.Open && p.Kind == PromiseKind.Agreed)
            .Where(p => p.Subject!.Visibility == Visibility.Public)
            .Where(p => p.SubjectId == id || p.Subject!.Villages.Any(v => v.VillageId == id))
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id)
            .Take(ShownPromises)
            .Select(p => new PromiseRow(
                p.Kind,
                p.What,
                p.ByOrganisation!.Name ?? "",
                p.Due,
                p.State,
                p.EndedAt,
                p.Ending
            ))
            .ToArrayAsync(cancellation);
        Promises = [.. promises.Select(promise => T.PromiseLine(promise, Today))];
    }

    /// <summary>'Klein dorp met 665 inwoners'.</summary>
    public string Lead =>
        Village.Figure is { } figure
            ? T.Count(
                figure.Number,
                "{1} met 1 inwoner",
                "{1} met {0} inwoners",
                T.KindAndSize(Village.Kind, Village.Size)
            )
            : T.KindAndSize(Village.Kind, Village.Size);
}
