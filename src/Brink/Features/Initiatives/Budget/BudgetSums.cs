namespace Brink.Features.Initiatives.Budget;

/// <summary>One line as it is read.</summary>
/// <param name="Amount">Euros; hours where it counts hours.</param>
public sealed record BudgetRow(long Id, BudgetKind Kind, string What, decimal Amount, SourceState? State);

/// <summary>
/// The balance. All amounts are exact euros with two decimals; only hours × value is rounded, per line, half away from
/// zero. Hours that are counted stand on both sides, as work to be done and as what the initiators bring: what is still
/// needed in money does not change by valuing them.
/// </summary>
public sealed class BudgetSums
{
    private readonly IReadOnlyList<BudgetRow> rows;

    /// <param name="hourValue">Euros for an hour; null when hours aren't counted in money.</param>
    public BudgetSums(IReadOnlyList<BudgetRow> rows, decimal? hourValue)
    {
        this.rows = rows;
        HourValue = hourValue;
    }

    public decimal? HourValue { get; }
    public decimal Hours => Of(BudgetKind.Hours).Sum(row => row.Amount);

    /// <summary>Euros; null when hours aren't counted in money.</summary>
    public decimal? HoursInEuros => HourValue is null ? null : Of(BudgetKind.Hours).Sum(row => InEuros(row) ?? 0);

    public decimal Costs => Of(BudgetKind.Cost).Sum(row => row.Amount) + (HoursInEuros ?? 0);
    public decimal Own => Of(BudgetKind.Own).Sum(row => row.Amount) + (HoursInEuros ?? 0);

    /// <summary>Promised or received.</summary>
    public decimal Sure => Sources(SourceState.Promised, SourceState.Received);

    public decimal Received => Sources(SourceState.Received);

    /// <summary>Wanted or asked, and nobody said yes.</summary>
    public decimal Hoped => Sources(SourceState.Wanted, SourceState.Asked);

    /// <summary>What is still needed: below zero when there is more than it costs.</summary>
    public decimal Needed => Costs - Own - Sure;

    /// <summary>What would still be needed if everybody who was asked, or will be, says yes.</summary>
    public decimal NeededIfAllSayYes => Needed - Hoped;

    public IEnumerable<BudgetRow> Of(BudgetKind kind) => rows.Where(row => row.Kind == kind);

    /// <summary>The line in euros; null for hours that aren't counted in money.</summary>
    public decimal? InEuros(BudgetRow row) =>
        row.Kind == BudgetKind.Hours
            ? HourValue is { } value
                ? Math.Round(row.Amount * value, 2, MidpointRounding.AwayFromZero)
                : null
            : row.Amount;

    private decimal Sources(params SourceState[] states) =>
        Of(BudgetKind.Source).Where(row => states.Contains(row.State!.Value)).Sum(row => row.Amount);
}

/// <summary>What the page of the initiative says of its budget.</summary>
public sealed record BudgetShort(decimal Costs, decimal Needed);
