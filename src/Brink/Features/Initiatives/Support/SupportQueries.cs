using Brink.Features.Notices;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>The support for one initiative in numbers; costs the same for five backers as for five thousand.</summary>
/// <param name="FromVillage">Persons of the initiative's own village; only they count for the share.</param>
/// <param name="Concerns">That everybody may read.</param>
/// <param name="LastAt">When somebody last began to back it.</param>
/// <param name="Inhabitants">Of the village, of the last year there is a figure for; null when unknown.</param>
/// <param name="PaperVillage">Signatures on paper of the own village, on lists that two persons counted the same.</param>
/// <param name="PaperLists">How many such lists.</param>
/// <param name="PaperToCount">Lists that wait for a second count, or whose counts differ.</param>
public sealed record SupportFigures(
    int FromVillage,
    int FromElsewhere,
    int Concerns,
    int Unanswered,
    DateTimeOffset? LastAt,
    int? Inhabitants,
    int? Year,
    int PaperVillage,
    int PaperElsewhere,
    int PaperLists,
    int PaperToCount,
    bool HasEndorsements,
    bool HasNames
)
{
    public int Backers => FromVillage + FromElsewhere;
    public bool HasPaper => PaperLists + PaperToCount > 0;

    /// <summary>Of the village's inhabitants who back it here, in percent; null when inhabitants are unknown.</summary>
    public decimal? Share => Inhabitants is > 0 ? 100m * FromVillage / Inhabitants : null;
}

/// <param name="By">The association, or the person by choice; null for 'een inwoner'.</param>
/// <param name="Village">Where the person lives; null outside the municipality.</param>
/// <param name="AnswerFor">The association on whose behalf it was answered.</param>
public sealed record ConcernView(
    long Id,
    long PersonId,
    string Text,
    DateTimeOffset At,
    ConcernState State,
    string? By,
    bool IsOfAssociation,
    string? Village,
    string? EnteredFor,
    Channel Channel,
    string Answer,
    DateTimeOffset? AnsweredAt,
    string? AnswerFor,
    string? AnswerEnteredFor,
    Channel? AnswerChannel
)
{
    public int DaysWaiting(DateOnly today) => today.DayNumber - DutchTime.DateOf(At).DayNumber;
}

public sealed record EndorsementView(string Name, EndorsementState State, string Text, DateTimeOffset At);

/// <summary>What the page of an initiative shows of its support.</summary>
public sealed record SupportView(
    long Id,
    string Village,
    SupportFigures Figures,
    IReadOnlyList<EndorsementView> Endorsements,
    IReadOnlyList<string> Names,
    IReadOnlyList<ConcernView> Concerns
);

public static class SupportQueries
{
    /// <summary>On the page of the initiative; the rest stands on pages of its own.</summary>
    public const int MostOnPage = 5;
    public const int PageSize = 20;

    private static readonly Func<BrinkDb, long, CancellationToken, Task<SupportFigures?>> Figures =
        EF.CompileAsyncQuery(
            (BrinkDb db, long id, CancellationToken cancellation) =>
                db
                    .Initiatives.Where(i => i.Id == id)
                    .Select(i => new SupportFigures(
                        db.SupportCounts.Where(c => c.InitiativeId == i.Id).Sum(c => c.FromVillage),
                        db.SupportCounts.Where(c => c.InitiativeId == i.Id).Sum(c => c.FromElsewhere),
                        db.SupportCounts.Where(c => c.InitiativeId == i.Id).Sum(c => c.Concerns),
                        db.SupportCounts.Where(c => c.InitiativeId == i.Id).Sum(c => c.Unanswered),
                        db.SupportCounts.Where(c => c.InitiativeId == i.Id).Max(c => c.LastAt),
                        i.Village!.Inhabitants.OrderByDescending(n => n.Year)
                            .Select(n => (int?)n.Number)
                            .FirstOrDefault(),
                        i.Village.Inhabitants.Max(n => (int?)n.Year),
                        db.PaperTallies.Where(t => t.InitiativeId == i.Id).Sum(t => t.FromVillage),
                        db.PaperTallies.Where(t => t.InitiativeId == i.Id).Sum(t => t.FromElsewhere),
                        db.PaperTallies.Count(t => t.InitiativeId == i.Id && t.State == TallyState.Counted),
                        db.PaperTallies.Count(t =>
                            t.InitiativeId == i.Id
                            && (t.State == TallyState.CountedOnce || t.State == TallyState.Differs)
                        ),
                        db.Endorsements.Any(e => e.InitiativeId == i.Id && e.State != EndorsementState.TakenBack),
                        db.Backings.Any(b =>
                            b.InitiativeId == i.Id && b.NameIsPublic && b.State == BackingState.Counted
                        )
                    ))
                    .FirstOrDefault()
        );

