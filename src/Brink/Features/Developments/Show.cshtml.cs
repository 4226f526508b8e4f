using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Developments;

public sealed record DevelopmentView(
    long Id,
    string Title,
    string Slug,
    bool IsPublic,
    DevelopmentLevel Level,
    string What,
    string Meaning,
    DateOnly? ActBy,
    string Source,
    string Umbrella,
    DateTimeOffset? ClosedAt,
    bool IsExample
);

/// <summary>One development: what it is, what it means for villages, by when to act, and what was made of it (S5).</summary>
[AllowAnonymous]
[PublicPage]
public class ShowModel : BrinkPage
{
    public DevelopmentView View { get; private set; } = null!;
    public IReadOnlyList<PromiseRow> Promises { get; private set; } = [];
    public IReadOnlyList<Crumb> Became { get; private set; } = [];
    public bool MayAct { get; private set; }

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (
            NumberedSlug.Read(address) is not (var id, var slug)
            || await Db.DevelopmentStandingAsync(id, Today, cancellation) is not { } standing
            || !Viewer.May(DevelopmentAct.See, standing)
        )
        {
            return NotFound();
        }

        View = await Db
            .Developments.AsNoTracking()
            .Where(d => d.Id == id)
            .Select(d => new DevelopmentView(
                d.Id,
                d.Subject.Title,
                d.Subject.Slug,
                d.Subject.Visibility == Visibility.Public,
                d.Level,
                d.What,
                d.Meaning,
                d.ActBy,
                d.Source,
                d.Umbrella!.Name,
                d.ClosedAt,
                d.IsExample
            ))
            .SingleAsync(cancellation);
        if (slug != View.Slug)
        {
            return RedirectPermanent(DevelopmentLinks.Show(id, View.Slug));
        }

        if (!View.IsPublic)
        {
            Response.Headers.CacheControl = "no-store";
        }

        Promises = await Db
            .Promises.AsNoTracking()
            .Where(p => p.SubjectId == id)
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id)
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
        var others = await Db
            .Developments.Where(d => d.Id == id)
            .SelectMany(d => d.Steps)
            .Where(s => s.Other!.Visibility == Visibility.Public)
            .OrderBy(s => s.At)
            .Select(s => new
            {
                s.OtherId,
                s.Other!.Kind,
                s.Other.Title,
                s.Other.Slug,
            })
            .ToArrayAsync(cancellation);
        Became =
        [
            .. others.Select(o => new Crumb(
                o.Kind == SubjectKind.SharedConcern
                    ? T["Speelt in meer dorpen: {0}", o.Title]
                    : T["Signaal: {0}", o.Title],
                SubjectLinks.Of(o.Kind, o.OtherId, o.Slug)
            )),
        ];
        MayAct = Viewer.May(DevelopmentAct.Act, standing);
        return Page();
    }
}
