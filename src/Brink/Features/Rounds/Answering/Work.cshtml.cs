using Brink.Features.Rounds.Reacting;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Answering;

/// <summary>
/// The officers' working list (C6): what came in, by section and by who, from which those that say the same are taken up
/// together.
/// </summary>
[Authorize]
public sealed class WorkModel() : RoundPage(RoundAct.ReadAlong)
{
    private const long NewGroup = 0;
    private const int MostGroups = 50;

    [BindProperty(SupportsGet = true, Name = "stand")]
    public string? Stand { get; set; }

    [BindProperty(SupportsGet = true, Name = "wie")]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "deel")]
    public int? Part { get; set; }

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    /// <summary>How many of the chosen ones were taken back or taken up meanwhile.</summary>
    [BindProperty(SupportsGet = true, Name = "overgeslagen")]
    public int Skipped { get; set; }

    [BindProperty]
    public long[] Chosen { get; set; } = [];

    /// <summary>The answer they join; <see cref="NewGroup"/> for one of their own.</summary>
    [BindProperty]
    public long Into { get; set; }

    [BindProperty]
    public string Title { get; set; } = "";

    public IReadOnlyList<WorkItem> Reactions { get; private set; } = [];
    public IReadOnlyList<AnswerRow> Answers { get; private set; } = [];
    public int Total { get; private set; }
    public int Unanswered { get; private set; }
    public FilterBar Filter { get; private set; } = null!;
    public Pagination Pagination { get; private set; } = null!;

    public IReadOnlyList<Choice> Groups =>
        [new(NewGroup, T["Een nieuw antwoord"]), .. Answers.Select(a => new Choice(a.Id, T["Bij: {0}", NameOf(a)]))];

    private IReadOnlyDictionary<int, KnownSection> sections = new Dictionary<int, KnownSection>();
    private long answer;
    private int skipped;

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Works)
        {
            return Forbid();
        }

        await ReadAsync();
        var typed = Outcome.Of([
            .. Chosen.Length == 0 ? [new Refusal("", "Kies eerst een of meer reacties.")] : Array.Empty<Refusal>(),
            .. Typed.Fits(nameof(Title), Title, RoundAnswer.LongestTitle, RoundAnswer.LongestTitle * 3),
        ]);
        return typed.Succeeded
            ? await DoAsync(
                TakeUpAsync,
                () =>
                    RoundLinks.Answer(Head.Id, Round.Id, answer)
                    + (
                        skipped > 0
                            ? string.Create(
                                System.Globalization.CultureInfo.InvariantCulture,
                                $"?overgeslagen={skipped}"
                            )
                            : ""
                    ),
                ReadAsync
            )
            : Refused(typed);
    }

    public bool MayTakeUp(WorkItem item) => Works && item is { AnswerId: null, View.State: ReactionState.Standing };

    public string PartOf(ReactionView reaction) =>
        T.PartOf(reaction.Anchor, sections.GetValueOrDefault(reaction.Anchor)?.Heading);

    public IReadOnlyList<ListRow> AnswerRows() =>
        [
            .. Answers.Select(a => new ListRow(
                NameOf(a),
                RoundLinks.Answer(Head.Id, Round.Id, a.Id),
                Status: new(
                    T.NameOf(a.State),
                    a.State == AnswerState.WithReader ? StatusKind.Warning : StatusKind.Active
                ),
                When: T.Count(a.Reactions, "1 reactie", "{0} reacties"),
                Needed: a.HandledBy is { Length: > 0 } who ? T["Bij {0}.", who] : T["Nog bij niemand."]
            )),
        ];

    protected override async Task ReadAsync()
    {
        var filter = WorkFilter.Read(Stand, Who, Part, Words);
        var counts = await Db.RoundCountsAsync([Round.Id], Aborted);
        (Total, Unanswered) = (counts.Sum(c => c.Reactions), counts.Sum(c => c.Unanswered));
        var all = Db.Reactions.Where(r => r.RoundId == Round.Id);
        var tallies = await WorkTallies.ReadAsync(all, filter, Aborted);
        var found = tallies.Of(filter.Stand, filter.Who);
        var pages = Math.Max(1, (found + RoundQueries.PageSize - 1) / RoundQueries.PageSize);
        var page = Math.Clamp(PageNumber, 1, pages);
        var chosen = filter
            .Of(all)
            .OrderBy(r => r.At)
            .ThenBy(r => r.Id)
            .Skip((page - 1) * RoundQueries.PageSize)
            .Take(RoundQueries.PageSize);
        var views = await chosen.ViewsAsync(Db, Aborted);
        var more = await chosen
            .AsNoTracking()
            .Select(r => new
            {
                r.Id,
                r.AnswerId,
                r.FileHash,
            })
            .ToDictionaryAsync(r => r.Id, Aborted);
        Reactions =
        [
            .. views
                .Where(v => more.ContainsKey(v.Id))
                .Select(v => new WorkItem(v, more[v.Id].AnswerId, more[v.Id].FileHash.Length > 0)),
        ];
        Answers = await Db
            .RoundAnswers.AsNoTracking()
            .Where(a => a.RoundId == Round.Id && a.State != AnswerState.Published)
            .OrderBy(a => a.State == AnswerState.Draft)
            .ThenBy(a => a.Id)
            .Take(MostGroups)
            .Select(a => new AnswerRow(a.Id, a.Title, a.State, a.HandledBy!.Name, a.Reactions.Count))
            .ToArrayAsync(Aborted);
        sections = await Db.HeadingsAsync(Round, [.. counts.Select(c => c.Anchor)], Aborted);
        Filter = tallies.Bar(T, RoundLinks.Work(Head.Id, Round.Id), filter, sections);
        Pagination = new Pagination(page, pages, to => RoundLinks.Work(Head.Id, Round.Id) + filter.Query(to));
    }

    private async Task<Outcome> TakeUpAsync()
    {
        var actor = Acts();
        var round = await LoadRoundAsync();
        var reactions = await Db
            .Reactions.Where(r => r.RoundId == Round.Id && Chosen.Contains(r.Id))
            .OrderBy(r => r.Id)
            .ToArrayAsync(Aborted);
        var free = reactions.Count(r => r.State == ReactionState.Standing && r.AnswerId is null);
        if (free == 0)
        {
            return Outcome.Refuse("", "Deze reacties zijn intussen ingetrokken, of een collega pakte ze al op.");
        }

        skipped = Chosen.Distinct().Count() - free;
        if (Into != NewGroup)
        {
            var joined = await Db
                .RoundAnswers.Include(a => a.Reactions)
                .FirstOrDefaultAsync(a => a.Id == Into && a.RoundId == Round.Id, Aborted);
            if (joined is null)
            {
                return Outcome.Refuse(nameof(Into), "Dit antwoord is er niet meer.");
            }

            answer = joined.Id;
            Note(AnswerVerbs.Added, actor, ("answer", answer), ("round", Round.Id));
            return joined.Add(reactions);
        }

        var made = RoundAnswer.TakeUp(round, Title, reactions, actor)!;
        await Db.RoundAnswers.AddAsync(made, Aborted);
        answer = made.Id;
        Note(AnswerVerbs.TakenUp, actor, ("answer", answer), ("round", Round.Id));
        return Outcome.Done;
    }

    private string NameOf(AnswerRow row) => row.Title.Length > 0 ? row.Title : T["Antwoord {0}", row.Id];
}

/// <param name="AnswerId">The answer it is dealt with in; null when nobody took it up.</param>
public sealed record WorkItem(ReactionView View, long? AnswerId, bool HasFile);

/// <param name="HandledBy">Who deals with it; null when that person left.</param>
public sealed record AnswerRow(long Id, string Title, AnswerState State, string? HandledBy, int Reactions);
