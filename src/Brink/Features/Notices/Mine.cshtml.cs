using Brink.Features.Initiatives;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Places;
using Brink.Features.Places.Administration;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>Everyone's first page: what others wait for from me, what I wait for, what I follow.</summary>
[Authorize]
public sealed class MineModel : BrinkPage
{
    /// <summary>The oldest; whoever has more than this starts at the top.</summary>
    private const int Most = 50;

    public IReadOnlyList<ListRow> WaitsForMe { get; private set; } = [];
    public IReadOnlyList<ListRow> IWaitFor { get; private set; } = [];
    public IReadOnlyList<Followed> IFollow { get; private set; } = [];

    /// <summary>What the viewer carries, followed or not.</summary>
    public IReadOnlyList<ListRow> Own { get; private set; } = [];

    /// <summary>Those the viewer speaks for, with their villages.</summary>
    public IReadOnlyList<SpokenFor> Associations { get; private set; } = [];

    /// <summary>What waits for an administrator stands at the administration too.</summary>
    public bool IsAdministrator => Viewer.Is(Role.Administrator);

    /// <summary>For the administrator: mail that can't go.</summary>
    public int MailWaiting { get; private set; }
    public int MailGivenUp { get; private set; }

    public async Task OnGetAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var waiting = new List<(DateTimeOffset Since, ListRow Row)>();
        waiting.AddRange(await PromisesOfMineAsync());
        waiting.AddRange(await QuestionsAsync());
        waiting.AddRange(await ToConfirmAsync());
        var desk = new MineDesk(Db, T, Viewer, Today, Organisations, Most, HttpContext.RequestAborted);
        foreach (var news in FeatureServices.News)
        {
            waiting.AddRange((await news.WaitingAsync(desk)).Select(item => (item.Since, item.Row)));
        }