    private static readonly Func<BrinkDb, long, int, int, IAsyncEnumerable<ConcernView>> Concerns =
        EF.CompileAsyncQuery(
            (BrinkDb db, long id, int skip, int most) =>
                db
                    .Concerns.AsNoTracking()
                    .Where(c =>
                        c.InitiativeId == id && (c.State == ConcernState.Open || c.State == ConcernState.Answered)
                    )
                    .OrderByDescending(c => c.At)
                    .ThenByDescending(c => c.Id)
                    .Skip(skip)
                    .Take(most)
                    .Select(c => new ConcernView(
                        c.Id,
                        c.PersonId,
                        c.Text,
                        c.At,
                        c.State,
                        c.OrganisationId != null ? c.Organisation!.Name
                            : c.Contribution!.NameIsPublic ? c.Person!.Name
                            : null,
                        c.OrganisationId != null,
                        c.Village!.Subject!.Title,
                        c.Contribution!.EnteredFor!.Name,
                        c.Contribution.Channel,
                        c.Answer,
                        c.AnsweredAt,
                        c.AnswerContribution!.OnBehalfOf!.Name,
                        c.AnswerContribution.EnteredFor!.Name,
                        c.AnswerContribution.Channel
                    ))
        );

    private static readonly Func<BrinkDb, long, long, CancellationToken, Task<ConcernView?>> OneConcern =
        EF.CompileAsyncQuery(
            (BrinkDb db, long id, long concern, CancellationToken cancellation) =>
                db
                    .Concerns.AsNoTracking()
                    .Where(c => c.InitiativeId == id && c.Id == concern)
                    .Where(c => c.State == ConcernState.Open || c.State == ConcernState.Answered)
                    .Select(c => new ConcernView(
                        c.Id,
                        c.PersonId,
                        c.Text,
                        c.At,
                        c.State,
                        c.OrganisationId != null ? c.Organisation!.Name
                            : c.Contribution!.NameIsPublic ? c.Person!.Name
                            : null,
                        c.OrganisationId != null,
                        c.Village!.Subject!.Title,
                        c.Contribution!.EnteredFor!.Name,
                        c.Contribution.Channel,
                        c.Answer,
                        c.AnsweredAt,
                        c.AnswerContribution!.OnBehalfOf!.Name,
                        c.AnswerContribution.EnteredFor!.Name,
                        c.AnswerContribution.Channel
                    ))
                    .FirstOrDefault()
        );

    private static readonly Func<BrinkDb, long, int, int, IAsyncEnumerable<string>> Names = EF.CompileAsyncQuery(
        (BrinkDb db, long id, int skip, int most) =>
            db
                .Backings.AsNoTracking()
                .Where(b => b.InitiativeId == id && b.NameIsPublic && b.State == BackingState.Counted)
                .OrderByDescending(b => b.At)
                .ThenByDescending(b => b.PersonId)
                .Skip(skip)
                .Take(most)
                .Select(b => b.Person!.Name)
    );

    private static readonly Func<BrinkDb, long, IAsyncEnumerable<EndorsementView>> Endorsements = EF.CompileAsyncQuery(
        (BrinkDb db, long id) =>
            db
                .Endorsements.AsNoTracking()
                .Where(e => e.InitiativeId == id && e.State != EndorsementState.TakenBack)
                .OrderBy(e => e.At)
                .ThenBy(e => e.Id)
                .Select(e => new EndorsementView(e.Organisation!.Name, e.State, e.Text, e.At))
    );

    /// <summary>Between one query and four.</summary>
    public static async Task<SupportView> SupportAsync(
        this BrinkDb db,
        long id,
        string village,
        CancellationToken cancellation
    )
    {
        var figures = (await Figures(db, id, cancellation))!;
        return new SupportView(
            id,
            village,
            figures,
            figures.HasEndorsements ? await db.EndorsementsAsync(id, cancellation) : [],
            figures.HasNames ? await db.BackersAsync(id, 0, MostOnPage, cancellation) : [],
            figures.Concerns > 0 ? await db.ConcernsAsync(id, 0, MostOnPage, cancellation) : []
        );
    }

    public static async Task<SupportFigures> FiguresAsync(this BrinkDb db, long id, CancellationToken cancellation) =>
        (await Figures(db, id, cancellation))!;

    /// <summary>Newest first.</summary>
    public static ValueTask<ConcernView[]> ConcernsAsync(
        this BrinkDb db,
        long id,
        int skip,
        int most,
        CancellationToken cancellation
    ) => Concerns(db, id, skip, most).ToArrayAsync(cancellation);

    /// <summary>One that everybody may read; null for any other.</summary>
    public static Task<ConcernView?> ConcernAsync(
        this BrinkDb db,
        long id,
        long concernId,
        CancellationToken cancellation
    ) => OneConcern(db, id, concernId, cancellation);

    /// <summary>Names of those who chose to show them, newest first.</summary>
    public static ValueTask<string[]> BackersAsync(
        this BrinkDb db,
        long id,
        int skip,
        int most,
        CancellationToken cancellation
    ) => Names(db, id, skip, most).ToArrayAsync(cancellation);

    public static ValueTask<EndorsementView[]> EndorsementsAsync(
        this BrinkDb db,
        long id,
        CancellationToken cancellation
    ) => Endorsements(db, id).ToArrayAsync(cancellation);

    /// <summary>The timeline with one line for all who back it, on the day that somebody last did.</summary>
    public static IReadOnlyList<JournalLine> WithSupport(
        this IReadOnlyList<JournalLine> lines,
        Texts T,
        SupportView support,
        bool isNewest
    )
    {
        if (!isNewest || support.Figures is not { Backers: > 0, LastAt: { } at })
        {
            return lines;
        }

        var line = new JournalLine(
            0,
            support.Id,
            BackingVerbs.Given,
            at,
            null,
            JournalFacts.Of("{}"),
            T.BackedSoFar(support.Figures)
        );
        return [.. lines.Append(line).OrderByDescending(one => one.At)];
    }
}
