using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Answering;

/// <summary>
/// One answer with the reactions it is to (C6): written by an officer, read by another, given to each person apart. Two who
/// write at once: the second reads what the first wrote and keeps the own text.
/// </summary>
[Authorize]
public sealed partial class AnswerModel() : RoundPage(RoundAct.ReadAlong)
{
    [BindProperty]
    public AnswerOutcome? Verdict { get; set; }

    [BindProperty]
    public string Because { get; set; } = "";

    /// <summary>Which words the officer began from, or read.</summary>
    [BindProperty]
    public string? Read { get; set; }

    [BindProperty]
    public bool ToReader { get; set; }

    [BindProperty]
    public string Remark { get; set; } = "";

    [BindProperty]
    public long? To { get; set; }

    [BindProperty]
    public long ReactionId { get; set; }

    [BindProperty]
    public string OwnWords { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    /// <summary>How many were taken back or taken up while they were being chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "overgeslagen")]
    public int Skipped { get; set; }

    public RoundAnswer Answer { get; private set; } = null!;
    public IReadOnlyList<Reaction> Reactions { get; private set; } = [];
    public int Total { get; private set; }
    public Pagination Pagination { get; private set; } = null!;
    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    /// <summary>A colleague was first: what stands there now is shown beside what was typed.</summary>
    public bool IsOvertaken { get; private set; }
    public bool MayGroup => Works && Answer.State != AnswerState.Published;
    public bool MayWrite => MayGroup && (Answer.State == AnswerState.Draft || Answer.WrittenById == Viewer.PersonId);
    public bool MayRead => Answer.WrittenById != Viewer.PersonId;
    public string Name => Answer.Title.Length > 0 ? Answer.Title : T["Antwoord {0}", Answer.Id];

    public IReadOnlyList<Choice> Verdicts =>
        [.. Enum.GetValues<AnswerOutcome>().Select(verdict => new Choice(verdict, T.NameOf(verdict)))];

    private long AnswerId => Number("answer");

    public async Task OnGetAsync()
    {
        await ReadAsync();
        (Verdict, Because, Read) = (Answer.Verdict, Answer.Because, RoundAnswer.VersionOf(Answer));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Works)
        {
            return Forbid();
        }

        var typed = Outcome.Of(
            Typed.Fits(nameof(Because), Because, RoundAnswer.LongestBecause, RoundAnswer.LongestBecause * 3)
        );
        if (!typed.Succeeded)
        {
            await ReadAsync();
            return Refused(typed);
        }

        return await DoAsync(
            async () =>
            {
                var answer = await LoadAsync();
                var written = answer.Write(Verdict, Because, Read, Acts());
                if (written.Succeeded && ToReader)
                {
                    written = answer.Offer();
                }

                Noted(ToReader ? AnswerVerbs.Offered : AnswerVerbs.Written);
                return written;
            },
            Saving,
            ReadAsync
        );
    }

    public Task<IActionResult> OnPostPublishAsync() =>
        DoAsync(
            async () =>
            {
                var answer = await LoadAsync(withReactions: true);
                Noted(AnswerVerbs.Published);
                return answer.Publish(Read, Acts());
            },
            Saving,
            ShowSavedAsync
        );

    public async Task<IActionResult> OnPostSendBackAsync()
    {
        var typed = Outcome.Of(
            Typed.Fits(nameof(Remark), Remark, RoundAnswer.LongestRemark, RoundAnswer.LongestRemark * 3)
        );
        if (!typed.Succeeded)
        {
            await ShowSavedAsync();
            return Refused(typed);
        }

        return await DoAsync(
            async () =>
            {
                Noted(AnswerVerbs.SentBack);
                return (await LoadAsync()).SendBack(Remark);
            },
            Saving,
            ShowSavedAsync
        );
    }

    public async Task<IActionResult> OnPostHandOverAsync()
    {
        if (!Works)
        {
            return Forbid();
        }

        await ShowSavedAsync();
        if (
            To is not { } person
            || Colleagues.All(c => c.Value != person.ToString(System.Globalization.CultureInfo.InvariantCulture))
        )
        {
            return Refused(Outcome.Refuse(nameof(To), "Kies een collega."));
        }

        return await DoAsync(
            async () =>
            {
                Noted(AnswerVerbs.HandedOver, ("person", person));
                return (await LoadAsync()).HandOver(person);
            },
            Saving,
            ShowSavedAsync
        );
    }

