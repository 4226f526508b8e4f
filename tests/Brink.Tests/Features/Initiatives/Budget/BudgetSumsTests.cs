using Brink.Features.Initiatives.Budget;
using FsCheck;
using FsCheck.Fluent;

namespace Brink.Tests.Features.Initiatives.Budget;

public sealed class BudgetSumsTests
{
    private static readonly BudgetRow[] Rows =
    [
        Row(BudgetKind.Cost, 1000m),
        Row(BudgetKind.Cost, 250.50m),
        Row(BudgetKind.Own, 100m),
        Row(BudgetKind.Hours, 7.5m),
        Row(BudgetKind.Source, 300m, SourceState.Promised),
        Row(BudgetKind.Source, 200m, SourceState.Received),
        Row(BudgetKind.Source, 400m, SourceState.Asked),
        Row(BudgetKind.Source, 50m, SourceState.Wanted),
        Row(BudgetKind.Source, 999m, SourceState.Refused),
    ];

    [Fact]
    public void Balance_KeepsWhatIsSureApartFromWhatIsHoped()
    {
        var sums = new BudgetSums(Rows, null);

        Assert.Equal(1250.50m, sums.Costs);
        Assert.Equal(100m, sums.Own);
        Assert.Equal(500m, sums.Sure);
        Assert.Equal(450m, sums.Hoped);
        Assert.Equal(650.50m, sums.Needed);
        Assert.Equal(200.50m, sums.NeededIfAllSayYes);
        Assert.Null(sums.HoursInEuros);
        Assert.Equal(7.5m, sums.Hours);
    }

    [Fact]
    public void Hours_CountOnBothSides_AndRoundPerLine()
    {
        var sums = new BudgetSums([Row(BudgetKind.Hours, 0.25m), Row(BudgetKind.Hours, 0.25m)], 10.02m);

        // 2.505 is 2.51, twice.
        Assert.Equal(5.02m, sums.HoursInEuros);
        Assert.Equal(5.02m, sums.Costs);
        Assert.Equal(5.02m, sums.Own);
        Assert.Equal(0m, sums.Needed);
    }

    [Fact]
    public void ValuingHours_NeverChangesWhatIsNeeded()
    {
        var row =
            from kind in Gen.Elements(Enum.GetValues<BudgetKind>())
            from cents in Gen.Choose(0, 10_000_000)
            from state in Gen.Elements(Enum.GetValues<SourceState>())
            select Row(kind, cents / 100m, kind == BudgetKind.Source ? state : null);
        var budget =
            from rows in row.ListOf()
            from value in Gen.Choose(1, 99_999)
            select (Rows: rows.ToArray(), Value: value / 100m);
        Prop.ForAll(
                budget.ToArbitrary(),
                drawn =>
                {
                    var with = new BudgetSums(drawn.Rows, drawn.Value);
                    var without = new BudgetSums(drawn.Rows, null);
                    return with.Needed == without.Needed
                        && with.Needed == with.Costs - with.Own - with.Sure
                        && decimal.Round(with.Needed, 2) == with.Needed;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static BudgetRow Row(BudgetKind kind, decimal amount, SourceState? state = null) =>
        new(1, kind, "Iets", amount, state);
}