        WaitsForMe = [.. waiting.OrderBy(item => item.Since).Select(item => item.Row)];
        IWaitFor = await PromisesToMeAsync();
        IFollow = await FollowedAsync();
        Own = await OnesOwn.InitiativesAsync(Db, T, Viewer, Today);
        Associations = await OnesOwn.AssociationsAsync(Db, Viewer);
        if (IsAdministrator)
        {
            var now = Time.GetUtcNow();
            var late = now.AddHours(-1);
            MailWaiting = await Db.MailMessages.CountAsync(m => m.State == MailState.Waiting && m.NotBefore < late);
            MailGivenUp = await Db.MailMessages.CountAsync(m =>
                m.State == MailState.GaveUp && m.Kind != MailKind.Newsletter
            );
        }
    }

    /// <summary>What the viewer's roles open and no menu shows.</summary>
    public IReadOnlyList<Crumb> Elsewhere =>
        [
            .. Viewer.Is(Role.Liaison)
                ? [new Crumb(T["Alle ideeën die op de gemeente wachten"], InitiativeLinks.Intake)]
                : Array.Empty<Crumb>(),
            .. Assisting.May(Viewer)
                ? [new Crumb(T["Een idee invoeren voor iemand anders"], "/idee/voor-iemand-anders")]
                : Array.Empty<Crumb>(),
            .. Viewer.Is(Role.Administrator)
                ? [new Crumb(T["Beheer van dorpen, organisaties en mensen"], AdministrationLinks.Index)]
                : Array.Empty<Crumb>(),
            .. FeatureServices.News.SelectMany(news => news.Work(T, Viewer)),
        ];

    private long Me => Viewer.PersonId ?? 0;

    /// <summary>Organisations the viewer may speak for.</summary>
    private long[] Organisations =>
        [.. Viewer.Roles.Where(r => Viewer.SpeaksFor(r.OrganisationId)).Select(r => r.OrganisationId).Distinct()];

    private long[] LiaisonVillages =>
        [.. Viewer.Roles.Where(r => r.Role == Role.Liaison && r.VillageId != null).Select(r => r.VillageId!.Value)];

    /// <summary>Municipalities for which the viewer is liaison of every village.</summary>
    private long[] LiaisonEverywhere =>
        [.. Viewer.Roles.Where(r => r.Role == Role.Liaison && r.VillageId == null).Select(r => r.OrganisationId)];

    private async Task<IEnumerable<(DateTimeOffset, ListRow)>> PromisesOfMineAsync()
    {
        var rows = await Db
            .Promises.WaitingFor(MyParties.Of(Viewer))
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id)
            .Take(Most)
            .Rows(Db)
            .ToArrayAsync();
        return rows.Select(row => (DutchTime.StartOf(row.Due), T.WaitingRow(row, WhereDone(row), Today)));
    }

    /// <summary>The page on which what waits can be done.</summary>
    public static string WhereDone(PromiseItem row) =>
        row.State == PromiseState.Proposed ? PromiseLinks.Accept(row.Id)
        : row.OpenMove is not null ? PromiseLinks.Show(row.Id)
        : FeatureServices.News.Select(news => news.WhereKept(row)).FirstOrDefault(href => href is not null)
            ?? row.Kind switch
            {
                PromiseKind.TakeIn => InitiativeLinks.TakeIn(row.SubjectId),
                PromiseKind.Answer => InitiativeLinks.Answer(row.SubjectId),
                _ => PromiseLinks.Show(row.Id),
            };

    private async Task<IEnumerable<(DateTimeOffset, ListRow)>> QuestionsAsync()
    {
        var (me, organisations) = (Me, Organisations);
        var rows = await Db
            .Questions.AsNoTracking()
            .Where(q => q.Reply == null && q.Initiative!.Subject.Visibility == Visibility.Public)
            .Where(q =>
                q.Initiative!.Initiators.Any(i => i.PersonId == me)
                || organisations.Contains(q.Initiative.Contribution!.OnBehalfOfId ?? 0)
                || organisations.Contains(q.Initiative.Contribution.EnteredForId ?? 0)
            )
            .OrderBy(q => q.AskedAt)
            .Take(Most)
            .Select(q => new
            {
                q.InitiativeId,
                q.AskedAt,
                q.Initiative!.Subject.Title,
                q.Initiative.Subject.Slug,
                q.Text,
            })
            .ToArrayAsync();
        return rows.Select(q =>
            (
                q.AskedAt,
                new ListRow(
                    T["Een vraag over '{0}'", q.Title],
                    InitiativeLinks.Show(q.InitiativeId, q.Slug),
                    When: T["gesteld op {0}", Formats.Date(DutchTime.DateOf(q.AskedAt))],
                    Needed: q.Text
                )
            )
        );
    }

    private async Task<IEnumerable<(DateTimeOffset, ListRow)>> ToConfirmAsync()
    {
        var villages = Viewer
            .Roles.SelectMany(r => r.Villages)
            .Where(village => Viewer.Holds(Role.Liaison, village) || Viewer.SpeaksForVillage(village))
            .Distinct()
            .ToArray();
        var rows = await Db
            .Initiatives.AsNoTracking()
            .Where(i => i.Intake == IntakeState.AwaitingConfirmation && villages.Contains(i.VillageId))
            .Where(i => i.Contribution!.ByPerson!.Email == null)
            .OrderBy(i => i.Subject.CreatedAt)
            .Take(Most)
            .Select(i => new
            {
                i.Id,
                i.Subject.Title,
                i.Subject.CreatedAt,
                Village = i.Village!.Subject!.Title,
            })
            .ToArrayAsync();
        return rows.Select(i =>
            (
                i.CreatedAt,
                new ListRow(
                    T["Bevestig '{0}' voor iemand zonder mailadres", i.Title],
                    InitiativeLinks.Confirm(i.Id),
                    i.Village,
                    When: T["ingeleverd op {0}", Formats.Date(DutchTime.DateOf(i.CreatedAt))]
                )
            )
        );
    }

    private async Task<IReadOnlyList<ListRow>> PromisesToMeAsync()
    {
        var rows = await Db
            .Promises.ToComeFor(MyParties.Of(Viewer))
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id)
            .Take(Most)
            .Rows(Db)
            .ToArrayAsync();
        return [.. rows.Select(row => T.WaitingRow(row, PromiseLinks.Show(row.Id), Today))];
    }

    private async Task<IReadOnlyList<Followed>> FollowedAsync()
    {
        var me = Me;
        var rows = await Db
            .Follows.AsNoTracking()
            .Where(f => f.PersonId == me && f.Frequency != Frequency.None && f.Subject!.Visibility == Visibility.Public)
            .OrderBy(f => f.Since)
            .Take(Most * 4)
            .Select(f => new
            {
                f.SubjectId,
                f.Subject!.Title,
                f.Subject.Kind,
                f.Subject.Slug,
                f.Frequency,
            })
            .ToArrayAsync();
        return
        [
            .. rows.Select(f => new Followed(
                f.Title,
                SubjectLinks.Of(f.Kind, f.SubjectId, f.Slug),
                T.HowOften(f.Frequency),
                NoticeLinks.Follow(f.SubjectId)
            )),
        ];
    }
}

/// <param name="HowOften">'meteen', 'één keer per dag'</param>
public sealed record Followed(string Title, string Href, string HowOften, string ChangeHref);
