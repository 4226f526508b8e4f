using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.GroundRules;

/// <summary>One version as it is read, with the last answer of each party.</summary>
/// <param name="By">The name of the proposer, where it is public.</param>
public sealed record RulesView(
    long Id,
    int Number,
    Phase? Phase,
    OwnerType OwnerType,
    RulesParts Parts,
    string Why,
    RulesState State,
    long ProposedById,
    string? By,
    string? EnteredFor,
    Channel Channel,
    DateTimeOffset ProposedAt,
    DateTimeOffset? DecidedAt,
    IReadOnlyList<RulesAnswer> Answers
)
{
    public RulesAnswer? AnswerOf(long partyId) => Answers.Where(a => a.PartyId == partyId).MaxBy(a => a.Turn);
}

/// <param name="By">The name of who answered, where it is public.</param>
public sealed record RulesAnswer(
    long PartyId,
    int Turn,
    RulesAnswerKind Kind,
    string Words,
    DateTimeOffset At,
    string? By,
    string? EnteredFor,
    Channel Channel
);

/// <param name="Name">Of the organisation; null for the initiators and the municipality.</param>
/// <param name="IsIn">False for one that left.</param>
public sealed record RulesPartyView(long Id, RulesPartyKind Kind, long? OrganisationId, string? Name, bool IsIn);

/// <summary>One line of the history.</summary>
public sealed record RulesRow(
    int Number,
    Phase? Phase,
    OwnerType OwnerType,
    RulesState State,
    DateTimeOffset ProposedAt,
    DateTimeOffset? DecidedAt
);

/// <summary>What the page of the initiative says of its rules.</summary>
/// <param name="InForce">The number of those that hold in its phase.</param>
/// <param name="Proposed">The number of those that lie open.</param>
public sealed record RulesShort(int? InForce, DateTimeOffset? Since, int? Proposed);

public static class GroundRulesQueries
{
    public const int PageSize = 20;

    /// <summary>What holds and what lies open; two queries.</summary>
    public static Task<IReadOnlyList<RulesView>> RulesNowAsync(
        this BrinkDb db,
        long initiativeId,
        CancellationToken cancellation
    ) =>
        db
            .GroundRulesVersions.Where(v =>
                v.InitiativeId == initiativeId && (v.State == RulesState.InForce || v.State == RulesState.Proposed)
            )
            .ViewsAsync(cancellation);

    /// <summary>One version, with the one before it for the same phases that came into force; null when it is not there.</summary>
    public static async Task<(RulesView? Version, RulesView? Before)> RulesAsync(
        this BrinkDb db,
        long initiativeId,
        int number,
        CancellationToken cancellation
    )
    {
        var found = await db
            .GroundRulesVersions.Where(v => v.InitiativeId == initiativeId)
            .Where(v =>
                v.Number == number
                || (
                    v.Number < number
                    && (v.State == RulesState.InForce || v.State == RulesState.Superseded)
                    && db.GroundRulesVersions.Any(one =>
                        one.InitiativeId == initiativeId && one.Number == number && one.Phase == v.Phase
                    )
                )
            )
            .OrderByDescending(v => v.Number)
            .Take(2)
            .ViewsAsync(cancellation);
        return (found.FirstOrDefault(v => v.Number == number), found.FirstOrDefault(v => v.Number < number));
    }

    /// <summary>Also those that left: they answered versions that are still read.</summary>
    public static Task<RulesPartyView[]> RulesPartiesAsync(
        this BrinkDb db,
        long initiativeId,
        CancellationToken cancellation
    ) =>
        db
            .GroundRulesParties.AsNoTracking()
            .Where(p => p.InitiativeId == initiativeId)
            .OrderBy(p => p.Since)
            .ThenBy(p => p.Id)
            .Select(p => new RulesPartyView(p.Id, p.Kind, p.OrganisationId, p.Organisation!.Name, p.Until == null))
            .ToArrayAsync(cancellation);

