using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Journal;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds;

/// <summary>The dossier a page belongs to.</summary>
public sealed record DossierHead(long Id, string Title, string Slug, bool IsExample)
{
    public string Address => DossierLinks.Show(Id, Slug);

    /// <summary>The way back, for the top of a page.</summary>
    public Crumb[] Trail(string documents) => [new(Title, Address), new(documents, RoundLinks.All(Id))];
}

/// <summary>A page about documents and rounds of one dossier: absent for who may not see it, forbidden for who may not act.</summary>
public abstract class DossierPage(RoundAct act) : BrinkPage
{
    public DossierHead Head { get; private set; } = null!;
    public DossierStanding Standing { get; private set; } = null!;
    public DateTimeOffset Now => Time.GetUtcNow();
    public bool Works => Viewer.May(RoundAct.Work, Standing);

    /// <summary>'ja' after saving.</summary>
    [BindProperty(SupportsGet = true, Name = "bewaard")]
    public string? Saved { get; set; }

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var id = Number("id");
        var standing = await Db.DossierStandingAsync(id, Aborted);
        if (standing is null || !Viewer.May(RoundAct.See, standing))
        {
            context.Result = NotFound();
            return;
        }

        (Standing, Head) = (standing, (await HeadAsync(id))!);
        if (!await FindAsync())
        {
            context.Result = NotFound();
            return;
        }

        if (!Viewer.May(act, standing))
        {
            context.Result = Viewer.IsSignedIn ? Forbid() : Challenge();
            return;
        }

        if (act != RoundAct.See || standing.Visibility != Visibility.Public)
        {
            Response.Headers.CacheControl = "no-store";
        }

        if (HttpMethods.IsGet(Request.Method))
        {
            await Db.NoteOpeningAsync(Viewer, standing, id, Time.GetUtcNow(), Aborted);
        }

        if (HttpMethods.IsPost(Request.Method) && !ModelState.IsValid)
        {
            // What can't be read, such as a number in words: the form again, with what was typed.
            await ReadAsync();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Result = Page();
            return;
        }

        await next();
    }

    /// <summary>What else the address names.</summary>
    protected virtual Task<bool> FindAsync() => Task.FromResult(true);

    /// <summary>What the page shows beside what was typed.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;

    protected long Number(string part) => long.Parse((string)RouteData.Values[part]!, CultureInfo.InvariantCulture);

    /// <summary>A line in the journal that leaves the dossier where it stands in the lists.</summary>
    protected void Note(string verb, Actor actor, params (string Name, object Value)[] about) =>
        Db.Journal.Add(JournalEntry.Beside(Head.Id, verb, actor, about));

    private Task<DossierHead?> HeadAsync(long id) =>
        Db
            .Dossiers.AsNoTracking()
            .Where(d => d.Id == id)
            .Select(d => new DossierHead(d.Id, d.Subject.Title, d.Subject.Slug, d.IsExample))
            .FirstOrDefaultAsync(Aborted);
}

/// <summary>A page about one round.</summary>
public abstract class RoundPage(RoundAct act) : DossierPage(act)
{
    public RoundHead Round { get; private set; } = null!;
    public RoundPhase Phase => Round.PhaseAt(Now);
    public string RoundTitle => T.TitleOf(Round.Kind, Round.DocumentTitle);

    public Crumb[] Trail =>
        [.. Head.Trail(T["Stukken en reacties"]), new Crumb(RoundTitle, RoundLinks.Round(Head.Id, Round.Id))];

    protected override async Task<bool> FindAsync() =>
        (Round = (await Db.RoundHeadAsync(Head.Id, Number("round"), Aborted))!) is not null;

    /// <summary>Tracked, with all that its verbs need.</summary>
    protected Task<Round> LoadRoundAsync() =>
        Db.Rounds.Include(r => r.Dossier!.Subject).Include(r => r.Promise).SingleAsync(r => r.Id == Round.Id, Aborted);
}
