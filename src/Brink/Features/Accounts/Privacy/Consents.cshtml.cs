using System.Globalization;
using Brink.Features.Notices;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts.Privacy;

/// <param name="About">The title of what it is about; null where it is about the person.</param>
public sealed record ConsentRow(
    long Id,
    ConsentPurpose Purpose,
    string? About,
    DateTimeOffset GivenAt,
    DateTimeOffset? WithdrawnAt
);

/// <summary>What the viewer agreed to, with the day, and taking it back (AVG art. 7.3: as easily as it was given).</summary>
public class ConsentsModel : OwnDataPage
{
    private const int PageSize = 50;
    private IReadOnlyList<ConsentRow> rows = [];

    public IReadOnlyList<ConsentRow> Open => [.. rows.Where(row => row.WithdrawnAt is null)];
    public IReadOnlyList<ConsentRow> Closed => [.. rows.Where(row => row.WithdrawnAt is not null)];
    public bool OfficialsMayReach { get; private set; }
    public Pagination Pagination { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "bewaard")]
    public string? Saved { get; set; }

    private long Me => Viewer.PersonId!.Value;

    public Task OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostGiveAsync() =>
        DoAsync(
            async () =>
            {
                Note(AccountVerbs.ConsentGiven, ("purpose", ConsentPurpose.ContactForOfficials));
                await Consent.ChooseAsync(
                    Db,
                    Me,
                    ConsentPurpose.ContactForOfficials,
                    null,
                    given: true,
                    Time.GetUtcNow(),
                    HttpContext.RequestAborted
                );
                return Outcome.Done;
            },
            () => AccountLinks.Consents + "?bewaard=ja",
            ShowAsync
        );

    public Task<IActionResult> OnPostWithdrawAsync(long id) =>
        DoAsync(() => WithdrawAsync(id), () => AccountLinks.Consents + "?bewaard=ja", ShowAsync);

    private async Task<Outcome> WithdrawAsync(long id)
    {
        var consent = await Db.Consents.FirstOrDefaultAsync(
            c => c.Id == id && c.PersonId == Me,
            HttpContext.RequestAborted
        );
        if (consent is null)
        {
            return Outcome.Refuse("", "Deze toestemming kennen we niet.");
        }

        if (consent.WithdrawnAt is not null)
        {
            return Outcome.Done;
        }

        var now = Time.GetUtcNow();
        Note(AccountVerbs.ConsentWithdrawn, ("purpose", consent.Purpose));
        switch (consent.Purpose)
        {
            case ConsentPurpose.ContactWithTask:
                var me = await MeAsync();
                me.ContactIsShared = false;
                me.Touch();
                break;
            case ConsentPurpose.NameWithContribution:
                var contribution = await Db.Contributions.FirstAsync(
                    c => c.Id == consent.AboutId,
                    HttpContext.RequestAborted
                );
                contribution.NameIsPublic = false;
                break;
            case ConsentPurpose.MailAboutSubject:
                await Following.StopAsync(Db, Me, consent.AboutId, now, HttpContext.RequestAborted);
                break;
            case ConsentPurpose.Newsletter:
                await Newsletters.Subscribing.DropAsync(Db, Me, consent.AboutId, now, HttpContext.RequestAborted);
                break;
        }

        consent.Withdraw(now);
        return Outcome.Done;
    }

    private async Task ShowAsync()
    {
        var mine = Db.Consents.AsNoTracking().Where(c => c.PersonId == Me);
        var total = await mine.CountAsync(HttpContext.RequestAborted);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(TypedNumber.Whole(Request.Query["pagina"].ToString()) ?? 1, 1, pages);
        OfficialsMayReach = await Consent.IsGivenAsync(
            Db,
            Me,
            ConsentPurpose.ContactForOfficials,
            HttpContext.RequestAborted
        );
        rows = await mine.OrderBy(c => c.WithdrawnAt != null)
            .ThenByDescending(c => c.GivenAt)
            .ThenByDescending(c => c.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(c => new ConsentRow(
                c.Id,
                c.Purpose,
                c.Purpose == ConsentPurpose.NameWithContribution
                    ? Db.Contributions.Where(x => x.Id == c.AboutId).Select(x => x.Subject!.Title).FirstOrDefault()
                    : Db.Subjects.Where(s => s.Id == c.AboutId).Select(s => s.Title).FirstOrDefault(),
                c.GivenAt,
                c.WithdrawnAt
            ))
            .ToArrayAsync(HttpContext.RequestAborted);
        Pagination = new Pagination(
            page,
            pages,
            number => AccountLinks.Consents + "?pagina=" + number.ToString(CultureInfo.InvariantCulture)
        );
    }
}
