using Brink.Features.Dossiers;
using Brink.Features.Dossiers.EarlyOn;

namespace Brink.Tests.Features.Dossiers;

/// <summary>How early villages heard, counted (C3).</summary>
public class EarlyTests
{
    private static readonly DateOnly First = new(2026, 3, 1);

    [Theory]
    [InlineData(40, 40, true)]
    [InlineData(1, 1, true)]
    [InlineData(0, 0, false)]
    [InlineData(-12, -12, false)]
    public void ToDraft_IsNegativeWhereTheDraftWasFirst_AndTheSameDayIsNotBefore(int draft, int days, bool heard)
    {
        var row = Row(First.AddDays(draft), null);

        Assert.Equal((days, heard), (row.ToDraft, row.HeardBeforeDraft));
    }

    [Fact]
    public void WithoutADraft_NothingIsClaimed()
    {
        var row = Row(null, First.AddDays(9));

        Assert.Null(row.ToDraft);
        Assert.Null(row.ToDecision);
        Assert.Null(row.HeardBeforeDraft);
    }

    [Fact]
    public void Decision_IsTheDayItWasDecided_OrTheDayThatCarryingOutBegan()
    {
        Assert.Equal(First, EarlyRow.DecisionOf(DossierState.Decided, First, First.AddDays(5)));
        Assert.Equal(First.AddDays(-5), EarlyRow.DecisionOf(DossierState.Decided, First, First.AddDays(-5)));
        Assert.Equal(First.AddDays(5), EarlyRow.DecisionOf(DossierState.Open, null, First.AddDays(5)));
        Assert.Null(EarlyRow.DecisionOf(DossierState.Stopped, First, null));
    }

    [Fact]
    public void Median_IsTheMiddle_OrTheMeanOfTheTwoInTheMiddle()
    {
        Assert.Null(EarlyRow.Median([]));
        Assert.Equal(7m, EarlyRow.Median([100, 7, -3]));
        Assert.Equal(8.5m, EarlyRow.Median([10, 7, -3, 100]));
    }

    private static EarlyRow Row(DateOnly? draft, DateOnly? decided) => new(1, "", "", First, draft, decided, false);
}
