using Brink.Features.Notices;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Developments;

/// <summary>What happens on the watch list, told; and what its followers must do soon.</summary>
public sealed class DevelopmentNews : FeatureNews
{
    /// <summary>From so many days before the day to act on it stands in the follower's list.</summary>
    private const int Ahead = 30;

    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            DevelopmentVerbs.Watched => T["{0} zette dit op de lijst om te volgen.", who],
            DevelopmentVerbs.Edited => T["{0} paste de tekst aan.", who],
            DevelopmentVerbs.Became => about.Code<SubjectKind>("kind") == SubjectKind.SharedConcern
                ? T["Hier kwam iets uit dat in meer dorpen speelt."]
                : T["Hier kwam een signaal uit."],
            DevelopmentVerbs.Closed => T["{0} sloot dit af.", who],
            _ => null,
        };

    public override IReadOnlyCollection<string> ToFollowers =>
        [DevelopmentVerbs.Edited, DevelopmentVerbs.Became, DevelopmentVerbs.Closed];

    public override async Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk)
    {
        if (!DevelopmentAccess.UmbrellasOf(desk.Viewer).Any())
        {
            return [];
        }

        var (me, soon, T) = (desk.Viewer.PersonId, desk.Today.AddDays(Ahead), desk.T);
        var rows = await desk
            .Db.Developments.AsNoTracking()
            .VisibleTo(desk.Db, desk.Viewer, desk.Today)
            .Where(d => d.FollowerId == me && d.ClosedAt == null && d.ActBy <= soon)
            .OrderBy(d => d.ActBy)
            .Take(desk.Most)
            .Select(d => new
            {
                d.Id,
                d.Subject.Title,
                d.Subject.Slug,
                ActBy = d.ActBy!.Value,
            })
            .ToArrayAsync(desk.Cancellation);
        return
        [
            .. rows.Select(d => new Waiting(
                DutchTime.StartOf(d.ActBy),
                new ListRow(
                    T["U volgt '{0}'", d.Title],
                    DevelopmentLinks.Show(d.Id, d.Slug),
                    Status: d.ActBy < desk.Today ? new Status(T["Te laat"], StatusKind.Danger) : null,
                    Needed: T.ActBy(d.ActBy, desk.Today)
                )
            )),
        ];
    }

    public override IEnumerable<Crumb> Work(Texts T, Accounts.Viewer viewer) =>
        DevelopmentAccess.UmbrellasOf(viewer).Any()
            ? [new Crumb(T["Ontwikkelingen die het dorpenoverleg volgt"], DevelopmentLinks.List)]
            : [];
}