    public async Task<IActionResult> OnPostSplitAsync() =>
        Works
            ? await DoAsync(
                async () =>
                {
                    var answer = await LoadAsync(withReactions: true);
                    var reaction = answer.Reactions.Find(r => r.Id == ReactionId);
                    if (reaction is null)
                    {
                        return Outcome.Refuse("", "Deze reactie hoort hier niet meer bij.");
                    }

                    Noted(AnswerVerbs.SplitOff, ("reaction", ReactionId));
                    return answer.Split(reaction);
                },
                Saving,
                ShowSavedAsync
            )
            : Forbid();

    public async Task<IActionResult> OnPostBesidesAsync()
    {
        if (!Works)
        {
            return Forbid();
        }

        var typed = Outcome.Of(Typed.Fits("", OwnWords, Reaction.LongestOwnWords, Reaction.LongestOwnWords * 3));
        if (!typed.Succeeded)
        {
            await ShowSavedAsync();
            return Refused(typed);
        }

        return await DoAsync(
            async () =>
            {
                Noted(AnswerVerbs.Written, ("reaction", ReactionId));
                return (await LoadAsync(withReactions: true)).SayBesides(ReactionId, OwnWords, Acts());
            },
            Saving,
            ShowSavedAsync
        );
    }

    protected override async Task<bool> FindAsync() =>
        await base.FindAsync()
        && await Db.RoundAnswers.AnyAsync(a => a.Id == AnswerId && a.RoundId == Round.Id, Aborted);

    protected override async Task ReadAsync()
    {
        Answer = await Db
            .RoundAnswers.AsNoTracking()
            .Include(a => a.HandledBy)
            .Include(a => a.Corrections)
            .AsSplitQuery()
            .SingleAsync(a => a.Id == AnswerId, Aborted);
        var now = RoundAnswer.VersionOf(Answer);
        if (Read is not null && Read != now)
        {
            // What the form holds now is read now: pressing again says that it is meant.
            (IsOvertaken, Read) = (true, now);
            ModelState.Remove(nameof(Read));
        }

        Total = await Db.Reactions.CountAsync(r => r.AnswerId == AnswerId, Aborted);
        var pages = Math.Max(1, (Total + RoundQueries.PageSize - 1) / RoundQueries.PageSize);
        var page = Math.Clamp(PageNumber, 1, pages);
        Reactions = await Db
            .Reactions.AsNoTracking()
            .Include(r => r.Contribution)
            .Include(r => r.Person)
            .Include(r => r.Organisation)
            .Where(r => r.AnswerId == AnswerId)
            .OrderBy(r => r.At)
            .ThenBy(r => r.Id)
            .Skip((page - 1) * RoundQueries.PageSize)
            .Take(RoundQueries.PageSize)
            .ToArrayAsync(Aborted);
        Pagination = new Pagination(
            page,
            pages,
            to =>
                RoundLinks.Answer(Head.Id, Round.Id, AnswerId)
                + string.Create(System.Globalization.CultureInfo.InvariantCulture, $"?pagina={to}")
        );
        Colleagues =
        [
            .. (
                await Db
                    .RoleHoldings.AsNoTracking()
                    .Where(h => h.OrganisationId == Standing.OrganisationId && h.Role == Role.PolicyOfficer)
                    .Where(h => h.From <= Today && (h.To == null || h.To >= Today))
                    .Select(h => new { h.PersonId, h.Person!.Name })
                    .Distinct()
                    .OrderBy(h => h.Name)
                    .ToArrayAsync(Aborted)
            )
                .Where(h => h.PersonId != Answer.HandledById)
                .Select(h => new Choice(h.PersonId, h.Name)),
        ];
    }

    private string Saving() => RoundLinks.Answer(Head.Id, Round.Id, AnswerId) + "?bewaard=ja";

    /// <summary>After an act that wrote nothing, the form holds what is saved.</summary>
    private async Task ShowSavedAsync()
    {
        await ReadAsync();
        (Verdict, Because, Read) = (Answer.Verdict, Answer.Because, RoundAnswer.VersionOf(Answer));
        ModelState.Remove(nameof(Verdict));
        ModelState.Remove(nameof(Because));
        ModelState.Remove(nameof(Read));
    }

    private void Noted(string verb, params (string, object)[] more) =>
        Note(verb, Acts(), [("answer", AnswerId), ("round", Round.Id), .. more]);

    private Task<RoundAnswer> LoadAsync(bool withReactions = false)
    {
        var answers = Db.RoundAnswers.Include(a => a.Round);
        return (withReactions ? answers.Include(a => a.Reactions) : answers.AsQueryable()).SingleAsync(
            a => a.Id == AnswerId,
            Aborted
        );
    }
}
