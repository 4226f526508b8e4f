using Brink.Features.Places.Villages;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Concerns;

public sealed record ConcernView(long Id, string Title, string Slug, string Text, string KeptBy, bool IsExample);

/// <summary>A signal as it stands under its village.</summary>
public sealed record ConcernSignalView(
    long VillageId,
    long Id,
    string Title,
    string Slug,
    SignalState State,
    SignalAnswer? Answer
);

public sealed record ConcernVillage(long Id, string Name, string Slug, IReadOnlyList<ConcernSignalView> Signals);

/// <summary>'Speelt in 9 van 33 dorpen', as list and as map (S3).</summary>
[AllowAnonymous]
[PublicPage]
public class ShowModel : BrinkPage
{
    /// <summary>More than any page can show; a municipality has some dozens of villages.</summary>
    private const int Most = 500;

    public ConcernView Concern { get; private set; } = null!;
    public IReadOnlyList<ConcernVillage> Villages { get; private set; } = [];
    public IHtmlContent? Map { get; private set; }
    public string Counted { get; private set; } = "";

    public bool MayGather => Viewer.May(ConcernAct.Gather);

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (NumberedSlug.Read(address) is not (var id, var slug))
        {
            return NotFound();
        }

        var concern = await Db
            .SharedConcerns.AsNoTracking()
            .Where(c => c.Id == id && c.Subject.Visibility == Visibility.Public)
            .Select(c => new ConcernView(c.Id, c.Subject.Title, c.Subject.Slug, c.Text, c.KeptBy!.Name, c.IsExample))
            .FirstOrDefaultAsync(cancellation);
        if (concern is null)
        {
            return NotFound();
        }

        if (slug != concern.Slug)
        {
            return RedirectPermanent(SignalLinks.Concern(id, concern.Slug));
        }

        Concern = concern;
        var signals = await Db
            .Signals.Of(Db, id)
            .SelectMany(s => s.Subject.Villages, (s, v) => new { Signal = s, v.VillageId })
            .OrderBy(x => x.Signal.Subject.Title)
            .Take(Most)
            .Select(x => new ConcernSignalView(
                x.VillageId,
                x.Signal.Id,
                x.Signal.Subject.Title,
                x.Signal.Subject.Slug,
                x.Signal.State,
                x.Signal.Answer
            ))
            .ToArrayAsync(cancellation);
        var all = await Db
            .Villages.AsNoTracking()
            .OrderBy(v => v.Subject!.Title)
            .Select(v => new MappedVillage(v.Id, v.Subject!.Title, v.Subject.Slug, v.Longitude, v.Latitude))
            .ToArrayAsync(cancellation);
        var byVillage = signals.ToLookup(s => s.VillageId);
        var where = all.Where(v => byVillage.Contains(v.Id)).ToArray();
        Villages = [.. where.Select(v => new ConcernVillage(v.Id, v.Name, v.Slug, [.. byVillage[v.Id]]))];
        Counted = T["Speelt in {0} van {1} dorpen", Villages.Count, all.Length];
        var map = await KnownAsync(() => VillageMap.LoadAsync(Db, cancellation));
        Map =
            where.Length == 0
                ? null
                : map.Draw(
                    T["Kaart van de dorpen waar dit speelt: {0}", string.Join(", ", where.Select(v => v.Name))],
                    where
                );
        return Page();
    }
}
