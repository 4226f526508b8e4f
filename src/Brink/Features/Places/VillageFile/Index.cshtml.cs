using Brink.Features.Initiatives;
using Brink.Features.Notices;
using Brink.Features.Places.TailorMade;
using Brink.Features.Places.Villages;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.VillageFile;

/// <summary>
/// All that goes on in a village, over all departments, to read or print before going there (P10). It holds nothing that
/// the village could not read itself, and the village's own association reads the same.
/// </summary>
[Authorize]
public sealed class VillageFileModel : BrinkPage
{
    /// <summary>Of each kind; the rest stands in its own list.</summary>
    private const int Most = 15;
    private const int MostPromises = 50;
    private const int MostHappened = 20;

    public VillageShow Village { get; private set; } = null!;
    public IReadOnlyList<ContactCard> Contacts { get; private set; } = [];
    public WhatSuitsView Suits { get; private set; } = null!;
    public IReadOnlyList<ListRow> ByMunicipality { get; private set; } = [];
    public IReadOnlyList<ListRow> ByOthers { get; private set; } = [];
    public IReadOnlyList<FileGroup> Groups { get; private set; } = [];
    public IReadOnlyList<FileLine> Happened { get; private set; } = [];

    /// <summary>What is at risk or gone, the reason why many visits are made.</summary>
    public IEnumerable<Facility> Troubled => Village.Facilities.Where(f => f.State != FacilityState.Open);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        if (await Db.ShowAsync(id, Today, cancellation) is not { } village)
        {
            return NotFound();
        }

        if (!Viewer.May(VillageAct.ReadFile, id))
        {
            return Forbid();
        }

        Village = village;
        var contacts = await KnownAsync(() => VillageContacts.LoadAsync(Db, Today, null, cancellation));
        Contacts = contacts.Cards(T, id);
        Suits = (await Db.TailorMadeOfAsync([id], cancellation))[0];
        await ReadPromisesAsync(id, cancellation);
        await ReadSubjectsAsync(id, cancellation);
        await ReadHappenedAsync(id, cancellation);
        return Page();
    }

    private async Task ReadPromisesAsync(long id, CancellationToken cancellation)
    {
        var open = Db
            .Promises.Public()
            .Where(p => p.State == PromiseState.Open)
            .Where(p => p.SubjectId == id || p.Subject!.Villages.Any(v => v.VillageId == id))
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id);
        ByMunicipality = await RowsAsync(open.Where(p => p.ByOrganisation!.Kind == OrganisationKind.Municipality));
        ByOthers = await RowsAsync(
            open.Where(p => p.ByOrganisationId == null || p.ByOrganisation!.Kind != OrganisationKind.Municipality)
        );

        async Task<IReadOnlyList<ListRow>> RowsAsync(IQueryable<Promise> promises)
        {
            var rows = await promises.Take(MostPromises).Rows(Db).ToArrayAsync(cancellation);
            return
            [
                .. rows.Select(row => new ListRow(
                    T.What(row.Kind, row.What, row.Title),
                    PromiseLinks.Show(row.Id),
                    Status: row.Status(T, Today),
                    Needed: row.Parties(T),
                    Promise: row.Line(T, Today)
                )),
            ];
        }
    }

    private async Task ReadSubjectsAsync(long id, CancellationToken cancellation)
    {
        var counts = await OfVillage(id)
            .GroupBy(s => s.Kind)
            .Select(g => new { Kind = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Kind, g => g.Count, cancellation);
        var initiatives = await Db
            .Initiatives.Public()
            .Where(i => i.VillageId == id)
            .NewestFirst()
            .Take(Most)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        var others = await OfVillage(id)
            .Where(s => s.Kind != SubjectKind.Initiative)
            .Select(s => s.Kind)
            .Distinct()
            .SelectMany(kind =>
                OfVillage(id)
                    .Where(s => s.Kind == kind)
                    .OrderByDescending(s => s.ChangedAt)
                    .ThenByDescending(s => s.Id)
                    .Take(Most)
            )
            .Select(s => new
            {
                s.Id,
                s.Kind,
                s.Title,
                s.Slug,
                s.ChangedAt,
            })
            .ToArrayAsync(cancellation);
        Groups =
        [
            new(
                T.NameOf(SubjectKind.Initiative),
                [.. initiatives.Select(row => T.ListRow(row, Today) with { Place = null, Picture = null })],
                counts.GetValueOrDefault(SubjectKind.Initiative),
                PlacesLinks.Initiatives(id)
            ),
            .. others
                .GroupBy(s => s.Kind)
                .OrderBy(g => g.Key)
                .Select(g => new FileGroup(
                    T.NameOf(g.Key),
                    [
                        .. g.OrderByDescending(s => s.ChangedAt)
                            .Select(s => new ListRow(
                                s.Title,
                                SubjectLinks.Of(s.Kind, s.Id, s.Slug),
                                When: T["laatste nieuws op {0}", Formats.Date(DutchTime.DateOf(s.ChangedAt))]
                            )),
                    ],
                    counts.GetValueOrDefault(g.Key),
                    null
                )),
        ];
    }

    private async Task ReadHappenedAsync(long id, CancellationToken cancellation)
    {
        var lines = await Db
            .Journal.Where(e => e.Subject!.Visibility == Visibility.Public)
            .Where(e => e.SubjectId == id || e.Subject!.Villages.Any(v => v.VillageId == id))
            .WorthTelling()
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(MostHappened)
            .WordedAsync(Db, T, cancellation);
        var ids = lines.Select(line => line.SubjectId!.Value).Distinct().ToArray();
        var subjects = await Db
            .Subjects.AsNoTracking()
            .Where(s => ids.Contains(s.Id))
            .Select(s => new
            {
                s.Id,
                s.Kind,
                s.Title,
                s.Slug,
            })
            .ToDictionaryAsync(s => s.Id, cancellation);
        Happened =
        [
            .. lines.Select(line =>
            {
                var subject = subjects[line.SubjectId!.Value];
                return new FileLine(
                    DutchTime.DateOf(line.At),
                    line.Sentence,
                    subject.Title,
                    SubjectLinks.Of(subject.Kind, subject.Id, subject.Slug)
                );
            }),
        ];
    }

    private IQueryable<Subject> OfVillage(long id) =>
        Db
            .Subjects.AsNoTracking()
            .Where(s => s.Visibility == Visibility.Public && s.Villages.Any(v => v.VillageId == id));
}

/// <summary>What goes on of one kind.</summary>
/// <param name="Count">How many there are; may be more than are shown.</param>
/// <param name="MoreHref">The whole list; null where there is none for one village.</param>
public sealed record FileGroup(string Name, IReadOnlyList<ListRow> Rows, int Count, string? MoreHref);

/// <summary>One thing that happened, and to what.</summary>
public sealed record FileLine(DateOnly On, string Sentence, string Title, string Href);