    /// <summary>Newest first, one more than a page when there is more.</summary>
    public static Task<RulesRow[]> RulesHistoryAsync(
        this BrinkDb db,
        long initiativeId,
        int page,
        CancellationToken cancellation
    ) =>
        db
            .GroundRulesVersions.AsNoTracking()
            .Where(v => v.InitiativeId == initiativeId)
            .OrderByDescending(v => v.Number)
            .Skip((Math.Max(page, 1) - 1) * PageSize)
            .Take(PageSize + 1)
            .Select(v => new RulesRow(v.Number, v.Phase, v.OwnerType, v.State, v.ProposedAt, v.DecidedAt))
            .ToArrayAsync(cancellation);

    public static Task<int> LatestRulesNumberAsync(
        this BrinkDb db,
        long initiativeId,
        CancellationToken cancellation
    ) =>
        db
            .GroundRulesVersions.Where(v => v.InitiativeId == initiativeId)
            .Select(v => v.Number)
            .OrderByDescending(number => number)
            .FirstOrDefaultAsync(cancellation);

    public static async Task<RulesShort> RulesShortAsync(
        this BrinkDb db,
        long initiativeId,
        Phase phase,
        CancellationToken cancellation
    )
    {
        var found = await db
            .GroundRulesVersions.AsNoTracking()
            .Where(v =>
                v.InitiativeId == initiativeId && (v.State == RulesState.InForce || v.State == RulesState.Proposed)
            )
            .Select(v => new
            {
                v.Number,
                v.Phase,
                v.State,
                v.DecidedAt,
            })
            .ToArrayAsync(cancellation);
        var holds =
            found.FirstOrDefault(v => v.State == RulesState.InForce && v.Phase == phase)
            ?? found.FirstOrDefault(v => v.State == RulesState.InForce && v.Phase == null);
        return new(holds?.Number, holds?.DecidedAt, found.FirstOrDefault(v => v.State == RulesState.Proposed)?.Number);
    }

    private static async Task<IReadOnlyList<RulesView>> ViewsAsync(
        this IQueryable<GroundRulesVersion> versions,
        CancellationToken cancellation
    )
    {
        var found = await versions
            .AsNoTracking()
            .AsSplitQuery()
            .OrderByDescending(v => v.Number)
            .Select(v => new
            {
                v.Id,
                v.Number,
                v.Phase,
                v.OwnerType,
                v.Deciding,
                v.Responsible,
                v.Fixed,
                v.Open,
                v.Participation,
                v.Talking,
                v.Contacts,
                v.Why,
                v.State,
                v.ProposedById,
                By = v.Contribution!.NameIsPublic ? v.Contribution.ByPerson!.Name : null,
                EnteredFor = v.Contribution.EnteredFor!.Name,
                v.Contribution.Channel,
                v.ProposedAt,
                v.DecidedAt,
                Answers = v
                    .Responses.OrderBy(r => r.Turn)
                    .Select(r => new RulesAnswer(
                        r.PartyId,
                        r.Turn,
                        r.Kind,
                        r.Words,
                        r.At,
                        r.Contribution!.NameIsPublic ? r.Contribution.ByPerson!.Name : null,
                        r.Contribution.EnteredFor!.Name,
                        r.Contribution.Channel
                    ))
                    .ToArray(),
            })
            .ToArrayAsync(cancellation);
        return
        [
            .. found.Select(v => new RulesView(
                v.Id,
                v.Number,
                v.Phase,
                v.OwnerType,
                new(v.Deciding, v.Responsible, v.Fixed, v.Open, v.Participation, v.Talking, v.Contacts),
                v.Why,
                v.State,
                v.ProposedById,
                v.By,
                v.EnteredFor,
                v.Channel,
                v.ProposedAt,
                v.DecidedAt,
                v.Answers
            )),
        ];
    }
}
